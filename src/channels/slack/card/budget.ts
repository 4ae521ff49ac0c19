export interface BudgetOptions {
  now: () => number;
  /** In which at most `most` changes are made; Slack allows about 50 a minute. */
  windowMs: number;
}

export type Budget = ReturnType<typeof createBudget>;

const most = 45;
/** What is only nice to know leaves the rest to changes that people wait for. */
const mostIdle = 15;

/** How many cards of one workspace may change. Asked for a turn, says when (ms since 1970) there is one: now, or later. */
export function createBudget({ now, windowMs }: BudgetOptions) {
  let spent: number[] = [];
  let pausedUntil = 0;

  return {
    /** Takes the turn if that is now. */
    turnAt({ isIdle }: { isIdle: boolean }): number {
      spent = spent.filter((at) => at > now() - windowMs);
      if (pausedUntil > now()) return pausedUntil;
      const allowed = isIdle ? mostIdle : most;
      const inTheWay = spent[spent.length - allowed];
      if (inTheWay !== undefined) return inTheWay + windowMs;
      spent.push(now());
      return now();
    },

    /** Slack asked to wait, and asking sooner prolongs it. */
    pauseUntil(at: number): void {
      pausedUntil = Math.max(pausedUntil, at);
    },
  };
}
