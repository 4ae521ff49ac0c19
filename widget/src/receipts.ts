import type { FromVisitor } from "../../src/channels/widget/protocol.ts";
import type { Memory } from "./memory.ts";

interface ReceiptParts {
  memory: Memory;
  /** The `seq` of the newest message by a person. */
  newest(): number;
  /** The visitor has the log before their eyes. */
  isLooking(): boolean;
  /** False when it could not be sent. */
  send(frame: FromVisitor): boolean;
  afterMs: number;
}

/** Lets agents know how far their words came: to this browser, then before the visitor's eyes. Each is said once. */
export function createReceipts({ memory, newest, isLooking, send, afterMs }: ReceiptParts) {
  let due: ReturnType<typeof setTimeout> | undefined;
  const said = (name: string) => Number(memory.get(name) ?? 0);

  function report(): void {
    due = undefined;
    const seq = newest();
    const isSeen = isLooking();
    if (seq <= said("seen") || (!isSeen && seq <= said("arrived"))) return;
    if (send({ type: "reached", seq, isSeen })) memory.set(isSeen ? "seen" : "arrived", String(seq));
  }

  return {
    /** There may be something to say: news came, or the visitor did. A burst is answered once. */
    consider(): void {
      if (due === undefined) due = setTimeout(report, afterMs);
    },

    /** The conversation is another one. */
    forget(): void {
      memory.remove("seen");
      memory.remove("arrived");
    },
  };
}
