import { askedWords } from "../../knowledge/words/asked-words.ts";
import { tokensOf } from "../../knowledge/words/tokens.ts";
import { detectTrigger } from "../triggers/index.ts";
import { hasPersonalData } from "./personal.ts";

export interface Phrase {
  /** The same for the same words, however they were typed. */
  key: string;
  /** As it would stand among the trigger phrases. */
  words: string;
}

const words = { least: 2, most: 8 };

/** The phrase with which a message may have asked for a person; undefined for one that is long, says nothing, is personal, or is caught anyway. */
export function phraseOf(
  message: string,
  { names, phrases }: { names: readonly string[]; phrases: readonly string[] },
): Phrase | undefined {
  const sentence = message
    .split(/[!?…\n]+|\.(?=\s|$)/)
    .map((part) => part.trim())
    .findLast((part) => part !== "");
  if (sentence === undefined) return undefined;
  const tokens = tokensOf(sentence);
  const isShort = tokens.length >= words.least && tokens.length <= words.most;
  if (!isShort || askedWords(sentence).length === 0 || hasPersonalData(sentence, names)) return undefined;
  if (detectTrigger(message, { phrases })) return undefined;
  return {
    key: tokens.join(" "),
    words: sentence
      .toLowerCase()
      .replaceAll(/\s+/g, " ")
      .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
  };
}
