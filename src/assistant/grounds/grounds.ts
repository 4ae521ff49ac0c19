import type { ConversationEvent } from "../../conversation/events.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { FoundPassage } from "../../knowledge/ports.ts";
import { askedWords } from "../../knowledge/words/asked-words.ts";
import { languageOf } from "../../knowledge/words/indexed-terms.ts";
import type { Settings } from "../../settings/schema.ts";
import type { ModelReply } from "../model.ts";
import { withGivenLinks } from "./links.ts";
import { type Marked, readMarks, shownOf } from "./marks.ts";
import { questionIn } from "./question.ts";
import { groundingInstructions } from "./sources.ts";
import { supports } from "./supports.ts";
import { sourceWords, type UnknownWords, unknownWords } from "./unknown.ts";

/** An answer that may be given, or the admission that there is none. */
export type Grounded = ModelReply | { type: "unknown"; words: UnknownWords };

export interface Grounds {
  /** For the model, after all other instructions. */
  instructions: string;
  /** As much of an answer that is still being written as may be shown. */
  shown(textSoFar: string): string;
  /** The reply with its sources; or "unknown" for one that rests on nothing that was given. */
  checked(reply: ModelReply): Grounded;
}

export interface Asking {
  knowledge: Pick<Knowledge, "search">;
  siteKey: string;
  /** The visitor's, by its BCP 47 tag: for questions too short to tell. */
  language?: string | undefined;
  history: ConversationEvent[];
  settings: Pick<Settings, "assistantInstructions" | "handoffRules">;
}

/** Words that state nothing are few, and have no numbers in them. */
const maxTalkLength = 400;

/** What an answer to the visitor may rest on, where an admin has given the assistant any knowledge. */
export async function groundsFor(asking: Asking): Promise<Grounds> {
  const { knowledge, siteKey, history, settings } = asking;
  const { question, before } = questionIn(history);
  const sources = (await knowledge.search({ question, before, siteKey })).map(({ passage }) => passage);
  const language = languageOf(`${question}\n${before.join("\n")}`, asking.language);
  const said = history.flatMap((event) => (event.type === "message.posted" ? [event.message] : []));
  const given = [
    settings.assistantInstructions,
    ...sources.flatMap(({ url = "", text }) => [url, text]),
    ...said.map(({ text }) => text),
  ];

  /** Whether what a reply claims to rest on was given at all. */
  function isBased({ numbers, bases }: Marked): boolean {
    if (numbers.some((number) => sources[number - 1])) return true;
    if (bases.has("instructions")) return settings.assistantInstructions !== "";
    if (bases.has("chat")) return said.some(({ author }) => author.kind !== "visitor");
    return bases.has("talk");
  }

  function answer(reply: string): string | undefined {
    const marked = readMarks(reply);
    const isMarked = marked.numbers.length > 0 || marked.bases.size > 0;
    if (marked.text === "" || marked.bases.has("unknown")) return undefined;

    const cited = marked.numbers.flatMap((number) => sources[number - 1] ?? []);
    if (cited.length > 0) return withSources(marked.text, cited);
    if (isMarked && isBased(marked) && !marked.bases.has("talk")) return marked.text;
    if ((marked.bases.has("talk") || askedWords(question).length === 0) && statesNothing(marked.text))
      return marked.text;
    const supporting = sources.filter((source) => supports(source, marked.text));
    return supporting.length > 0 ? withSources(marked.text, supporting.slice(0, 1)) : undefined;
  }

  function withSources(text: string, cited: FoundPassage[]): string {
    const names = [...new Set(cited.map(nameOf))].slice(0, 3);
    return `${text}\n\n${sourceWords[language]}: ${names.join(" · ")}`;
  }

  return {
    instructions: groundingInstructions(sources),
    shown: (textSoFar) =>
      withGivenLinks(
        shownOf(textSoFar, (marked) => isBased(marked)),
        given,
      ),

    checked(reply) {
      const unknown = { type: "unknown", words: unknownWords[language] } as const;
      if (reply.type === "handoff")
        // Where there are rules for calling people, one of them may be the reason.
        return reply.reason === "cannot_answer" && settings.handoffRules.length === 0 ? unknown : reply;
      const text = answer(withGivenLinks(reply.text, given));
      return text === undefined ? unknown : { ...reply, text };
    },
  };
}

const statesNothing = (text: string) => text.length <= maxTalkLength && !/\d|https?:/.test(text);

/** A link where visitors can read on; what was pasted is only named. */
const nameOf = ({ title, url }: FoundPassage) => {
  const name = title
    .replaceAll(/[[\]()*_`~<>\\]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return url ? `[${name}](${new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29")})` : name;
};
