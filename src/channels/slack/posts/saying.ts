import type { SlackThread } from "../replies/thread.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Entry, FileEntry } from "./entry.ts";
import { createFilePosts, type FilePostsOptions } from "./file-posts.ts";
import { start } from "./metadata.ts";
import { type Setting, threadPost } from "./thread-post.ts";

/** A thread in which something is said. */
export interface Where {
  conversationId: string;
  thread: SlackThread;
  workspace: Workspace;
  setting: Setting;
  /** Files of ours known to stand in the thread, where that had to be looked up. */
  inThread: ReadonlySet<string>;
  /** Says that this is still under way. */
  stillHere: () => Promise<void>;
}

/** Puts one post into a thread: of words and lines, or of the files of one message. */
export function createSaying(options: FilePostsOptions) {
  const { posts } = options;
  const bringFiles = createFilePosts(options);

  return async (post: Entry[], where: Where): Promise<void> => {
    const { conversationId, thread, workspace, setting } = where;
    const openedAt = Number(thread.ts) * 1000;
    const isHistory = post.every((entry) => entry.at < openedAt || (entry.kind === "line" && entry.mayWait));
    if (isOfFiles(post)) return bringFiles({ ...where, entries: post, isHistory });

    const [from = start, to = start] = [post.at(0)?.position, post.at(-1)?.position];
    const mark = { conversation: conversationId, from, to };
    // Asking for people again is shown in the channel, or nobody would notice.
    const isBroadcast = post.some((entry) => entry.kind === "line" && entry.isCall && entry.at > openedAt);
    const ts = await workspace.poster.post({
      ...{ channel: thread.channel, ...threadPost(post, setting), mark, isHistory },
      thread: { ts: thread.ts, isBroadcast },
    });
    await posts.remember(thread, ts, mark);
  };
}

const isOfFiles = (post: Entry[]): post is FileEntry[] => post.every(({ kind }) => kind === "file");
