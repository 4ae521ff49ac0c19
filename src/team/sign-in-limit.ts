import { networkOf } from "../http/client-address.ts";
import { createLimit, type Limit } from "./limit.ts";

/** Who tries to sign in, and from where. */
export interface Attempt {
  address: string;
  email: string;
  /** Of the browser, when somebody has signed in there to this account before. */
  deviceId: string | undefined;
}

const minutes = 60;
const otherwise = ", or choose a new password by “Forgot your password?”";

/**
 * Wrong passwords are counted by network and, from browsers unknown to it, by account: so neither one machine can try
 * many accounts nor many machines one. A browser that is known to an account counts for itself alone: nobody else's
 * guesses lock its owner out. Right passwords count for nothing.
 */
export function createSignInLimit() {
  const networks = createLimit({ points: 10, duration: minutes });
  const accounts = createLimit({ points: 10, duration: 15 * minutes });
  const devices = createLimit({ points: 10, duration: 5 * minutes });

  const counted = ({ address, email, deviceId }: Attempt): [Limit, string][] =>
    deviceId
      ? [[devices, deviceId]]
      : [
          [networks, networkOf(address)],
          [accounts, email],
        ];

  return {
    /** Counts an attempt, before its outcome is known, so that many at once are no way around. */
    async attempt(attempt: Attempt): Promise<void> {
      for (const [limit, key] of counted(attempt)) await limit.take(key, otherwise);
    },

    /** It was the right password: the attempt does not count. */
    async succeeded(attempt: Attempt): Promise<void> {
      for (const [limit, key] of counted(attempt)) await limit.giveBack(key);
    },
  };
}
