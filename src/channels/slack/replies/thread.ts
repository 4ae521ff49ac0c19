/** A thread in Slack. The rest of the system stores it as one opaque string: `T1/C1/1700000000.000100`. */
export interface SlackThread {
  team: string;
  channel: string;
  /** The root's. Slack only threads under roots. */
  ts: string;
}

export const encodeThread = ({ team, channel, ts }: SlackThread) => `${team}/${channel}/${ts}`;

export function decodeThread(externalId: string): SlackThread {
  const [team, channel, ts] = externalId.split("/");
  if (!team || !channel || !ts) throw new Error(`Not a Slack thread: ${externalId}`);
  return { team, channel, ts };
}
