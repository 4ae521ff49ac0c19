/** A message as Slack stores it and as its Web API returns it. */
export interface SlackMessage {
  type: "message";
  subtype?: string;
  ts: string;
  text: string;
  user?: string;
  team?: string;
  user_team?: string;
  source_team?: string;
  bot_id?: string;
  app_id?: string;
  bot_profile?: Record<string, unknown>;
  username?: string;
  icons?: { image_36?: string; image_48?: string; image_72?: string; emoji?: string };
  client_msg_id?: string;
  blocks?: Block[];
  attachments?: unknown[];
  files?: SlackFile[];
  upload?: boolean;
  display_as_bot?: boolean;
  thread_ts?: string;
  parent_user_id?: string;
  root?: SlackMessage;
  reply_count?: number;
  reply_users?: string[];
  reply_users_count?: number;
  latest_reply?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  hidden?: boolean;
  is_ephemeral?: boolean;
}

export type Block = Record<string, unknown> & { type: string };

export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  pretty_type: string;
  size: number;
  created: number;
  timestamp: number;
  user: string;
  mode: string;
  url_private: string;
  url_private_download: string;
  permalink: string;
  file_access: string;
  [more: string]: unknown;
}

/** A message handed to a test: Slack's own fields, the channel it is in and the picture it is shown with. */
export interface SimulatedMessage extends SlackMessage {
  channel: string;
  icon_url?: string;
}

export interface SimulatedThread extends SimulatedMessage {
  replies: SimulatedMessage[];
}
