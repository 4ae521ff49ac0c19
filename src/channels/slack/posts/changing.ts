import { LRUCache } from "lru-cache";
import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Conversation } from "../../../conversation/conversation.ts";
import { type ConversationStore, type Copy, Refused } from "../../../conversation/ports.ts";
import type { Log } from "../../../log.ts";
import { decodeThread, type SlackThread } from "../replies/thread.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { type Entry, entriesOf } from "./entry.ts";
import { fitting } from "./fitting.ts";
import { isAfter, type Position } from "./metadata.ts";
import { packed } from "./pack.ts";
import type { PostCopies } from "./post-copies.ts";
import { createRewriting } from "./rewriting.ts";
import { isShownIn } from "./shown-in.ts";
import { standingIn } from "./standing-in.ts";
import { onlySpeaker, type Setting, threadPost } from "./thread-post.ts";

export interface ChangingOptions {
  workspaces: Workspaces;
  store: Pick<ConversationStore, "eventsAfter">;
  posts: PostCopies;
  log: Log;
}

export interface ChangeOfMessage {
  conversation: Conversation;
  /** Where the message was posted. */
  seq: number;
  thread: SlackThread;
  /** What comes after this has not been said in the thread yet. */
  saidTo: Position;
  setting: Setting;
}

export type Changing = ReturnType<typeof createChanging>;

/** Brings the posts up to date that hold a message which was edited, deleted or made internal. */
export function createChanging({ workspaces, store, posts, log }: ChangingOptions) {
  const rewrite = createRewriting({ posts });
  /** What each post was changed to last: a delivery that is repeated changes nothing again. */
  const written = new LRUCache<string, string>({ max: 10_000 });

  return async (change: ChangeOfMessage): Promise<void> => {
    const { conversation, seq, thread } = change;
    const { here, elsewhere } = await posts.of(thread, conversation.id, seq);
    if (here.length + elsewhere.length === 0) return;

    const happened = await store.eventsAfter(conversation.id, 0);
    const shown = happened.filter((event) => isShownIn(thread, event));
    const entries = asItStands(happened)
      .filter((event) => isShownIn(thread, event))
      .flatMap((event) => entriesOf(event, conversation))
      .filter(({ position }) => !isAfter(position, change.saidTo));
    const first = shown.filter(({ type }) => type === "message.posted");
    const spoken = first.flatMap((event) => entriesOf(event, conversation));

    for (const copy of here) await bring(copy, { ...change, entries, spoken });
    for (const copy of elsewhere)
      await bring(copy, { ...change, thread: decodeThread(copy.externalId), entries, spoken }).catch(
        (error: unknown) => log.warn("slack: an older thread keeps what was changed", { copy, error }),
      );
  };

  async function bring(
    copy: Copy,
    {
      conversation,
      seq,
      thread,
      setting,
      entries,
      spoken,
    }: ChangeOfMessage & { entries: Entry[]; spoken: Entry[] },
  ): Promise<void> {
    const workspace = await workspaceOf(thread);

    const others = await neighbours(copy, entries, thread);
    const standing = standingIn(copy, entries, others);
    const { kept, rest } = fitting(standing, seq);
    // What a post looks like was settled when it was made: by everybody whose words it held then.
    const isQuoting = onlySpeaker(spoken.filter((entry) => isWithin(entry, copy))) === undefined;
    const { worn: _, ...content } = threadPost(kept, { ...setting, isQuoting });
    const looks = kept.length > 0 ? JSON.stringify(content) : "";
    if (rest.length === 0 && written.get(copy.externalId) === looks) return;

    await goOn(rest);
    const outcome = await rewrite({ copy, workspace, content: kept.length > 0 ? content : undefined });
    // A post that can no longer be changed keeps its old words: the new ones are said again below it.
    if (outcome === "unchangeable") await goOn(standing.filter(({ position }) => position.seq === seq));
    written.set(copy.externalId, looks);

    async function goOn(unsaid: Entry[]): Promise<void> {
      for (const post of packed(unsaid)) await continued(post, { conversation, thread, setting, workspace });
    }
  }

  async function workspaceOf({ team }: SlackThread): Promise<Workspace> {
    const workspace = await workspaces.byTeam(team);
    if (!workspace) throw new Refused("The app is not in this Slack workspace any more.");
    return workspace;
  }

  async function continued(
    post: Entry[],
    {
      conversation,
      thread,
      setting,
      workspace,
    }: Pick<ChangeOfMessage, "conversation" | "thread" | "setting"> & { workspace: Workspace },
  ): Promise<void> {
    const [from, to] = [post.at(0)?.position, post.at(-1)?.position];
    if (!from || !to) return;
    const mark = { conversation: conversation.id, from, to };
    const ts = await workspace.poster.post({
      channel: thread.channel,
      ...threadPost(post, setting),
      ...{ thread: { ts: thread.ts, isBroadcast: false }, mark },
    });
    await posts.remember(thread, ts, mark);
  }

  /** The thread's other posts that hold a message of this one, which only a message of several parts can be. */
  async function neighbours(copy: Copy, entries: Entry[], thread: SlackThread): Promise<Copy[]> {
    const seqs = new Set([copy.from.seq, copy.to.seq]);
    for (const entry of entries)
      if (entry.position.part > 1 && isWithin(entry, copy)) seqs.add(entry.position.seq);
    const found = new Map<string, Copy>();
    for (const seq of seqs)
      for (const one of (await posts.of(thread, copy.conversationId, seq)).here)
        found.set(one.externalId, one);
    found.delete(copy.externalId);
    return [...found.values()];
  }
}

const isWithin = ({ position: { seq } }: Entry, { from, to }: Copy) => seq >= from.seq && seq <= to.seq;
