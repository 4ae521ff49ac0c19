/** A file of a message, as far as this app reads it. */
export interface FileInMessage {
  id?: string | undefined;
  name?: string | null | undefined;
  title?: string | null | undefined;
  mimetype?: string | undefined;
  size?: number | undefined;
  /** `hosted`, `snippet`, `external`, `tombstone`, `hidden_by_limit`… */
  mode?: string | undefined;
  /** `check_file_info` where Slack tells more only when asked. */
  file_access?: string | undefined;
  url_private_download?: string | undefined;
}

/** A message as far as this app reads it; whatever else Slack sends is not relied upon. */
export interface SlackMessage {
  subtype?: string | undefined;
  ts?: string | undefined;
  thread_ts?: string | undefined;
  user?: string | undefined;
  /** The workspace of a person who takes part through Slack Connect. */
  user_team?: string | undefined;
  parent_user_id?: string | undefined;
  bot_id?: string | undefined;
  text?: string | undefined;
  blocks?: { type?: string | undefined }[] | undefined;
  files?: FileInMessage[] | undefined;
  edited?: { ts?: string | undefined } | undefined;
}

/** A `message` event: a message, or what became of one. */
export interface MessageEvent extends SlackMessage {
  channel: string;
  ts: string;
  message?: SlackMessage | undefined;
  previous_message?: SlackMessage | undefined;
  deleted_ts?: string | undefined;
}

/** Something a person wrote in a thread. */
export interface ReplyEvent extends SlackMessage {
  channel: string;
  ts: string;
  thread_ts: string;
  user: string;
}

/** Edits, joins, pins and the rest have subtypes too: what is not named here is not for the visitor. */
const relayed = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

/** Whether a person, and not this or another app, wrote under somebody's post. */
export function isReply<Message extends SlackMessage>(
  message: Message,
  botUserId: string,
): message is Message & { ts: string; thread_ts: string; user: string } {
  return (
    relayed.has(message.subtype) &&
    message.ts !== undefined &&
    message.thread_ts !== undefined &&
    message.thread_ts !== message.ts &&
    message.user !== undefined &&
    message.user !== botUserId &&
    message.user !== "USLACKBOT" &&
    !message.bot_id
  );
}
