import { z } from "zod";
import { storeFile } from "../files.ts";
import type { SlackMessage } from "../message.ts";
import { post } from "../messages.ts";
import type { Slack } from "../slack.ts";
import type { StoredFile } from "../workspace.ts";
import { ApiError, RateLimited } from "./api-error.ts";
import { type Args, requiredArg, shapedArg, textArg } from "./args.ts";
import type { Methods } from "./method.ts";
import { channelToPostIn, threadToPostIn } from "./posting.ts";
import { normalizedText } from "./text-normalization.ts";

const completed = z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1);

export const files: Methods = {
  "files.getUploadURLExternal": {
    scopes: ["files:write"],
    run(slack, args) {
      const length = Number(requiredArg(args, "length"));
      if (!Number.isInteger(length) || length < 1) throw new ApiError("invalid_arguments");
      const { file } = storeFile(slack, {
        name: requiredArg(args, "filename"),
        content: Buffer.alloc(0),
        user: slack.workspace.bot.userId,
        complete: false,
      });
      file.size = length;
      return { upload_url: `${slack.url}/upload/v1/${file.id}`, file_id: file.id };
    },
  },
  "files.completeUploadExternal": {
    scopes: ["files:write"],
    run(slack, args) {
      const wanted = shapedArg(args, "files", completed, "invalid_arguments") ?? [];
      const stored = wanted.map(({ id, title }) => finished(slack, id, title));
      if (!stored.length) throw new ApiError("invalid_arguments");
      const channel = textArg(args, "channel_id");
      if (channel) share(slack, { ...args, channel }, stored);
      // Slack answers before the share exists: no ts here, it arrives with the message event.
      return { files: stored.map(({ file }) => file) };
    },
  },
  "files.info": {
    scopes: ["files:read"],
    run: (slack, args) => ({
      file: known(slack, args).file,
      comments: [],
      response_metadata: { next_cursor: "" },
    }),
  },
  "files.delete": {
    scopes: ["files:write"],
    run(slack, args) {
      const { file } = known(slack, args);
      if (file.user !== slack.workspace.bot.userId) throw new ApiError("cant_delete_file");
      slack.workspace.files.delete(file.id);
      file.mode = "tombstone";
      slack.events.emit({ type: "file_deleted", file_id: file.id, event_ts: slack.workspace.nextTs() });
      slack.changed();
      return {};
    },
  },
};

function known(slack: Slack, args: Args): StoredFile {
  const stored = slack.workspace.files.get(requiredArg(args, "file"));
  if (!stored) throw new ApiError("file_not_found");
  return stored;
}

function finished(slack: Slack, id: string, title?: string): StoredFile {
  const stored = slack.workspace.files.get(id);
  if (!stored?.content.length) throw new ApiError("file_not_found");
  if (title) stored.file.title = title;
  stored.complete = true;
  return stored;
}

function share(slack: Slack, args: Args, stored: StoredFile[]): void {
  const channel = channelToPostIn(slack, args);
  if (!channel.members.has(slack.workspace.bot.userId)) throw new ApiError("not_in_channel");
  const wait = slack.limits.post(channel.id);
  if (wait) throw new RateLimited(wait);
  const thread = threadToPostIn(slack, channel, args);
  const { bot, team } = slack.workspace;
  const message: SlackMessage = {
    type: "message",
    subtype: "file_share",
    ts: slack.workspace.nextTs(),
    text: normalizedText(textArg(args, "initial_comment") ?? ""),
    user: bot.userId,
    team: team.id,
    bot_id: bot.botId,
    app_id: bot.appId,
    files: stored.map(({ file }) => file),
    upload: false,
    display_as_bot: false,
    ...(thread ? { thread_ts: thread } : {}),
  };
  for (const { file } of stored)
    file.shares = {
      public: { [channel.id]: [{ ts: message.ts, ...(thread ? { thread_ts: thread } : {}) }] },
    };
  post(slack, channel, message);
}
