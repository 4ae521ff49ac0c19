import type { EventEnvelope } from "./events.ts";
import type { SlackMessage } from "./message.ts";
import type { Slack } from "./slack.ts";
import type { Channel } from "./workspace.ts";

/** Stores a message, counts it in its thread and tells the app and the pages. */
export function post(slack: Slack, channel: Channel, message: SlackMessage): EventEnvelope {
  channel.messages.push(message);
  const root = message.thread_ts ? slack.workspace.message(channel, message.thread_ts) : undefined;
  if (root && root !== message) countReply(root, message);
  const envelope = slack.events.emit(
    {
      ...structuredClone(message),
      channel: channel.id,
      event_ts: message.ts,
      channel_type: channelType(channel),
    },
    channel,
  );
  if (
    message.user !== slack.workspace.bot.userId &&
    message.text.includes(`<@${slack.workspace.bot.userId}>`)
  ) {
    const { subtype: _subtype, ...mention } = message;
    slack.events.emit(
      { ...structuredClone(mention), type: "app_mention", channel: channel.id, event_ts: message.ts },
      channel,
    );
  }
  slack.changed();
  return envelope;
}

/** Replaces parts of a message. Without `edited` among the changes it is what an unfurl looks like. */
export function change(
  slack: Slack,
  channel: Channel,
  message: SlackMessage,
  changes: Partial<SlackMessage>,
): EventEnvelope {
  const previous = structuredClone(message);
  Object.assign(message, changes);
  const ts = slack.workspace.nextTs();
  const envelope = slack.events.emit(
    {
      type: "message",
      subtype: "message_changed",
      message: structuredClone(message),
      previous_message: previous,
      channel: channel.id,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
    channel,
  );
  slack.changed();
  return envelope;
}

/** Deletes a message. A root with replies stays as a tombstone, which the app hears of as a change. */
export function remove(slack: Slack, channel: Channel, message: SlackMessage): EventEnvelope {
  if (message.reply_count && message.subtype !== "tombstone") return bury(slack, channel, message);
  channel.messages.splice(channel.messages.indexOf(message), 1);
  const root = message.thread_ts ? slack.workspace.message(channel, message.thread_ts) : undefined;
  if (root) recount(channel, root);
  const ts = slack.workspace.nextTs();
  const envelope = slack.events.emit(
    {
      type: "message",
      subtype: "message_deleted",
      previous_message: structuredClone(message),
      channel: channel.id,
      hidden: true,
      deleted_ts: message.ts,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
    channel,
  );
  slack.changed();
  return envelope;
}

function bury(slack: Slack, channel: Channel, root: SlackMessage): EventEnvelope {
  const previous = structuredClone(root);
  const { ts, thread_ts, reply_count, reply_users, reply_users_count, latest_reply } = root;
  for (const key of Object.keys(root)) delete root[key as keyof SlackMessage];
  const tombstone = {
    type: "message",
    subtype: "tombstone",
    text: "This message was deleted.",
    user: "USLACKBOT",
    hidden: true,
    ts,
  };
  Object.assign(root, tombstone, { thread_ts, reply_count, reply_users, reply_users_count, latest_reply });
  const now = slack.workspace.nextTs();
  const envelope = slack.events.emit(
    {
      type: "message",
      subtype: "message_changed",
      message: structuredClone(root),
      previous_message: previous,
      channel: channel.id,
      hidden: true,
      ts: now,
      event_ts: now,
      channel_type: channelType(channel),
    },
    channel,
  );
  slack.changed();
  return envelope;
}

export function channelType(channel: Channel): string {
  return channel.isIm ? "im" : "channel";
}

function countReply(root: SlackMessage, reply: SlackMessage): void {
  const author = reply.user ?? reply.bot_id ?? "";
  const users = new Set([...(root.reply_users ?? []), author]);
  root.thread_ts = root.ts;
  root.reply_count = (root.reply_count ?? 0) + 1;
  root.reply_users = [...users];
  root.reply_users_count = users.size;
  root.latest_reply = reply.ts;
}

function recount(channel: Channel, root: SlackMessage): void {
  const replies = channel.messages.filter((message) => message.thread_ts === root.ts && message !== root);
  for (const key of ["thread_ts", "reply_count", "reply_users", "reply_users_count", "latest_reply"] as const)
    delete root[key];
  for (const reply of replies) countReply(root, reply);
}
