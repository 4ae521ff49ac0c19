import { NotBefore } from "../../conversation/listener.ts";
import type { Log } from "../../log.ts";
import type { Copy, Erasures, LeasedErasure } from "./ports.ts";
import type { Remover } from "./remover.ts";
import type { Fingerprint } from "./traces.ts";

export interface ClearingOptions {
  erasures: Erasures;
  fingerprint: Fingerprint;
  /** All that can remove something; may grow until the clearing starts. */
  removers: readonly Remover[];
  now: () => number;
  log: Log;
  /** Whoever held something of it in memory has let go of it so long after. */
  settledAfterMs?: number | undefined;
}

const leaseMs = 120_000;
const pollMs = 1_000;
/** One at a time, in small steps: nobody waits behind an erasure. */
const stepSize = 20;
const firstRetryMs = 2_000;
const maxRetryMs = 10 * 60_000;
/** With the backoff above, about a day. Then what is left stays, and the receipt says why. */
const maxAttempts = 150;

/** Removes what is left elsewhere of conversations that were erased: durable, paced, on one node at a time. */
export function createClearing(options: ClearingOptions) {
  const { erasures, fingerprint, removers, now, log, settledAfterMs = 60_000 } = options;
  let working: Promise<void> | undefined;
  let isStopped = true;
  let timer: NodeJS.Timeout | undefined;

  const look = (): Promise<void> => {
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  };

  async function work(): Promise<void> {
    try {
      while (!isStopped) {
        const erasure = await erasures.lease({ now: now(), until: now() + leaseMs });
        if (!erasure) return;
        await clear(erasure);
      }
    } catch (error) {
      log.error("erasures cannot be worked at", { error });
    }
  }

  async function clear(erasure: LeasedErasure): Promise<void> {
    const { conversationId, attempts } = erasure;
    try {
      const copies = await erasures.waiting(conversationId, stepSize);
      await removeAll(copies, erasure);
      if (isStopped || copies.length > 0) return erasures.release(erasure, { dueAt: now(), attempts: 0 });
      const hasMore = await erasures.sweep(conversationId, fingerprint);
      const settledAt = erasure.at + settledAfterMs;
      if (hasMore || now() < settledAt)
        return erasures.release(erasure, { dueAt: hasMore ? now() : settledAt, attempts: 0 });
      await erasures.finish(conversationId, now());
      log.info("a conversation is erased everywhere it could be", { conversationId });
    } catch (error) {
      if (error instanceof NotBefore) return erasures.release(erasure, { dueAt: error.at, attempts });
      log.warn("an erasure got stuck, will retry", { conversationId, attempts, error });
      const delayMs = Math.min(maxRetryMs, firstRetryMs * 2 ** attempts);
      const words = error instanceof Error ? error.message : String(error);
      await erasures.release(erasure, { dueAt: now() + delayMs, attempts: attempts + 1, error: words });
    }
  }

  /** One that fails keeps none of the others. */
  async function removeAll(copies: readonly Copy[], erasure: LeasedErasure): Promise<void> {
    const failures: unknown[] = [];
    for (const copy of copies) {
      if (isStopped) break;
      await remove(copy, erasure).catch((error: unknown) => {
        if (error instanceof NotBefore) throw error;
        failures.push(error);
      });
    }
    if (failures.length > 0) throw failures[0];
  }

  async function remove(copy: Copy, { conversationId, attempts }: LeasedErasure): Promise<void> {
    const remover = removers.find(({ places }) => places.includes(copy.place));
    if (!remover) return erasures.settle(copy, { state: "kept", reason: notConnected });
    try {
      const removed = await remover.remove(copy);
      await erasures.add(conversationId, removed.found ?? []);
      if ("notBefore" in removed) throw new NotBefore(removed.notBefore);
      await erasures.settle(copy, removed.fate);
    } catch (error) {
      if (error instanceof NotBefore || attempts < maxAttempts) throw error;
      const reason = `It could not be removed: ${error instanceof Error ? error.message : String(error)}`;
      await erasures.settle(copy, { state: "kept", reason });
    }
  }

  return {
    start(): void {
      isStopped = false;
      timer = setInterval(() => void look(), pollMs);
      timer.unref();
      void look();
    },

    /** Something was erased: begin now rather than at the next look. */
    kick: () => void (isStopped || look()),

    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(timer);
      await working;
    },
  };
}

const notConnected = "Slack is not connected any more, so the app cannot remove it.";
