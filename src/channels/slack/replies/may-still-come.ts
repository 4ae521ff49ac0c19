/** Slack gives up delivering a message after six minutes: one we have not heard of by now will not come any more. */
const deliveredWithinMs = 10 * 60_000;

export const mayStillCome = ({ ts }: { ts: string }, now: number) =>
  now - Number(ts) * 1_000 < deliveredWithinMs;
