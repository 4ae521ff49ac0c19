import { addReaction, removeReaction } from "../reactions.ts";
import type { Slack } from "../slack.ts";
import { ApiError } from "./api-error.ts";
import { type Args, requiredArg } from "./args.ts";
import { channelOf } from "./conversations.ts";
import type { Methods } from "./method.ts";

export const reactions: Methods = {
  "reactions.add": {
    scopes: ["reactions:write"],
    run(slack, args) {
      const { channel, message } = target(slack, args);
      if (channel.isArchived) throw new ApiError("is_archived");
      if (!addReaction(slack, channel, message, slack.workspace.bot.userId, nameOf(args)))
        throw new ApiError("already_reacted");
      return {};
    },
  },
  "reactions.remove": {
    scopes: ["reactions:write"],
    run(slack, args) {
      const { channel, message } = target(slack, args);
      if (!removeReaction(slack, channel, message, slack.workspace.bot.userId, nameOf(args)))
        throw new ApiError("no_reaction");
      return {};
    },
  },
  "reactions.get": {
    scopes: ["reactions:read"],
    run(slack, args) {
      const { channel, message } = target(slack, args);
      const { metadata: _metadata, ...shown } = message;
      return { type: "message", channel: channel.id, message: shown };
    },
  },
};

function target(slack: Slack, args: Args) {
  const channel = channelOf(slack, args);
  const message = slack.workspace.message(channel, requiredArg(args, "timestamp"));
  if (!message) throw new ApiError("message_not_found");
  return { channel, message };
}

function nameOf(args: Args): string {
  const name = requiredArg(args, "name").replace(/^:|:$/g, "");
  if (!/^[\w+-]+(::skin-tone-[2-6])?$/.test(name)) throw new ApiError("invalid_name");
  return name;
}
