import { type Answer, type GeminiRequest, gemini } from "./gemini.ts";

/** What a translator is asked for, as it stands in the request. */
export interface Material {
  into: string;
  before: string[];
  texts: { number: number; text: string }[];
}

export const materialOf = ({ body }: GeminiRequest): Material =>
  JSON.parse(body.contents[0]?.parts[0]?.text ?? "{}");

export const isTranslation = ({ body }: GeminiRequest): boolean =>
  body.systemInstruction?.parts[0]?.text.startsWith("You translate messages") ?? false;

/** A phrase book: a text, the language it is in, and what it is in the other one. */
export type PhraseBook = Record<string, { from: string; text: string }>;

/** Answers as a model that knows these phrases; what it does not know it marks with the language asked for. */
export function interpreter(phrases: PhraseBook): Answer {
  return (response, asked) => {
    const { texts, into } = materialOf(asked);
    const tag = /\((.+)\)$/.exec(into)?.[1] ?? "";
    const translations = texts.map(({ number, text }) => ({
      number,
      ...(phrases[text] ?? { from: "und", text: `[${tag}] ${text}` }),
    }));
    gemini.results({ translations })(response);
  };
}

/** An answer that waits until the test lets it go. */
export function gated(answer: Answer) {
  const waiting: (() => void)[] = [];
  let arrived: (() => void)[] = [];
  let isOpen = false;
  return {
    answer: ((response, asked) => {
      if (isOpen) return answer(response, asked);
      waiting.push(() => answer(response, asked));
      for (const tell of arrived) tell();
      arrived = [];
    }) satisfies Answer,
    /** Resolves when a request waits. */
    asked: () => (waiting.length > 0 ? Promise.resolve() : new Promise<void>((tell) => arrived.push(tell))),
    open(): void {
      isOpen = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}
