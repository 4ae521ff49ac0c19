import type { Cell, Cells } from "./cell.ts";
import type { Memory } from "./memory.ts";
import { messagesSince, type Transcript } from "./transcript.ts";

interface ReadingParts {
  cell: Cells;
  memory: Memory;
  transcript: Cell<Transcript>;
}

/** How far the visitor has read, in whichever tab. */
export function createReading({ cell, memory, transcript }: ReadingParts) {
  const remembered = () => Number(memory.get("read") ?? 0);
  const readSeq = cell(remembered());

  function upTo(seq: number): void {
    readSeq.value = seq;
    memory.set("read", String(seq));
  }

  return {
    upTo,
    isAhead: (seq: number) => readSeq.value > seq,
    unread: () => messagesSince(transcript.value, readSeq.value),

    /** Everything that is shown. */
    all(): void {
      const last = transcript.value.entries.at(-1)?.seq ?? 0;
      if (last > readSeq.value) upTo(last);
    },

    /** Another tab may have been read. */
    recall(): void {
      readSeq.value = remembered();
    },
  };
}
