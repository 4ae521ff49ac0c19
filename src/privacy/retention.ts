import type { Log } from "../log.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Sites } from "../settings/sites.ts";
import type { AuditStore } from "./audit.ts";
import type { ErasureReason, Erasures } from "./erasing/ports.ts";

export interface RetentionOptions {
  erasures: Erasures;
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
const byName = "Retention";
const staysInSlack = "The settings say that Slack keeps its copies when a conversation's time is over.";

/** Erases closed conversations whose site keeps them no longer: once a day, on one node, in small steps. */
export function createRetention({ erasures, audit, sites, settings, erase, now, log }: RetentionOptions) {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isStopped = true;

  async function look(): Promise<void> {
    try {
      if (!(await erasures.takeTurn(now(), dayMs))) return;
      for (const { key, keepDays } of await sites.list()) if (keepDays > 0) await clear(key, keepDays);
    } catch (error) {
      log.error("conversations whose time is over could not be erased", { error });
    }
  }

  async function clear(siteKey: string, keepDays: number): Promise<void> {
    const { retentionErasesSlack } = await settings.current();
    const before = now() - keepDays * dayMs;
    let count = 0;
    for (;;) {
      const ids = isStopped ? [] : await erasures.over(siteKey, before, batch);
      if (ids.length === 0) break;
      for (const conversationId of ids) {
        const kept = retentionErasesSlack ? {} : { keepElsewhere: staysInSlack };
        await erase({ conversationId, reason: "retention", by: byName, ...kept });
        count += 1;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (count === 0) return;
    await audit.add({ kind: "retained", siteKey, count, by: byName, at: now() });
    log.info("conversations whose time was over were erased", { siteKey, count, keepDays });
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
