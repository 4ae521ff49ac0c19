import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "../http/client-address.ts";
import { HttpError } from "../http/errors.ts";

/** Wrong passwords from one address within a minute. */
const failures = { points: 10, duration: 60 };

/** Stops whoever guesses passwords; a whole office that signs in from one address at nine o'clock passes. */
export function createSignInLimit() {
  const limiter = new RateLimiterMemory(failures);

  return {
    /** Counts an attempt, before its outcome is known, so that many at once are no way around. */
    async attempt(address: string): Promise<void> {
      try {
        await limiter.consume(networkOf(address));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) throw tooMany(refusal);
        throw refusal;
      }
    },

    /** It was the right password: the attempt does not count. */
    async succeeded(address: string): Promise<void> {
      await limiter.reward(networkOf(address));
    },
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): HttpError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new HttpError(429, `Too many attempts. Please wait ${seconds} seconds and try again.`, seconds);
}
