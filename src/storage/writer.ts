import { Conflict } from "../conversation/errors.ts";
import type { Recorded } from "../conversation/store.ts";
import type { Clock, Write } from "./changes.ts";

/** At most this many changes share a transaction: enough to pay for the disk's sync, few enough to stay quick. */
const maxBatch = 512;

interface Waiting {
  change: Write;
  resolve(recorded: Recorded): void;
  reject(error: unknown): void;
}

/** Where changes are written: all of them in one transaction, or none. */
export interface ChangeLog {
  /** Throws `Conflict` when any change was made on an outdated version. */
  write(changes: Write[], clock: Clock): Promise<Recorded[]>;
  close(): void;
}

export interface Writer {
  record(change: Write): Promise<Recorded>;
}

/**
 * Group commit: changes that arrive while the disk is busy share the next transaction. Each is acknowledged only
 * after its transaction is on disk, and one that fails never takes the others with it.
 */
export function createWriter(log: ChangeLog, clock: Clock): Writer {
  const waiting: Waiting[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await commit(waiting.splice(0, maxBatch));
    busy = false;
  }

  async function commit(batch: Waiting[]): Promise<void> {
    try {
      const changes = batch.map(({ change }) => change);
      const recorded = await log.write(changes, clock);
      batch.forEach(({ resolve }, index) => {
        resolve(recorded[index] as Recorded);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(isUniqueViolation(error) ? new Conflict() : error);
      else for (const one of batch) await commit([one]);
    }
  }

  return {
    record: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject });
        // Everything that is ready in this turn of the event loop goes into the same transaction.
        setImmediate(drain);
      }),
  };
}

/** The same conversation or source, written by another process in the same moment. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && /unique constraint|UNIQUE constraint|23505/i.test(error.message);
}
