import type { SlackMessage } from "../message.ts";
import type { Slack } from "../slack.ts";
import type { Channel } from "../workspace.ts";
import { ApiError } from "./api-error.ts";
import { type Args, requiredArg, textArg } from "./args.ts";

/** The channel a call means: an id, a name, or a person to write to directly. */
export function channelToPostIn(slack: Slack, args: Args): Channel {
  const wanted = requiredArg(args, "channel");
  const person = wanted.startsWith("U") ? slack.workspace.person(wanted) : undefined;
  const channel = person ? slack.workspace.directMessage(person.id) : slack.workspace.channel(wanted);
  if (!channel) throw new ApiError("channel_not_found");
  if (channel.isArchived) throw new ApiError("is_archived");
  const mayPostAnywhere = slack.settings.scopes?.includes("chat:write.public") ?? false;
  if (!channel.members.has(slack.workspace.bot.userId) && !mayPostAnywhere)
    throw new ApiError("not_in_channel");
  return channel;
}

/** The root a reply goes under. Slack wants the root itself, never one of its replies. */
export function threadToPostIn(slack: Slack, channel: Channel, args: Args): string | undefined {
  const ts = textArg(args, "thread_ts");
  if (!ts) return undefined;
  const root = slack.workspace.message(channel, ts);
  if (!root) throw new ApiError("thread_not_found");
  if (root.thread_ts && root.thread_ts !== root.ts) throw new ApiError("cannot_reply_to_message");
  return ts;
}

/** Who a post of the app comes from: itself, or the name and picture it was told to wear. */
export function authorOf(slack: Slack, args: Args): Partial<SlackMessage> {
  const { bot, team } = slack.workspace;
  const app = { bot_id: bot.botId, app_id: bot.appId };
  const username = textArg(args, "username");
  const iconUrl = textArg(args, "icon_url");
  const iconEmoji = textArg(args, "icon_emoji");
  if (!username && !iconUrl && !iconEmoji) {
    return {
      ...app,
      user: bot.userId,
      team: team.id,
      bot_profile: {
        id: bot.botId,
        app_id: bot.appId,
        name: bot.realName,
        team_id: team.id,
        deleted: false,
        updated: 0,
        icons: {},
      },
    };
  }
  const granted = slack.settings.scopes;
  if (granted && !granted.includes("chat:write.customize")) {
    throw new ApiError("missing_scope", { needed: "chat:write.customize", provided: granted.join(",") });
  }
  const icons = iconUrl
    ? { image_36: iconUrl, image_48: iconUrl, image_72: iconUrl }
    : iconEmoji
      ? { emoji: iconEmoji }
      : undefined;
  return { ...app, subtype: "bot_message", username: username ?? bot.realName, ...(icons ? { icons } : {}) };
}
