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

export interface Before {
  /** Up to here nothing is missing any more; undefined when nobody has looked yet. */
  settledTo: string | undefined;
  /** What was recorded until then (ms since 1970) had been looked through by somebody before us. */
  startedAt: number;
}

/** What we know of a thread, by what was recorded of its conversation. */
export function knownOf(events: ConversationEvent[], thread: SlackThread, before: Before): Known {
  const messages = new Map<string, string>();
  let since = "0";
  let settledTo = before.settledTo ?? thread.ts;
  for (const event of events) {
    if (event.type === "conversation.reopened") since = String(event.at / 1_000);
    if (event.type !== "message.posted" || event.via !== "slack") continue;
    const { teamId, channel, ts } = addressIn(event);
    if (teamId !== thread.team || channel !== thread.channel || ts <= thread.ts) continue;
    messages.set(ts, event.message.id);
    if (before.settledTo === undefined && event.at < before.startedAt && ts > settledTo) settledTo = ts;
  }
  for (const event of events) if (event.type === "message.deleted") forget(messages, event.message.id);
  // What came since then may have come although something before it was missed.
  const settled = [...messages.keys()].filter((ts) => ts <= settledTo).sort();
  return { messages, oldest: settled.at(-again) ?? settled[0] ?? settledTo, since };
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
