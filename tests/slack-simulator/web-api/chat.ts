import { withIds } from "../block-kit/normalize.ts";
import type { SlackMessage } from "../message.ts";
import { change, post, remove } from "../messages.ts";
import { permalink } from "../permalink.ts";
import type { Slack } from "../slack.ts";
import type { Channel } from "../workspace.ts";
import { ApiError, RateLimited } from "./api-error.ts";
import { type Args, flagArg, requiredArg, textArg } from "./args.ts";
import { contentOf } from "./message-content.ts";
import type { Methods } from "./method.ts";
import { authorOf, channelToPostIn, threadToPostIn } from "./posting.ts";

export const chat: Methods = {
  "chat.postMessage": {
    scopes: ["chat:write"],
    run(slack, args) {
      const channel = channelToPostIn(slack, args);
      const wait = slack.limits.post(channel.id);
      if (wait) throw new RateLimited(wait);
      const { content, warnings } = contentOf(args);
      const message = composed(slack, channel, args, content);
      post(slack, channel, message);
      const { metadata: _metadata, root: _root, ...shown } = message;
      const warned = warnings.length ? { warning: warnings.join(","), response_metadata: { warnings } } : {};
      return { channel: channel.id, ts: message.ts, message: shown, ...warned };
    },
  },
  "chat.update": {
    scopes: ["chat:write"],
    run(slack, args) {
      const { channel, message } = ownMessage(slack, args, "cant_update_message");
      if ((textArg(args, "text") ?? "").length > 4_000) throw new ApiError("msg_too_long");
      const { content } = contentOf(args);
      const edited = { user: slack.workspace.bot.userId, ts: slack.workspace.nextTs() };
      change(slack, channel, message, {
        ...content,
        ...(args.text !== undefined && args.blocks === undefined ? { blocks: [] } : {}),
        edited,
      });
      if (message.blocks && !message.blocks.length) delete message.blocks;
      return {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: { ...message, metadata: undefined },
      };
    },
  },
  "chat.delete": {
    scopes: ["chat:write"],
    run(slack, args) {
      const { channel, message } = ownMessage(slack, args, "cant_delete_message");
      remove(slack, channel, message);
      return { channel: channel.id, ts: requiredArg(args, "ts") };
    },
  },
  "chat.postEphemeral": {
    scopes: ["chat:write"],
    run(slack, args) {
      const channel = channelToPostIn(slack, args);
      const user = requiredArg(args, "user");
      if (!channel.members.has(user)) throw new ApiError("user_not_in_channel");
      const { content } = contentOf(args);
      const thread = textArg(args, "thread_ts");
      const ts = slack.workspace.nextTs();
      const message: SlackMessage = {
        type: "message",
        ts,
        is_ephemeral: true,
        ...content,
        ...authorOf(slack, args),
        ...(thread ? { thread_ts: thread } : {}),
      };
      if (message.blocks) message.blocks = withIds(message.blocks);
      slack.workspace.ephemerals.push({ to: user, channel: channel.id, message });
      slack.changed();
      return { message_ts: ts };
    },
  },
  "chat.getPermalink": {
    run(slack, args) {
      const { channel, message } = existing(
        slack,
        requiredArg(args, "channel"),
        requiredArg(args, "message_ts"),
      );
      return { channel: channel.id, permalink: permalink(slack, channel, message) };
    },
  },
};

function composed(
  slack: Slack,
  channel: Channel,
  args: Args,
  content: ReturnType<typeof contentOf>["content"],
): SlackMessage {
  const thread = threadToPostIn(slack, channel, args);
  const root = thread ? slack.workspace.message(channel, thread) : undefined;
  const isBroadcast = root !== undefined && flagArg(args, "reply_broadcast");
  return {
    type: "message",
    ts: slack.workspace.nextTs(),
    ...content,
    ...authorOf(slack, args),
    ...(thread ? { thread_ts: thread } : {}),
    ...(root?.user ? { parent_user_id: root.user } : {}),
    ...(isBroadcast ? { subtype: "thread_broadcast", root } : {}),
  };
}

function ownMessage(slack: Slack, args: Args, refusal: string) {
  const found = existing(slack, requiredArg(args, "channel"), requiredArg(args, "ts"));
  if (found.channel.isArchived) throw new ApiError("is_archived");
  if (found.message.bot_id !== slack.workspace.bot.botId) throw new ApiError(refusal);
  return found;
}

function existing(slack: Slack, channelId: string, ts: string) {
  const channel = slack.workspace.channel(channelId);
  if (!channel) throw new ApiError("channel_not_found");
  const message = slack.workspace.message(channel, ts);
  if (!message) throw new ApiError("message_not_found");
  return { channel, message };
}
