/** How often cards change, in milliseconds. */
export interface CardPace {
  /** Between two changes of one card. */
  cardMs: number;
  /** Between two changes of one card that only tell whether and where the visitor is. */
  presenceMs: number;
  /** In which Slack counts changes. */
  windowMs: number;
}

/** In proportion to the time between two posts to a channel, which is a second where it is Slack's own. */
export const cardPace = (postIntervalMs: number): CardPace => ({
  cardMs: 3 * postIntervalMs,
  presenceMs: 15 * postIntervalMs,
  windowMs: 60 * postIntervalMs,
});
