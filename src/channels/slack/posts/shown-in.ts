import type { ConversationEvent } from "../../../conversation/events.ts";
import type { SlackThread } from "../replies/thread.ts";

/**
 * Whether one of our posts in a thread says this. What happened in Slack before the thread was opened is part of its
 * history; what happened there later stands in it already.
 */
export function isShownIn({ ts }: SlackThread, { via, externalId, at }: ConversationEvent): boolean {
  if (via !== "slack") return true;
  const [slackTime] = /\d{10}\.\d+$/.exec(externalId) ?? [];
  return (slackTime === undefined ? at / 1_000 : Number(slackTime)) < Number(ts);
}
