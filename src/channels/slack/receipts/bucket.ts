export interface BucketOptions {
  now: () => number;
  /** How many calls at once, after a quiet time. */
  burst: number;
  /** Between two calls when there are many. */
  everyMs: number;
}

export type Bucket = ReturnType<typeof createBucket>;

/** How often something may be called. */
export function createBucket({ now, burst, everyMs }: BucketOptions) {
  let left = burst;
  let filledAt = now();

  return {
    /** Takes a call from the budget, if there is one. */
    take(): boolean {
      const gained = everyMs > 0 ? (now() - filledAt) / everyMs : burst;
      left = Math.min(burst, left + gained);
      filledAt = now();
      if (left < 1) return false;
      left -= 1;
      return true;
    },

    /** Milliseconds until there is a call in the budget again. */
    waitMs: () => Math.max(1, Math.ceil((1 - left) * everyMs)),
  };
}
