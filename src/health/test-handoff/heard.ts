import { broken, type Found, off, ok } from "../check.ts";

export interface HeardOptions {
  hasHeard: () => Promise<boolean>;
  /** There is no other node that Slack may have told instead. */
  isAlone: boolean;
  now: () => number;
}

const patienceMs = 10_000;
const pollMs = 100;

/** Slack tells us of our own posts too: whether it does proves that people's replies arrive. */
export async function heard({ hasHeard, isAlone, now }: HeardOptions): Promise<Found> {
  const end = now() + patienceMs;
  while (!(await hasHeard())) {
    if (now() > end && !isAlone)
      return off(
        "Slack has not told this node of the post. It may have told another: write something in the channel.",
      );
    if (now() > end)
      return broken(
        `Slack has not told us of our own post within ${patienceMs / 1_000} s, so people's replies do not arrive either. See “Slack events” among the checks.`,
      );
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return ok("Slack told us of the post, so people's replies arrive.");
}
