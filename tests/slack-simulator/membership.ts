import { channelType, post } from "./messages.ts";
import type { Slack } from "./slack.ts";
import type { Channel } from "./workspace.ts";

/** Puts a person or the bot into a channel, as Slack announces it. */
export function join(slack: Slack, channel: Channel, user: string, inviter?: string): void {
  if (channel.members.has(user)) return;
  channel.members.add(user);
  const ts = slack.workspace.nextTs();
  slack.events.emit(
    {
      type: "member_joined_channel",
      user,
      channel: channel.id,
      channel_type: "C",
      team: slack.workspace.team.id,
      ...(inviter ? { inviter } : {}),
      event_ts: ts,
    },
    channel,
  );
  post(slack, channel, {
    type: "message",
    subtype: "channel_join",
    user,
    text: `<@${user}> has joined the channel`,
    ts,
  });
}

export function leave(slack: Slack, channel: Channel, user: string): void {
  const event = {
    type: "member_left_channel",
    user,
    channel: channel.id,
    channel_type: "C",
    team: slack.workspace.team.id,
  };
  slack.events.emit({ ...event, event_ts: slack.workspace.nextTs() }, channel);
  if (user === slack.workspace.bot.userId)
    slack.events.emit({ type: "channel_left", channel: channel.id, event_ts: slack.workspace.nextTs() });
  channel.members.delete(user);
  slack.changed();
}

export function archive(slack: Slack, channel: Channel, user: string): void {
  channel.isArchived = true;
  slack.events.emit(
    { type: "channel_archive", channel: channel.id, user, is_moved: 0, event_ts: slack.workspace.nextTs() },
    channel,
  );
  const ts = slack.workspace.nextTs();
  post(slack, channel, {
    type: "message",
    subtype: "channel_archive",
    user,
    text: "archived the channel",
    ts,
  });
}

export function unarchive(slack: Slack, channel: Channel, user: string): void {
  channel.isArchived = false;
  slack.events.emit(
    { type: "channel_unarchive", channel: channel.id, user, event_ts: slack.workspace.nextTs() },
    channel,
  );
  slack.changed();
}

export function rename(slack: Slack, channel: Channel, name: string): void {
  channel.name = name;
  const created = Math.floor(Date.now() / 1000);
  slack.events.emit(
    {
      type: "channel_rename",
      channel: { id: channel.id, name, created },
      channel_type: channelType(channel),
      event_ts: slack.workspace.nextTs(),
    },
    channel,
  );
  slack.changed();
}
