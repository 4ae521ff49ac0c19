import { Refused } from "../../../conversation/listener.ts";
import type { Calls } from "./calls.ts";
import type { WebApi } from "./web-api.ts";

export interface Channel {
  id: string;
  name: string;
}

interface Found extends Channel {
  isMember: boolean;
  isPrivate: boolean;
}

/** Finds the configured channel by id or #name and makes sure the bot is in it. Throws `Refused` with what to do. */
export async function enterChannel(
  wanted: string,
  { api, calls, botName }: { api: WebApi; calls: Calls; botName: string },
): Promise<Channel> {
  if (!wanted.trim()) throw new Refused("Choose a channel: /handoff channel #name");
  const channel = await find(wanted.trim(), { api, calls, botName });
  if (channel.isMember) return channel;
  if (channel.isPrivate) throw new Refused(invite(botName, channel.name));
  await calls.make(() => api.join(channel.id));
  return channel;
}

const invite = (botName: string, channel: string) =>
  `Invite the bot: type /invite @${botName} in #${channel}.`;

async function find(
  wanted: string,
  { api, calls, botName }: { api: WebApi; calls: Calls; botName: string },
): Promise<Found> {
  if (/^[CG][A-Z0-9]{6,}$/.test(wanted)) {
    const channel = await calls.make(() => api.channel(wanted));
    if (channel?.id && !channel.is_archived) return found(channel);
    throw new Refused(
      `The Slack channel #${channel?.name ?? wanted} is archived. Unarchive it, or choose another: /handoff channel #name.`,
    );
  }
  const name = wanted.replace(/^#/, "").toLowerCase();
  for (let cursor: string | undefined; ; ) {
    const page = await calls.make(() => api.channels(cursor));
    const channel = page.channels?.find((one) => one.name === name);
    if (channel?.id) return found(channel);
    cursor = page.response_metadata?.next_cursor;
    if (!cursor)
      throw new Refused(
        `The app sees no channel #${name}. Check the name. If the channel is private, type /invite @${botName} in it. To choose another: /handoff channel #name`,
      );
  }
}

const found = (channel: {
  id?: string;
  name?: string;
  is_member?: boolean;
  is_private?: boolean;
}): Found => ({
  id: channel.id ?? "",
  name: channel.name ?? channel.id ?? "",
  isMember: channel.is_member ?? false,
  isPrivate: channel.is_private ?? false,
});
