import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { HttpError } from "../http/errors.ts";

export type Limit = ReturnType<typeof createLimit>;

/** So many `points` within `duration` seconds for each key, in this process. */
export function createLimit(allowed: { points: number; duration: number }) {
  const limiter = new RateLimiterMemory(allowed);

  return {
    /** Throws a refusal that says when to come back. `besides` is what else one can do. */
    async take(key: string, besides = ""): Promise<void> {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) throw tooMany(refusal, besides);
        throw refusal;
      }
    },

    /** Whether it is still allowed, for those who must not learn that it is not. */
    async allows(key: string): Promise<boolean> {
      return limiter.consume(key).then(
        () => true,
        () => false,
      );
    },

    giveBack: async (key: string) => void (await limiter.reward(key)),
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes, besides: string): HttpError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const words = `Too many attempts. Please wait ${inWords(seconds)} and try again${besides}.`;
  return new HttpError(429, words, seconds);
}

function inWords(seconds: number): string {
  if (seconds === 1) return "a second";
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
