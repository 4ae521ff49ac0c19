export interface Failure {
  /** Answer ok:false with this error. */
  error?: string;
  /** Answer with this HTTP status. */
  status?: number;
  /** Answer 429 with this many seconds to wait. */
  retryAfter?: number;
  /** Carry the call out, then cut the connection before the answer. */
  lostResponse?: boolean;
  /** Wait before carrying the call out. */
  delayMs?: number;
  /** Carry the call out at once, and answer this much later: what happens in between finds the message already in Slack. */
  answerAfterMs?: number;
  /** How many calls it befalls; default 1. */
  times?: number;
}

export type Troubles = ReturnType<typeof createTroubles>;

/** What is arranged to go wrong with the Web API. `*` befalls every method. */
export function createTroubles() {
  const failures: { method: string; failure: Failure; left: number }[] = [];
  let isDown = false;
  let isRevoked = false;
  return {
    fail: (method: string, failure: Failure) =>
      void failures.push({ method, failure, left: failure.times ?? 1 }),
    next(method: string): Failure | undefined {
      const found = failures.find(
        (candidate) => candidate.left > 0 && (candidate.method === method || candidate.method === "*"),
      );
      if (found) found.left -= 1;
      return found?.failure;
    },
    setDown(down: boolean) {
      isDown = down;
    },
    setRevoked(revoked: boolean) {
      isRevoked = revoked;
    },
    isDown: () => isDown,
    isRevoked: () => isRevoked,
    clear() {
      failures.length = 0;
      isDown = false;
      isRevoked = false;
    },
  };
}
