import { RateLimiterMemory } from "rate-limiter-flexible";

/** To one recipient. */
const hourly = { points: 5, duration: 60 * 60 };

/**
 * Whether somebody who wrote to us in vain is told why, counted in this process: whoever asks is about to tell them. A
 * machine that answers every message would be told for ever.
 */
export function createHints(): (recipient: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory(hourly);
  return (recipient) =>
    limiter.consume(recipient).then(
      () => true,
      () => false,
    );
}
