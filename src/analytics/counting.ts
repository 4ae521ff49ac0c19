import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { factsOf } from "./facts.ts";
import type { FactStore, Mark } from "./ports.ts";

/** Conversations whose events are in memory at once. */
const pageSize = 100;
/** Between two pages, for everybody else. */
const pauseMs = 5;
const everyMs = 60_000;
/** A change may become visible this long after the time it bears: it was computed on another node, or had to wait. */
const overlapMs = 5 * 60_000;

interface Options {
  facts: FactStore;
  now: () => number;
  log: Pick<Log, "error">;
}

export interface Counting {
  /** Counts what is not counted yet; at once where somebody is at it already. */
  catchUp(): Promise<void>;
  /** How far a long catching up is; undefined while there is none. */
  progress(): { counted: number; total: number } | undefined;
  start(): void;
  stop(): Promise<void>;
}

/**
 * Keeps the facts as the conversations are. It looks for what has moved since it last looked, so a message costs
 * nothing when it is written, a new installation, an old database and a week without power are one case, and facts that
 * were emptied are made anew.
 */
export function createCounting({ facts, now, log }: Options): Counting {
  let mark: Mark = { lastAt: -1, id: "" };
  let running: Promise<void> | undefined;
  let progress: { counted: number; total: number } | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function count(): Promise<void> {
    const recentFrom = now() - overlapMs;
    let since = mark.lastAt < recentFrom ? mark : { lastAt: recentFrom, id: "" };
    const isFirst = mark.lastAt < 0;
    if (isFirst) progress = { counted: 0, total: await facts.total() };

    while (!isStopped) {
      const page = await facts.page({ since, recentFrom, limit: pageSize });
      const missing = page.filter(({ isCounted }) => !isCounted).map(({ id }) => id);
      if (missing.length > 0) {
        const told = await facts.told(missing);
        await facts.save(told.map((one) => ({ ...factsOf(one), lastAt: one.lastAt })));
        await sleep(pauseMs);
      }
      if (progress) progress = { ...progress, counted: progress.counted + page.length };
      since = page.at(-1)?.mark ?? since;
      mark = since;
      if (page.length < pageSize) break;
    }
    if (!isStopped) progress = undefined;
  }

  const catchUp = (): Promise<void> => {
    running ??= count().finally(() => {
      running = undefined;
    });
    return running;
  };

  const look = () =>
    void catchUp().catch((error: unknown) =>
      log.error("the reports could not be brought up to date", { error }),
    );

  return {
    catchUp,
    progress: () => progress,
    start() {
      timer = setInterval(look, everyMs);
      timer.unref();
      look();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
