import type { Source } from "../../../conversation/store.ts";

/** Where a message stands in Slack. */
export interface MessagePlace {
  team: string;
  channel: string;
  ts: string;
}

/** Undefined for what was not written in Slack, or was done to something there. */
export function placeOf({ via, externalId }: Source): MessagePlace | undefined {
  const [team, channel, ts, ...more] = externalId.split("/");
  return via === "slack" && team && channel && ts && more.length === 0 ? { team, channel, ts } : undefined;
}
