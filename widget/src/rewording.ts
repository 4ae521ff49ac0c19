import type { Cell } from "./cell.ts";
import type { Outbox, Outgoing } from "./outbox.ts";
import type { Line, Said, Transcript } from "./transcript.ts";

interface RewordingParts {
  transcript: Cell<Transcript>;
  outbox: Outbox;
  put(frame: Outgoing["frame"]): void;
  newId(): string;
  now(): number;
}

/** The server takes no later change of what was said. */
const editsWithinMs = 15 * 60_000;

/** Other words for what the visitor has said. */
export function createRewording({ transcript, outbox, put, newId, now }: RewordingParts) {
  return {
    editOf: outbox.editOf,

    lastOwn: () => transcript.value.entries.findLast(isOwn),

    mayEdit: (line: Line) => isOwn(line) && now() - line.at < editsWithinMs,

    /** As the visitor last wrote it, also when that has not arrived. */
    wordsOf({ id, text }: Said): string {
      const frame = outbox.editOf(id)?.frame;
      return frame?.type === "edit" ? frame.text : text;
    },

    edit(messageId: string, text: string): void {
      const refused = outbox.editOf(messageId);
      if (refused?.state === "failed") outbox.remove(refused.frame.id);
      put({ type: "edit", id: newId(), messageId, text });
    },
  };
}

const isOwn = (line: Line): line is Said => line.type === "message" && line.author.kind === "visitor";
