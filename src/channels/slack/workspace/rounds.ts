import type { Log } from "../../../log.ts";

export interface RoundsOptions {
  everyMs: number;
  work: () => Promise<void>;
  log: Log;
}

export type Rounds = ReturnType<typeof createRounds>;

/** Does its work again and again, never twice at a time. */
export function createRounds({ everyMs, work, log }: RoundsOptions) {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isWantedAgain = false;
  let isStopped = true;

  return {
    start(): void {
      isStopped = false;
      wait();
    },

    /** Now, or right after the work that is under way. */
    soon(): void {
      if (working) isWantedAgain = true;
      else if (!isStopped) go();
    },

    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await working;
    },
  };

  function wait(): void {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(go, isWantedAgain ? 0 : everyMs);
    timer.unref();
  }

  function go(): void {
    isWantedAgain = false;
    working = work()
      .catch((error: unknown) => log.warn("slack: the round was not finished", { error }))
      .finally(() => {
        working = undefined;
        wait();
      });
  }
}
