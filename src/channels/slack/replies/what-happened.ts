import { isReply, type MessageEvent, type ReplyEvent, type SlackMessage } from "./reply-event.ts";
import type { MessageAddress } from "./source.ts";

/** What an event of Slack's means for a thread. */
export type Happened =
  | { type: "reply"; reply: ReplyEvent }
  /** `reply` as it is now; `at` is Slack's time of the edit. */
  | { type: "edit"; reply: ReplyEvent; at: string; before: SlackMessage | undefined }
  | { type: "deletion"; message: MessageAddress; before: ReplyEvent | undefined }
  | { type: "rootDeleted"; root: MessageAddress };

/** Reads a `message` event; undefined for all that is none of the visitor's business. */
export function whatHappened(event: MessageEvent, botUserId: string): Happened | undefined {
  const { channel } = event;
  if (event.subtype === "message_changed") return changed(event, botUserId);
  if (event.subtype === "message_deleted") return deleted(event, botUserId);
  return isReply(event, botUserId) ? { type: "reply", reply: { ...event, channel } } : undefined;
}

/** Link previews and counters of replies change messages too. */
function changed({ channel, message, previous_message: before }: MessageEvent, botUserId: string) {
  if (!message?.ts) return undefined;
  if (message.subtype === "tombstone") return gone({ channel, ts: message.ts }, message, botUserId);
  const at = message.edited?.ts;
  if (!at || !isReply(message, botUserId) || (before && isSame(message, before))) return undefined;
  return { type: "edit", reply: { ...message, channel }, at, before } as const;
}

function deleted({ channel, deleted_ts: ts, previous_message: before }: MessageEvent, botUserId: string) {
  return ts ? gone({ channel, ts }, before, botUserId) : undefined;
}

function gone(
  message: MessageAddress,
  before: SlackMessage | undefined,
  botUserId: string,
): Happened | undefined {
  const isRoot = before && (!before.thread_ts || before.thread_ts === message.ts);
  if (isRoot) return { type: "rootDeleted", root: message };
  if (!before) return { type: "deletion", message, before: undefined };
  const reply = { ...before, ...message };
  return isReply(reply, botUserId) ? { type: "deletion", message, before: reply } : undefined;
}

const isSame = (one: SlackMessage, other: SlackMessage) => contentOf(one) === contentOf(other);

/** Slack names blocks anew at each edit. */
const contentOf = ({ text = "", blocks = [], files = [] }: SlackMessage) =>
  JSON.stringify([text, blocks, files.map(({ id, mode }) => [id, mode])], (key, value) =>
    key === "block_id" ? undefined : value,
  );
