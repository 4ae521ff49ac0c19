import type { Log } from "../log.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Sites } from "../settings/sites.ts";
import type { AuditStore } from "./audit.ts";
import type { ErasureReason, Erasures } from "./erasing/ports.ts";
import type { Turns } from "./turns.ts";

export interface RetentionOptions {
  turns: Turns;
  erasures: Pick<Erasures, "over">;
  traces: { forgetOld(): Promise<void> };
  audit: AuditStore;
  sites: Pick<Sites, "list">;
  settings: Pick<SettingsDesk, "current">;
  erase: (request: {
    conversationId: string;
    reason: ErasureReason;
    by: string;
    keepElsewhere?: string | undefined;
  }) => Promise<unknown>;
  now: () => number;
  log: Log;
}

export const dayMs = 24 * 60 * 60_000;
const lookEveryMs = 60 * 60_000;
/** So many, and then everybody else first. */
const batch = 25;
/** Longer than one conversation can take. Whoever is silent for so long has left it half-way. */
const leaseMs = 15 * 60_000;
const turn = "privacy: conversations whose time is over";
const byName = "Retention";
const staysInSlack = "The settings say that Slack keeps its copies when a conversation's time is over.";

/**
 * Erases closed conversations whose site keeps them no longer: once a day, on one node, in small steps. The day's turn is
 * over when all of them are gone, so whoever is stopped half-way is followed by the next.
 */
export function createRetention(options: RetentionOptions) {
  const { turns, erasures, audit, sites, settings, traces, erase, now, log } = options;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isStopped = true;

  async function look(): Promise<void> {
    try {
      if (!(await turns.take(turn, { now: now(), everyMs: dayMs, until: now() + leaseMs }))) return;
      const isDone = await clearAll().catch(async (error: unknown) => {
        await turns.leave(turn);
        throw error;
      });
      await (isDone ? turns.finish(turn, now()) : turns.leave(turn));
    } catch (error) {
      log.error("conversations whose time is over could not be erased", { error });
    }
  }

  /** Whether all are gone that were over. */
  async function clearAll(): Promise<boolean> {
    let failed = 0;
    for (const { key, keepDays } of await sites.list())
      if (keepDays > 0) failed += await clear(key, keepDays);
    await traces.forgetOld();
    return failed === 0 && !isStopped;
  }

  /** Returns how many could not be erased. */
  async function clear(siteKey: string, keepDays: number): Promise<number> {
    const { retentionErasesSlack } = await settings.current();
    const kept = retentionErasesSlack ? {} : { keepElsewhere: staysInSlack };
    const before = now() - keepDays * dayMs;
    const failed = new Set<string>();
    let count = 0;
    while (!isStopped) {
      const ids = await erasures.over(siteKey, before, batch + failed.size);
      const next = ids.filter((id) => !failed.has(id));
      if (next.length === 0) break;
      for (const conversationId of next) {
        if (isStopped) break;
        await turns.keep(turn, now() + leaseMs);
        try {
          await erase({ conversationId, reason: "retention", by: byName, ...kept });
          count += 1;
        } catch (error) {
          failed.add(conversationId);
          log.warn("a conversation whose time is over could not be erased", { conversationId, error });
        }
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (count === 0) return failed.size;
    await audit.add({ kind: "retained", siteKey, count, by: byName, at: now() });
    log.info("conversations whose time was over were erased", { siteKey, count, keepDays });
    return failed.size;
  }

  const work = () => {
    working ??= look().finally(() => {
      working = undefined;
    });
    return working;
  };

  return {
    start(): void {
      isStopped = false;
      timer = setInterval(() => void work(), lookEveryMs);
      timer.unref();
      void work();
    },

    /** Looks now, if nobody has within a day. */
    look: work,

    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(timer);
      await working;
    },
  };
}
