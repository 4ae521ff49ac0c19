/** How long an answer may take, in milliseconds. */
export interface AnswerPace {
  /** Silence after which the first try has failed. */
  firstTryMs: number;
  secondTryMs: number;
  /** Until then the visitor reads something, or is handed to people. */
  silentMs: number;
  /** Until then an answer that is being written is finished. Shorter than the lane's lease, or two would answer. */
  wholeMs: number;
  /** Between two looks the visitor gets at what is being written. */
  showEveryMs: number;
}

/** A visitor hears something within eight seconds: one try, a pause, another, and what the rest of us need. */
export const usualPace: AnswerPace = {
  firstTryMs: 4_500,
  secondTryMs: 2_500,
  silentMs: 7_000,
  wholeMs: 30_000,
  showEveryMs: 100,
};
