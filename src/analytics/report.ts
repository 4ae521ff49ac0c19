/** From `from` up to, not including, `to`; milliseconds since 1970. */
export interface Range {
  from: number;
  to: number;
}

/** What the team reads about a range of time. */
export interface Report extends Range {
  /** In which the visitor said something, or asked for a person. */
  conversations: number;
  /** Of those: how many went to people, at least once. */
  handedOff: number;
  /** `handedOff` of `conversations`, 0 to 1; absent when there was none. */
  handoffRate: number | undefined;
  closed: number;
  /** Now, whatever the range. */
  waitingNow: number;
  /** From each handoff to the first thing a person said; absent when nobody answered yet. */
  medianFirstAnswerMs: number | undefined;
  /** Why conversations went to people, most frequent first. */
  reasons: { reason: string; count: number }[];
  /** One entry for each day of the range, oldest first; `day` as `2026-03-31`. */
  days: { day: string; conversations: number; handedOff: number }[];
}
