import { backoffMs } from "./backoff.ts";

/** How long things take and last. */
export interface Pace {
  /** Between two pings, while the visitor looks at the page. */
  heartbeatMs: number;
  /** An unanswered hello or ping means that the line is dead, even if the browser has not noticed. */
  answerWithinMs: number;
  /** Wait before the next attempt; `failures` counts from 0. */
  backoffMs(failures: number): number;
  /** What arrives within this time is receipted together. */
  receiptAfterMs: number;
  /** How often it is looked whether the visitor went to another page, and told that they type. */
  pageEveryMs: number;
  /** Addresses of files are asked for anew before the server's hour is over. */
  filesLastMs: number;
  /** The server's longest silence while an answer is written: one try, and another. */
  halfSaidLastsMs: number;
}

export const usualPace: Pace = {
  heartbeatMs: 25_000,
  answerWithinMs: 10_000,
  backoffMs,
  receiptAfterMs: 700,
  pageEveryMs: 5_000,
  filesLastMs: 50 * 60_000,
  halfSaidLastsMs: 12_000,
};
