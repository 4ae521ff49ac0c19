import { randomUUID } from "node:crypto";
import { compose, type Names } from "./compose/compose.ts";
import type { EventEnvelope } from "./events.ts";
import { storeFile } from "./files.ts";
import type { Block, SlackMessage } from "./message.ts";
import { post } from "./messages.ts";
import type { Slack } from "./slack.ts";
import type { Channel, Person } from "./workspace.ts";

export interface TypedFile {
  name: string;
  content: Buffer | string;
  mimetype?: string;
}
export interface TypedOptions {
  blocks?: unknown[];
  alsoSendToChannel?: boolean;
  files?: TypedFile[];
  threadTs?: string;
}

/** Posts what a person typed, as Slack's client would have composed it. */
export function postTyped(
  slack: Slack,
  person: Person,
  channel: Channel,
  typed: string,
  options: TypedOptions = {},
): { ts: string; event: EventEnvelope } {
  if (channel.isArchived) throw new Error(`#${channel.name} is archived: nobody can write in it`);
  const root = options.threadTs ? slack.workspace.message(channel, options.threadTs) : undefined;
  if (options.threadTs && !root)
    throw new Error(`There is no thread ${options.threadTs} in #${channel.name}`);
  if (root?.thread_ts && root.thread_ts !== root.ts)
    throw new Error(`${root.ts} is itself a reply: answer its thread ${root.thread_ts}`);
  const composed = compose(typed, namesIn(slack), randomUUID().slice(0, 5));
  if (!composed.text && !options.files?.length && !options.blocks?.length)
    throw new Error("Slack sends no empty messages");
  const files = options.files?.map(
    (file) =>
      storeFile(slack, { ...file, content: Buffer.from(file.content), user: person.id, complete: true }).file,
  );
  const isMe = typed.startsWith("/me ");
  const blocks = (options.blocks as Block[] | undefined) ?? (isMe ? [] : composed.blocks);
  const message: SlackMessage = {
    type: "message",
    ...(files?.length ? { subtype: "file_share", files, upload: false, display_as_bot: false } : {}),
    ...(isMe ? { subtype: "me_message" } : {}),
    user: person.id,
    ts: slack.workspace.nextTs(),
    client_msg_id: randomUUID(),
    team: person.teamId,
    ...(person.externalTeam ? { user_team: person.teamId, source_team: person.teamId } : {}),
    text: isMe ? composed.text.slice(4) : composed.text,
    ...(blocks.length ? { blocks } : {}),
    ...(root ? { thread_ts: root.ts, parent_user_id: root.user ?? root.bot_id ?? "" } : {}),
    ...(root && options.alsoSendToChannel
      ? { subtype: "thread_broadcast", root: structuredClone(root) }
      : {}),
  };
  return { ts: message.ts, event: post(slack, channel, message) };
}

export function namesIn({ workspace }: Slack): Names {
  return {
    user: (name) =>
      name.toLowerCase() === workspace.bot.name
        ? workspace.bot.userId
        : workspace.people.find((person) =>
            [person.name, person.realName.toLowerCase()].includes(name.toLowerCase()),
          )?.id,
    channel: (name) => workspace.channels.find((channel) => channel.name === name)?.id,
    usergroup: (handle) => workspace.usergroups.find((group) => group.handle === handle)?.id,
    isCustomEmoji: (name) => name in workspace.customEmoji,
  };
}
