import type { Attachment } from "../../../conversation/message.ts";
import type { Copies } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import { start } from "../posts/metadata.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { FileInMessage } from "./reply-event.ts";
import type { SlackFiles } from "./slack-files.ts";
import { unusable } from "./unusable-file.ts";

/** Where the files of messages are kept. */
export interface FileShelf {
  /** Told of the same file again, gives the same attachment. */
  expect(file: {
    name: string;
    mime?: string | undefined;
    size: number;
    via: string;
    origin: string;
  }): Promise<Attachment>;
  open(id: string): Promise<unknown>;
}

export interface IncomingFilesOptions {
  /** None: files stay in Slack. */
  shelf: FileShelf | undefined;
  slackFiles: SlackFiles;
  copies: Copies;
  log: Log;
}

export interface Announced {
  attachments: Attachment[];
  /** For the agent: which files the visitor will not get, and what to do. */
  problems: string[];
}

export type IncomingFiles = ReturnType<typeof createIncomingFiles>;

/** The files of what people write in threads: named at once, fetched afterwards. */
export function createIncomingFiles({ shelf, slackFiles, copies, log }: IncomingFilesOptions) {
  return {
    async announce(files: FileInMessage[], conversationId: string, workspace: Workspace): Promise<Announced> {
      const { teamId } = await workspace.identity();
      const announced = await Promise.all(
        files.map((file) => one(file, { conversationId, teamId, workspace })),
      );
      return {
        attachments: announced.flatMap((file) => (typeof file === "string" ? [] : [file])),
        problems: announced.filter((file) => typeof file === "string"),
      };
    },

    /** Brings the bytes, after the message was recorded. */
    fetch(attachments: Attachment[] = [], failed: (name: string) => void): void {
      for (const { id, name } of attachments)
        shelf?.open(id).catch((error: unknown) => {
          log.warn("slack: a file could not be fetched", { id, error });
          failed(name);
        });
    },

    /** What a file of Slack's has become here; undefined when it was never in a thread of ours. */
    async find(teamId: string, fileId: string): Promise<{ id: string; conversationId: string } | undefined> {
      const origin = `${teamId}/${fileId}`;
      const copy = await copies.at(filesOfSlack, origin);
      if (!shelf || !copy) return undefined;
      const { id } = await shelf.expect({ name: fileId, size: 0, via: "slack", origin });
      return { id, conversationId: copy.conversationId };
    },
  };

  async function one(
    given: FileInMessage,
    { conversationId, teamId, workspace }: { conversationId: string; teamId: string; workspace: Workspace },
  ): Promise<Attachment | string> {
    const file = given.file_access === "check_file_info" ? await asked(given, workspace) : given;
    const problem = shelf ? unusable(file) : staysInSlack;
    if (problem || !shelf || !file.id) return problem ?? unreadable;
    const origin = `${teamId}/${file.id}`;
    slackFiles.remember(origin, file);
    await copies.add({ channel: filesOfSlack, externalId: origin, conversationId, from: start, to: start });
    const name = file.name || file.title || "file";
    return shelf.expect({ name, mime: file.mimetype, size: file.size ?? 0, via: "slack", origin });
  }

  async function asked(file: FileInMessage, { api, calls }: Workspace): Promise<FileInMessage> {
    const { id } = file;
    if (!id) return file;
    return (await calls.make(() => api.file(id)).catch(() => undefined)) ?? { ...file, mode: "unreadable" };
  }
}

/** Beside our own posts, where files of people lead to the conversation they were shared in. */
const filesOfSlack = "slack-files";
const staysInSlack = "Files are not passed on to the visitor here. Put a link into a message instead.";
const unreadable = "Slack did not say enough about a file of yours. Send it again.";
