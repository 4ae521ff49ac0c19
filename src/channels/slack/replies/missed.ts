import type { ConversationEvent } from "../../../conversation/events.ts";
import { isReply, type MessageEvent, type SlackMessage } from "./reply-event.ts";
import { addressIn } from "./source.ts";
import type { SlackThread } from "./thread.ts";

/** How many known messages are looked at again, for edits and deletions that were missed. */
const again = 5;

export interface Known {
  /** What people wrote in the thread's channel and we have recorded, by `ts`, oldest first. */
  messages: Map<string, string>;
  /** From where on the thread is read. */
  oldest: string;
  /** What was written before was for a part that is over. */
  since: string;
}

/** What we know of a thread, by what was recorded of its conversation. `from`: where to begin if that is nothing. */
export function knownOf(events: ConversationEvent[], thread: SlackThread, from = thread.ts): Known {
  const messages = new Map<string, string>();
  let since = "0";
  for (const event of events) {
    if (event.type === "conversation.reopened") since = String(event.at / 1_000);
    if (event.type !== "message.posted" || event.via !== "slack") continue;
    const { teamId, channel, ts } = addressIn(event);
    if (teamId === thread.team && channel === thread.channel && ts > thread.ts)
      messages.set(ts, event.message.id);
  }
  for (const event of events) if (event.type === "message.deleted") forget(messages, event.message.id);
  const times = [...messages.keys()].sort();
  return { messages, oldest: times.at(-again) ?? times[0] ?? from, since };
}

/** The events Slack would have sent for what stands in a thread: new replies first, then edits of any. */
export function missedIn(
  page: SlackMessage[],
  { messages, since }: Known,
  { thread, botUserId }: { thread: SlackThread; botUserId: string },
): MessageEvent[] {
  const { channel } = thread;
  return page.flatMap((message): MessageEvent[] => {
    if (!isReply(message, botUserId)) return [];
    const isKnown = messages.has(message.ts);
    if (!isKnown && Number(message.ts) < Number(since)) return [];
    const written = isKnown ? [] : [{ ...message, channel }];
    const edit = { subtype: "message_changed", channel, ts: message.edited?.ts ?? message.ts, message };
    return message.edited ? [...written, edit] : written;
  });
}

/** Known messages that a thread no longer shows where they should be. */
export const absentFrom = (page: SlackMessage[], { messages, oldest }: Known): string[] =>
  [...messages.keys()].filter((ts) => ts >= oldest && !page.some((message) => message.ts === ts));

function forget(messages: Map<string, string>, messageId: string): void {
  for (const [ts, id] of messages) if (id === messageId) messages.delete(ts);
}
