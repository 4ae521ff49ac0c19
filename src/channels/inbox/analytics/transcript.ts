import type { History } from "../../../analytics/histories.ts";
import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import { ratingInWords } from "../../../conversation/rating.ts";

/** One thing that was said, as an export names it. */
export interface Line {
  conversation: string;
  site: string;
  /** The visitor's name, or address, or id: the best that is known. */
  visitor: string;
  /** ISO 8601 in UTC. */
  time: string;
  /** `system` is the sentence a visitor reads when people are asked for, and how they found the conversation. */
  author: "visitor" | "assistant" | "agent" | "system";
  name: string;
  /** Files stand below the words, one a line: `[file: invoice.pdf]`. */
  text: string;
  note: boolean;
  /** Where there is one: for the team of what visitors and the assistant said, for the visitor of what agents did. */
  translation?: { language: string; text: string };
}

/** Everything that was said in a conversation and still stands there, in order. */
export function transcriptOf({ conversation, events }: History): Line[] {
  const { id, siteKey, visitor } = conversation;
  const called = visitor.name ?? visitor.email ?? visitor.phone ?? visitor.id;

  return asItStands(events).flatMap((event) => {
    const said = saidBy(event, called);
    if (!said) return [];
    const time = new Date(event.at).toISOString();
    const name = said.author === "visitor" ? called : said.name;
    return [{ conversation: id, site: siteKey, visitor: called, time, ...said, name }];
  });
}

function saidBy(
  event: ConversationEvent,
  visitor: string,
): Pick<Line, "author" | "name" | "text" | "note" | "translation"> | undefined {
  if (event.type === "conversation.handedOff")
    return { author: "system", name: "", text: event.sentence, note: false };
  if (event.type === "conversation.offered")
    return { author: "assistant", name: "", text: event.sentence, note: false };
  if (event.type === "conversation.rated")
    return { author: "system", name: "", text: `${ratingInWords(event.rating, visitor)}.`, note: false };
  if (event.type !== "message.posted") return undefined;

  const { author, text, files = [], note, translation } = event.message;
  const name = author.kind === "agent" ? author.name : "";
  const all = [text, ...files.map(({ name }) => `[file: ${name}]`)].filter(Boolean).join("\n");
  const said = { author: author.kind, name, text: all, note };
  if (translation?.state !== "done") return said;
  return { ...said, translation: { language: translation.language, text: translation.text } };
}
