import { type ConversationEvent, isNote } from "../conversation/events.ts";
import type { Turn } from "./model.ts";

/** The conversation as a model reads it. Notes stay inside the team: what a model knows, a visitor may get out of it. */
export const turnsOf = (history: ConversationEvent[]): Turn[] =>
  history.flatMap((event) => {
    if (event.type !== "message.posted" || isNote(event)) return [];
    const { author, text } = event.message;
    return [{ from: author.kind, name: author.kind === "agent" ? author.name : undefined, text }];
  });
