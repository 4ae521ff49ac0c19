import type { FileView, FromVisitor, ToVisitor } from "../../src/channels/widget/protocol.ts";
import type { Cells } from "./cell.ts";
import type { Memory } from "./memory.ts";
import { createOutbox, type Outgoing } from "./outbox.ts";

interface DeliveryParts {
  cell: Cells;
  memory: Memory;
  now(): number;
  /** Sends on an open connection, or not at all. */
  send(frame: FromVisitor): boolean;
}

/** Brings what the visitor did to the server: once, in order, again after a break, and later when asked to wait. */
export function createDelivery({ cell, memory, now, send }: DeliveryParts) {
  const outbox = createOutbox(cell, memory);
  /** The server's words about something other than one message. */
  const notice = cell<string | undefined>(undefined);
  let sendAfter = 0;

  function transmit(frame: FromVisitor): void {
    if (sendAfter <= now()) send(frame);
  }

  function flush(): void {
    for (const { frame, state } of outbox.all.value) if (state === "sending") transmit(frame);
  }

  /** Everything waits, not only what was refused, or later messages would overtake it. */
  function pause(ms: number): void {
    if (sendAfter <= now())
      setTimeout(() => {
        sendAfter = 0;
        notice.value = undefined;
        flush();
      }, ms);
    sendAfter = now() + ms;
  }

  return {
    outbox,
    notice,
    flush,

    put(frame: Outgoing["frame"], files?: FileView[]): void {
      notice.value = undefined;
      outbox.add({ frame, at: now(), state: "sending", files });
      transmit(frame);
    },

    refused({ id, message, retryAfterMs }: Extract<ToVisitor, { type: "refused" }>): void {
      const about = outbox.find(id)?.frame;
      if (retryAfterMs) pause(retryAfterMs);
      const state = retryAfterMs ? "sending" : "failed";
      if (about && "text" in about) outbox.change(about.id, { state, reason: message });
      else {
        notice.value = message;
        if (about && !retryAfterMs) outbox.remove(about.id);
      }
    },

    tryAgain(id: string): void {
      outbox.change(id, { state: "sending", reason: undefined });
      const again = outbox.find(id);
      if (again) transmit(again.frame);
    },
  };
}
