import { NotBefore } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import { createBucket } from "./bucket.ts";

export interface BudgetedOptions<Task> {
  now: () => number;
  burst: number;
  everyMs: number;
  work: (task: Task) => Promise<unknown>;
  log: Log;
}

export type Budgeted<Task> = ReturnType<typeof createBudgeted<Task>>;

/** Does the newest task of each key, within a budget. What fails is not repeated: the next task of the key makes up for it. */
export function createBudgeted<Task>({ now, burst, everyMs, work, log }: BudgetedOptions<Task>) {
  const bucket = createBucket({ now, burst, everyMs });
  const tasks = new Map<string, Task>();
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isStopped = false;

  return {
    want(key: string, task: Task): void {
      if (isStopped) return;
      tasks.set(key, task);
      void go();
    },

    /** The same, unless others wait or the budget is used up. */
    wantIfCheap(key: string, task: Task): void {
      if (tasks.size > 0 || isBusy || isStopped || !bucket.take()) return;
      void attempt(key, task);
    },

    stop(): void {
      isStopped = true;
      clearTimeout(timer);
      tasks.clear();
    },
  };

  async function go(): Promise<void> {
    if (isBusy || timer) return;
    isBusy = true;
    let waitMs: number | undefined;
    while (waitMs === undefined && tasks.size > 0) {
      if (bucket.take()) waitMs = await attemptNext();
      else waitMs = bucket.waitMs();
    }
    isBusy = false;
    if (waitMs === undefined || isStopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      void go();
    }, waitMs);
    timer.unref();
  }

  async function attemptNext(): Promise<number | undefined> {
    const [next] = tasks;
    if (!next) return undefined;
    const [key, task] = next;
    tasks.delete(key);
    return attempt(key, task);
  }

  /** Returns how long Slack asked to wait, if it did. */
  async function attempt(key: string, task: Task): Promise<number | undefined> {
    try {
      await work(task);
    } catch (error) {
      if (error instanceof NotBefore) {
        if (!tasks.has(key)) tasks.set(key, task);
        return Math.max(1, error.at - now());
      }
      log.debug("slack: a mark could not be set", { key, error });
    }
    return undefined;
  }
}
