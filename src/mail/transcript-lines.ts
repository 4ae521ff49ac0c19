import { asItStands } from "../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Attachment, Message } from "../conversation/message.ts";
import { ratingInWords } from "../conversation/rating.ts";
import { forTeam, forVisitor } from "../conversation/translation.ts";

/** One thing that was said, as a transcript shows it. */
export interface TranscriptLine {
  /** `system` is the sentence a visitor reads when people are asked for; for the team also how they found it. */
  author: "visitor" | "assistant" | "agent" | "system";
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  /** A visitor's is plain, the others' are Markdown. */
  text: string;
  /** The same in the other side's language, where both have their own. */
  also?: { what: string; text: string } | undefined;
  files: Attachment[];
  isEdited: boolean;
  isNote: boolean;
}

export interface LinesOf {
  events: readonly ConversationEvent[];
  visitorName: string;
  /** Notes are for the team: never where the visitor may read them. */
  includesNotes: boolean;
  /** The team reads it, in both languages where there are two; otherwise the visitor may, in the words they have. */
  isForTeam?: boolean;
}

/** What was said and still stands, in order. */
export function transcriptLines({
  events,
  visitorName,
  includesNotes,
  isForTeam = false,
}: LinesOf): TranscriptLine[] {
  return asItStands(events).flatMap((event): TranscriptLine[] => {
    const { at } = event;
    if (event.type === "conversation.handedOff")
      return [{ author: "system", name: "", at, text: event.sentence, ...nothingMore }];
    if (event.type === "conversation.offered")
      return [{ author: "assistant", name: "Assistant", at, text: event.sentence, ...nothingMore }];
    if (event.type === "conversation.rated" && (isForTeam || includesNotes))
      return [
        {
          author: "system",
          name: "",
          at,
          text: `${ratingInWords(event.rating, visitorName)}.`,
          ...nothingMore,
        },
      ];
    if (event.type !== "message.posted" || (event.message.note && !includesNotes)) return [];
    const { author, files = [], isEdited = false, note: isNote } = event.message;
    // Nothing the visitor has not, where it may be them who reads it.
    const text = includesNotes || isForTeam ? event.message.text : forVisitor(event.message, event.seq)?.text;
    if (text === undefined) return [];
    const words = isForTeam ? inBothLanguages(event.message, event.seq) : { text };
    const name =
      author.kind === "agent" ? author.name : author.kind === "visitor" ? visitorName : "Assistant";
    return [{ author: author.kind, name, at, ...words, files, isEdited, isNote }];
  });
}

const nothingMore = { files: [], isEdited: false, isNote: false };

/** In the team's language first, as posts in Slack have it. */
function inBothLanguages(message: Message, seq: number): Pick<TranscriptLine, "text" | "also"> {
  const { text, original } = forTeam(message);
  if (original !== undefined) return { text, also: { what: "In the original", text: original } };
  const read = forVisitor(message, seq);
  return read?.original === undefined
    ? { text }
    : { text, also: { what: "As the visitor reads it", text: read.text } };
}
