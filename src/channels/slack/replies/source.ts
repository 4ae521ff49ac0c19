import type { Source } from "../../../conversation/store.ts";
import { besideSlack } from "../card/acts.ts";

export interface MessageAddress {
  channel: string;
  ts: string;
}

/** Where a message of Slack's came in, or, with `act`, something that was done to it: recognised however often it is delivered. */
export const sourceOf = (teamId: string, { channel, ts }: MessageAddress, act?: string): Source => ({
  via: "slack",
  externalId: [teamId, channel, ts, ...(act ? [act] : [])].join("/"),
});

/** Something that was done to a message: told to Slack too, where our own posts may hold what was changed. */
export const actOn = (teamId: string, message: MessageAddress, act: string): Source => ({
  ...sourceOf(teamId, message, act),
  via: besideSlack,
});

/** The message a source of ours belongs to. */
export function addressIn({ externalId }: Source): MessageAddress & { teamId: string } {
  const [teamId = "", channel = "", ts = ""] = externalId.split("/");
  return { teamId, channel, ts };
}
