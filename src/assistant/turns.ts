import { type ConversationEvent, isNote } from "../conversation/events.ts";
import type { Message } from "../conversation/message.ts";
import type { Turn } from "./model.ts";

/** The conversation as a model reads it. Notes stay inside the team: what a model knows, a visitor may get out of it. */
export const turnsOf = (history: ConversationEvent[]): Turn[] =>
  history.flatMap((event) => {
    if (event.type !== "message.posted" || isNote(event)) return [];
    const { author } = event.message;
    const name = author.kind === "agent" ? author.name : undefined;
    return [{ from: author.kind, name, text: withFiles(event.message) }];
  });

/** A model is told of a file and never sees it. */
const withFiles = ({ text, files = [] }: Message) =>
  [text, ...files.map(({ name }) => `[a file: ${name}]`)].filter(Boolean).join("\n");
