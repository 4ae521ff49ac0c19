import type { SlackMessage } from "../message.ts";
import type { Slack } from "../slack.ts";
import type { Channel } from "../workspace.ts";
import { ApiError } from "./api-error.ts";
import { type Args, flagArg, limitArg, requiredArg, textArg } from "./args.ts";
import { channelOf } from "./conversations.ts";
import type { Methods } from "./method.ts";
import { paged } from "./paging.ts";

const scopes = ["channels:history", "groups:history", "im:history", "mpim:history"];

export const history: Methods = {
  "conversations.history": {
    scopes,
    run(slack, args) {
      const channel = readable(slack, args);
      const roots = channel.messages.filter(
        (message) =>
          !message.thread_ts || message.thread_ts === message.ts || message.subtype === "thread_broadcast",
      );
      const { page, hasMore, response_metadata } = paged(
        within(roots, args).reverse(),
        args,
        pageSize(slack, args, 100),
      );
      return {
        messages: page.map((message) => shown(message, args)),
        has_more: hasMore,
        pin_count: 0,
        response_metadata,
      };
    },
  },
  "conversations.replies": {
    scopes,
    run(slack, args) {
      const channel = readable(slack, args);
      const asked = slack.workspace.message(channel, requiredArg(args, "ts"));
      if (!asked) throw new ApiError("thread_not_found");
      const rootTs = asked.thread_ts ?? asked.ts;
      const root = slack.workspace.message(channel, rootTs);
      const replies = channel.messages.filter(
        (message) => message.thread_ts === rootTs && message.ts !== rootTs,
      );
      const { page, hasMore, response_metadata } = paged(
        within(replies, args),
        args,
        pageSize(slack, args, 1000),
      );
      // Slack repeats the root at the head of the first page whatever range is asked for.
      const messages = root && !textArg(args, "cursor") ? [root, ...page] : page;
      return {
        messages: messages.map((message) => shown(message, args)),
        has_more: hasMore,
        response_metadata,
      };
    },
  },
};

function readable(slack: Slack, args: Args): Channel {
  const channel = channelOf(slack, args);
  if (!channel.members.has(slack.workspace.bot.userId)) throw new ApiError("not_in_channel");
  return channel;
}

const pageSize = (slack: Slack, args: Args, fallback: number) =>
  slack.settings.restrictedHistory ? limitArg(args, 15, 15) : limitArg(args, fallback, 1000);

function within(messages: SlackMessage[], args: Args): SlackMessage[] {
  const oldest = textArg(args, "oldest") ?? "0";
  const latest = textArg(args, "latest") ?? "9999999999.999999";
  const isInclusive = flagArg(args, "inclusive");
  return messages.filter(
    ({ ts }) =>
      (ts > oldest || (isInclusive && ts === oldest)) && (ts < latest || (isInclusive && ts === latest)),
  );
}

function shown(message: SlackMessage, args: Args): SlackMessage {
  const { metadata, ...rest } = message;
  return structuredClone(metadata && flagArg(args, "include_all_metadata") ? { ...rest, metadata } : rest);
}
