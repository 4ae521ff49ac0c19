import { join, leave } from "../membership.ts";
import type { Slack } from "../slack.ts";
import type { Channel } from "../workspace.ts";
import { ApiError } from "./api-error.ts";
import { type Args, flagArg, limitArg, requiredArg, textArg } from "./args.ts";
import type { Methods } from "./method.ts";
import { paged } from "./paging.ts";

export const conversations: Methods = {
  "conversations.list": {
    scopes: ["channels:read", "groups:read", "im:read", "mpim:read"],
    run(slack, args) {
      const types = (textArg(args, "types") ?? "public_channel").split(",").map((type) => type.trim());
      const wanted = slack.workspace.channels
        .filter((channel) => types.includes(channel.isIm ? "im" : "public_channel"))
        .filter((channel) => !(flagArg(args, "exclude_archived") && channel.isArchived));
      const { page, response_metadata } = paged(wanted, args, limitArg(args, 100, 1000));
      return { channels: page.map((channel) => shown(slack, channel)), response_metadata };
    },
  },
  "conversations.info": {
    scopes: ["channels:read", "groups:read", "im:read", "mpim:read"],
    run: (slack, args) => {
      const channel = channelOf(slack, args);
      return {
        channel: {
          ...shown(slack, channel),
          ...(flagArg(args, "include_num_members") ? { num_members: channel.members.size } : {}),
        },
      };
    },
  },
  "conversations.join": {
    scopes: ["channels:join"],
    run(slack, args) {
      const channel = channelOf(slack, args);
      if (channel.isArchived) throw new ApiError("is_archived");
      if (channel.isIm) throw new ApiError("method_not_supported_for_channel_type");
      const isMember = channel.members.has(slack.workspace.bot.userId);
      join(slack, channel, slack.workspace.bot.userId);
      return {
        channel: shown(slack, channel),
        ...(isMember
          ? { warning: "already_in_channel", response_metadata: { warnings: ["already_in_channel"] } }
          : {}),
      };
    },
  },
  "conversations.leave": {
    scopes: ["channels:manage", "channels:write"],
    run(slack, args) {
      const channel = channelOf(slack, args);
      if (!channel.members.has(slack.workspace.bot.userId)) return { not_in_channel: true };
      leave(slack, channel, slack.workspace.bot.userId);
      return {};
    },
  },
  "conversations.members": {
    scopes: ["channels:read", "groups:read", "im:read", "mpim:read"],
    run(slack, args) {
      const { page, response_metadata } = paged(
        [...channelOf(slack, args).members],
        args,
        limitArg(args, 100, 1000),
      );
      return { members: page, response_metadata };
    },
  },
  "conversations.open": {
    scopes: ["im:write", "mpim:write"],
    run(slack, args) {
      const user = slack.workspace.person(requiredArg(args, "users"));
      if (!user) throw new ApiError("user_not_found");
      return {
        channel: {
          id: slack.workspace.directMessage(user.id).id,
          ...(flagArg(args, "return_im") ? { is_im: true, user: user.id } : {}),
        },
      };
    },
  },
};

export function channelOf(slack: Slack, args: Args): Channel {
  const wanted = requiredArg(args, "channel");
  const channel = slack.workspace.channels.find(({ id }) => id === wanted);
  if (!channel) throw new ApiError("channel_not_found");
  return channel;
}

function shown(slack: Slack, channel: Channel): Record<string, unknown> {
  const isMember = channel.members.has(slack.workspace.bot.userId);
  if (channel.isIm)
    return {
      id: channel.id,
      is_im: true,
      user: channel.imWith,
      is_archived: false,
      context_team_id: slack.workspace.team.id,
    };
  const isShared = slack.workspace.people.some(
    (person) => person.externalTeam && channel.members.has(person.id),
  );
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_archived: channel.isArchived,
    is_general: false,
    is_shared: isShared,
    is_ext_shared: isShared,
    is_org_shared: false,
    is_member: isMember,
    num_members: channel.members.size,
    creator: slack.workspace.people[0]?.id ?? slack.workspace.bot.userId,
    context_team_id: slack.workspace.team.id,
    topic: { value: "", creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
  };
}
