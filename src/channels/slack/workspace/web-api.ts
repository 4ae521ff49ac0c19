import type { KnownBlock, View } from "@slack/types";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { SlackPost, SlackUpdate } from "../posts/post.ts";
import { createPatientFetch } from "./patient-fetch.ts";

/** Every Web API method this app calls, and the bot scopes it needs. The manifest asks for these and no others. */
export const scopesOfMethods = {
  "auth.test": [],
  "chat.delete": ["chat:write"],
  "chat.getPermalink": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write", "chat:write.customize"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.join": ["channels:join"],
  "conversations.list": ["channels:read", "groups:read"],
  "conversations.members": ["channels:read", "groups:read"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["channels:history", "groups:history"],
  "emoji.list": ["emoji:read"],
  "files.completeUploadExternal": ["files:write"],
  "files.delete": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.info": ["files:read"],
  "reactions.add": ["reactions:write"],
  "reactions.remove": ["reactions:write"],
  "usergroups.list": ["usergroups:read"],
  "users.getPresence": ["users:read"],
  "users.info": ["users:read", "users:read.email"],
  "users.lookupByEmail": ["users:read.email"],
  "views.open": [],
  "views.publish": [],
  "views.update": [],
} as const;

interface Reaction {
  channel: string;
  ts: string;
  /** Without colons. */
  name: string;
}

export interface SlackConnection {
  botToken: string;
  /** A whole base URL ending in a slash; Slack's own when left out. */
  apiUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
}

/** No hidden retries, no hidden pauses and no endless waits: the lanes retry, and the pacer pauses. */
export function clientOptions({ apiUrl, fetch }: Omit<SlackConnection, "botToken">): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    ...(apiUrl ? { slackApiUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/` } : {}),
    ...(fetch ? { fetch } : {}),
  };
}

export type WebApi = ReturnType<typeof createWebApi>;

/** The part of Slack's Web API this app uses. Everything throws the errors of @slack/web-api. */
export function createWebApi(connection: SlackConnection, logger: NonNullable<WebClientOptions["logger"]>) {
  const patient = { ...connection, fetch: createPatientFetch(connection.fetch) };
  const client = new WebClient(connection.botToken, { ...clientOptions(patient), logger });

  return {
    token: connection.botToken,

    whoAmI: () => client.auth.test(),

    /** Returns the post's `ts`. */
    async post({ thread, worn, blocks, ...post }: SlackPost): Promise<string> {
      const answer = await client.apiCall("chat.postMessage", {
        ...post,
        ...worn,
        ...(blocks ? { blocks } : {}),
        ...(thread ? { thread_ts: thread.ts } : {}),
        ...(thread?.isBroadcast ? { reply_broadcast: true } : {}),
        unfurl_links: false,
        unfurl_media: false,
      });
      if (!("ts" in answer) || typeof answer.ts !== "string")
        throw new Error("Slack did not say where it put the message.");
      return answer.ts;
    },

    update: (update: SlackUpdate) => client.chat.update(update),

    /** Says something to one person only; it vanishes when they reload. */
    whisper: (whisper: {
      channel: string;
      user: string;
      text: string;
      thread_ts?: string;
      blocks?: KnownBlock[];
    }) => client.chat.postEphemeral(whisper),

    channel: async (id: string) => (await client.conversations.info({ channel: id })).channel,
    join: (id: string) => client.conversations.join({ channel: id }),

    /** One page of the channels the app can see. */
    channels: (cursor: string | undefined) =>
      client.conversations.list({
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: 1000,
        ...(cursor ? { cursor } : {}),
      }),

    /** One page of a channel's messages at or after `oldest`, newest first, with metadata. */
    history: (page: { channel: string; oldest: string; latest?: string; cursor?: string; limit?: number }) =>
      client.conversations.history({ limit: 200, inclusive: true, include_all_metadata: true, ...page }),

    /** One page of a thread at or after `oldest`, oldest first, with metadata; the root comes first in any case. */
    replies: (page: { channel: string; ts: string; oldest?: string; cursor?: string; limit?: number }) =>
      client.conversations.replies({ limit: 200, inclusive: true, include_all_metadata: true, ...page }),

    user: async (id: string) => (await client.users.info({ user: id })).user,

    userByEmail: async (email: string) => (await client.users.lookupByEmail({ email })).user,

    /** One page of the ids of those who are in a channel, apps included. */
    members: (channel: string, cursor: string | undefined) =>
      client.conversations.members({ channel, limit: 1000, ...(cursor ? { cursor } : {}) }),
    /** Of others, Slack says no more than whether they are active or away. */
    isActive: async (userId: string) =>
      (await client.users.getPresence({ user: userId })).presence === "active",

    delete: (post: { channel: string; ts: string }) => client.chat.delete(post),

    permalink: async ({ channel, ts }: { channel: string; ts: string }) =>
      (await client.chat.getPermalink({ channel, message_ts: ts })).permalink,

    /** The channel of the direct messages between the app and one person. */
    directChannel: async (userId: string) => (await client.conversations.open({ users: userId })).channel?.id,

    react: ({ channel, ts, name }: Reaction) => client.reactions.add({ channel, timestamp: ts, name }),
    unreact: ({ channel, ts, name }: Reaction) => client.reactions.remove({ channel, timestamp: ts, name }),

    /** The workspace's own emoji: name → URL of the image, or `alias:other_name`. */
    customEmoji: async () => (await client.emoji.list()).emoji ?? {},

    usergroups: async () => (await client.usergroups.list()).usergroups ?? [],

    /** A view must be opened within 3 seconds of the trigger, so before any other work. */
    openView: async (triggerId: string, view: View) =>
      (await client.views.open({ trigger_id: triggerId, view })).view,
    updateView: (viewId: string, view: View, hash?: string) =>
      client.views.update({ view_id: viewId, view, ...(hash ? { hash } : {}) }),
    /** Shows `view` on the app's Home tab of one person. */
    publishHome: (userId: string, view: View) => client.views.publish({ user_id: userId, view }),

    file: async (id: string) => (await client.files.info({ file: id })).file,
    deleteFile: (id: string) => client.files.delete({ file: id }),
    /** Where to send the bytes of a file that is to be shared. */
    uploadUrl: (file: { filename: string; length: number; alt_txt?: string }) =>
      client.files.getUploadURLExternal(file),
    /** Shares what was uploaded in a thread; Slack does not reliably say in which message. */
    shareFiles: (upload: {
      files: [{ id: string; title: string }, ...{ id: string; title: string }[]];
      channel_id: string;
      thread_ts: string;
      initial_comment?: string;
    }) => client.files.completeUploadExternal(upload),
  };
}
