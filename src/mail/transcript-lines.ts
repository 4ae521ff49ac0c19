import { asItStands } from "../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Attachment } from "../conversation/message.ts";
import { forVisitor } from "../conversation/translation.ts";

/** One thing that was said, as a transcript shows it. */
export interface TranscriptLine {
  /** `system` is the sentence a visitor reads when people are asked for. */
  author: "visitor" | "assistant" | "agent" | "system";
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  /** A visitor's is plain, the others' are Markdown. */
  text: string;
  files: Attachment[];
  isEdited: boolean;
  isNote: boolean;
}

export interface LinesOf {
  events: readonly ConversationEvent[];
  visitorName: string;
  /** Notes are for the team: never where the visitor may read them. */
  includesNotes: boolean;
}

/** What was said and still stands, in order. */
export function transcriptLines({ events, visitorName, includesNotes }: LinesOf): TranscriptLine[] {
  return asItStands(events).flatMap((event): TranscriptLine[] => {
    const { at } = event;
    if (event.type === "conversation.handedOff")
      return [{ author: "system", name: "", at, text: event.sentence, ...nothingMore }];
    if (event.type === "conversation.offered")
      return [{ author: "assistant", name: "Assistant", at, text: event.sentence, ...nothingMore }];
    if (event.type !== "message.posted" || (event.message.note && !includesNotes)) return [];
    const { author, files = [], isEdited = false, note: isNote } = event.message;
    // Without notes it may be the visitor who reads it: in the words they have, and nothing they have not.
    const text = includesNotes ? event.message.text : forVisitor(event.message, event.seq)?.text;
    if (text === undefined) return [];
    const name =
      author.kind === "agent" ? author.name : author.kind === "visitor" ? visitorName : "Assistant";
    return [{ author: author.kind, name, at, text, files, isEdited, isNote }];
  });
}

const nothingMore = { files: [], isEdited: false, isNote: false };
