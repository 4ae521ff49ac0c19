import { z } from "zod";
import { messageBlocks } from "../block-kit/blocks.ts";
import { withIds } from "../block-kit/normalize.ts";
import type { SlackMessage } from "../message.ts";
import { change, post, remove } from "../messages.ts";
import type { ResponseTarget } from "../response-urls.ts";
import type { Slack } from "../slack.ts";
import { ApiError } from "../web-api/api-error.ts";
import { shapedArg } from "../web-api/args.ts";
import { authorOf } from "../web-api/posting.ts";
import { normalizedText } from "../web-api/text-normalization.ts";

const shape = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

/** Shows what the app answered a command with, or sent to a response_url: to one person, or in the channel. */
export function respond(slack: Slack, target: ResponseTarget, answered: unknown): SlackMessage | undefined {
  const response = shape.parse(typeof answered === "string" ? { text: answered } : answered);
  const channel = slack.workspace.channel(target.channelId);
  if (!channel) throw new ApiError("channel_not_found");
  const original = target.messageTs ? originalMessage(slack, target) : undefined;
  if (response.delete_original) {
    if (original?.ephemeral)
      slack.workspace.ephemerals.splice(slack.workspace.ephemerals.indexOf(original.ephemeral), 1);
    else if (original) remove(slack, channel, original.message);
    slack.changed();
    return undefined;
  }
  const blocks = shapedArg({ blocks: response.blocks }, "blocks", messageBlocks, "invalid_blocks");
  const content = {
    text: normalizedText(response.text ?? ""),
    ...(blocks ? { blocks: withIds(blocks) } : {}),
  };
  if (!content.text && !blocks?.length) throw new ApiError("no_text");
  if (response.replace_original && original) {
    const { message, ephemeral } = original;
    // Nothing of the message stays, blocks neither.
    if (!blocks) delete message.blocks;
    if (ephemeral) Object.assign(message, content);
    else
      change(slack, channel, message, {
        ...content,
        edited: { user: slack.workspace.bot.userId, ts: slack.workspace.nextTs() },
      });
    slack.changed();
    return message;
  }
  const thread =
    response.thread_ts ?? (response.response_type === "in_channel" ? undefined : target.threadTs);
  const message: SlackMessage = {
    type: "message",
    ts: slack.workspace.nextTs(),
    ...content,
    ...authorOf(slack, {}),
    ...(thread ? { thread_ts: thread } : {}),
  };
  if (response.response_type === "in_channel") post(slack, channel, message);
  else
    slack.workspace.ephemerals.push({
      to: target.userId,
      channel: channel.id,
      message: { ...message, is_ephemeral: true },
    });
  slack.changed();
  return message;
}

function originalMessage(slack: Slack, { channelId, messageTs }: ResponseTarget) {
  const ephemeral = slack.workspace.ephemerals.find((candidate) => candidate.message.ts === messageTs);
  if (ephemeral) return { ephemeral, message: ephemeral.message };
  const channel = slack.workspace.channel(channelId);
  const message = channel && messageTs ? slack.workspace.message(channel, messageTs) : undefined;
  return message ? { ephemeral: undefined, message } : undefined;
}
