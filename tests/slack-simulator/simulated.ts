import type { SimulatedMessage, SimulatedThread, SlackMessage } from "./message.ts";
import type { Channel } from "./workspace.ts";

/** A copy of a stored message for a test or page to hold. */
export function simulated(channel: string, message: SlackMessage): SimulatedMessage {
  const icon = message.icons?.image_72;
  return { ...structuredClone(message), channel, ...(icon ? { icon_url: icon } : {}) };
}

const announcements = new Set(["channel_join", "channel_leave", "channel_archive"]);

/** The roots of a channel, oldest first, each with its replies in order. */
export function threadsOf(channel: Channel): SimulatedThread[] {
  const isRoot = (message: SlackMessage) => !message.thread_ts || message.thread_ts === message.ts;
  return channel.messages
    .filter((message) => isRoot(message) && !announcements.has(message.subtype ?? ""))
    .map((root) => ({
      ...simulated(channel.id, root),
      replies: channel.messages
        .filter((message) => message.thread_ts === root.ts && message !== root)
        .map((reply) => simulated(channel.id, reply)),
    }));
}
