import { NotBefore } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import { createMemory } from "../../../memory.ts";
import type { SlackThread } from "../replies/thread.ts";
import { inert } from "../text/escape.ts";
import { SlackRefused } from "../workspace/calls.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { FileEntry } from "./entry.ts";
import type { PostCopies } from "./post-copies.ts";
import { type Setting, threadPost } from "./thread-post.ts";
import { type OpenedFile, upload } from "./upload.ts";
import type { UploadCopies } from "./upload-copies.ts";

/** Where the files of messages are kept. */
export interface FileSource {
  open(id: string): Promise<OpenedFile | undefined>;
}

export interface FilePostsOptions {
  files: FileSource | undefined;
  uploads: UploadCopies;
  posts: PostCopies;
  fetch: typeof fetch | undefined;
  log: Log;
}

export interface FilePost {
  /** The files of one message. */
  entries: FileEntry[];
  conversationId: string;
  thread: SlackThread;
  workspace: Workspace;
  setting: Setting;
  isHistory: boolean;
  /** Files of ours known to stand in the thread, where that had to be looked up. */
  inThread: ReadonlySet<string>;
  /** Says that this is still under way. */
  stillHere: () => Promise<void>;
}

/** After so many failures the thread says where to see a file, so that the words after it are not held up. */
const maxFailures = 3;

/** Brings the files of a message into its thread, each once. */
export function createFilePosts({ files, uploads, posts, fetch, log }: FilePostsOptions) {
  const failures = createMemory<number>({ max: 1_000 });

  return async (post: FilePost): Promise<void> => {
    const { entries, conversationId, thread, inThread } = post;
    const seq = entries[0]?.position.seq ?? 0;
    const before = await uploads.of(thread, conversationId, seq);
    const isThere = ({ position }: FileEntry) =>
      before.some(
        ({ part, fileId, isShared }) => part === position.part && (isShared || inThread.has(fileId)),
      );
    const wanted = entries.filter((entry) => !isThere(entry));
    if (wanted.length === 0) return;

    try {
      await share(wanted, post);
    } catch (error) {
      const key = `${conversationId}/${seq}`;
      if (error instanceof NotBefore || isSlackAway(error)) throw error;
      const count = (failures.get(key) ?? 0) + 1;
      failures.set(key, count);
      // Slack keeps what is not shared for a while only: the next attempt begins anew.
      if (codeOf(error) === "file_not_found")
        for (const one of await uploads.of(thread, conversationId, seq)) await uploads.forget(one);
      if (count < maxFailures && !isForGood(error)) throw error;
      log.warn("slack: files could not be brought into a thread", { conversationId, seq, error });
      await sayMissing(wanted, post);
    }
  };

  async function share(entries: FileEntry[], post: FilePost): Promise<void> {
    const { conversationId, thread, workspace, isHistory } = post;
    const known = await uploads.of(thread, conversationId, entries[0]?.position.seq ?? 0);
    const missing: FileEntry[] = [];
    const ready: { entry: FileEntry; id: string }[] = [];
    for (const entry of entries) {
      const before = known.find(({ part }) => part === entry.position.part)?.fileId;
      const id = before ?? (await uploaded(entry, post));
      if (id) ready.push({ entry, id });
      else missing.push(entry);
    }
    const [first, ...more] = ready.map(({ entry, id }) => ({ id, title: entry.file.name }));
    if (first) {
      const rank = isHistory ? "history" : "live";
      const turn = { channel: thread.channel, rank, conversationId, isOfFiles: true } as const;
      await workspace.poster.inTurn(turn, () =>
        workspace.api.shareFiles({
          files: [first, ...more],
          channel_id: thread.channel,
          thread_ts: thread.ts,
          initial_comment: comment(entries, ready.length),
        }),
      );
      for (const { entry, id } of ready) await uploads.shared(thread, conversationId, entry, id);
    }
    if (missing.length > 0) await sayMissing(missing, post);
  }

  /** Undefined when the file is gone. */
  async function uploaded(entry: FileEntry, post: FilePost): Promise<string | undefined> {
    const { conversationId, thread, workspace, stillHere } = post;
    // A large file takes longer than a lane is ours without a sign of life; a lost sign is followed by another.
    const timer = setInterval(() => void stillHere().catch(() => {}), 20_000);
    try {
      const file = await files?.open(entry.file.id);
      if (!file) return undefined;
      const id = await upload(file, workspace, fetch);
      await uploads.uploaded(thread, conversationId, entry, id);
      return id;
    } finally {
      clearInterval(timer);
    }
  }

  async function sayMissing(entries: FileEntry[], post: FilePost): Promise<void> {
    const { conversationId, thread, workspace, setting, isHistory } = post;
    const [from, to] = [entries.at(0)?.position, entries.at(-1)?.position];
    if (!from || !to) return;
    const mark = { conversation: conversationId, from, to };
    const ts = await workspace.poster.post({
      ...{ channel: thread.channel, ...threadPost(entries, setting), mark, isHistory },
      thread: { ts: thread.ts, isBroadcast: false },
    });
    await posts.remember(thread, ts, mark);
  }
}

function comment([entry]: FileEntry[], count: number): string {
  if (!entry) return "";
  const mark = entry.isNote ? "🔒 internal · " : "";
  // A name is the visitor's to choose, and must not become a link.
  const name = inert(entry.speaker.name.replaceAll("://", ":\u200b//"));
  return `${mark}*${name}* sent ${count === 1 ? "a file" : `${count} files`}`;
}

/** Without an answer of Slack's this says nothing about the file. */
const isSlackAway = (error: unknown) =>
  (error instanceof SlackRefused && !aboutFiles.has(error.code)) ||
  (error instanceof Error && "code" in error && error.code === "slack_webapi_request_error");

const isForGood = (error: unknown) => error instanceof SlackRefused || forGood.has(codeOf(error) ?? "");

/** Refusals that leave words possible. */
const aboutFiles = new Set(["missing_scope", "access_denied", "no_permission", "restricted_action"]);

const forGood = new Set([
  "file_upload_size_restricted",
  "file_uploads_disabled",
  "file_uploads_except_images_disabled",
  "blocked_file_type",
  "malware_detected",
  "over_file_size_limit",
  "storage_limit_reached",
]);
