/** A `message` event as far as this app reads it; whatever else Slack sends is not relied upon. */
export interface MessageEvent {
  subtype?: string | undefined;
  channel: string;
  ts: string;
  thread_ts?: string | undefined;
  user?: string | undefined;
  parent_user_id?: string | undefined;
  bot_id?: string | undefined;
  text?: string | undefined;
  blocks?: { type: string }[] | undefined;
  files?: { name?: string | null | undefined }[] | undefined;
}

/** Something a person wrote in a thread. */
export interface ReplyEvent extends MessageEvent {
  thread_ts: string;
  user: string;
}

/** Edits, joins, pins and the rest have subtypes too: what is not named here is not for the visitor. */
const relayed = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

/** Whether a person, and not this or another app, wrote under somebody's post. */
export function isReply(message: MessageEvent, botUserId: string): message is ReplyEvent {
  return (
    relayed.has(message.subtype) &&
    message.thread_ts !== undefined &&
    message.thread_ts !== message.ts &&
    message.user !== undefined &&
    message.user !== botUserId &&
    !message.bot_id
  );
}
