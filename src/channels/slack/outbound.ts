import { LRUCache } from "lru-cache";
import type { Conversation } from "../../conversation/conversation.ts";
import { type ConversationStore, type Delivery, Refused, type Threads } from "../../conversation/ports.ts";
import type { Cards } from "./card/cards.ts";
import { type Entry, entriesOf } from "./posts/entry.ts";
import { isAfter, type Position, start } from "./posts/metadata.ts";
import { packed } from "./posts/pack.ts";
import { threadPost } from "./posts/thread-post.ts";
import { decodeThread, encodeThread, type SlackThread } from "./replies/thread.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

export interface OutboundOptions {
  workspaces: Workspaces;
  cards: Cards;
  store: ConversationStore;
  threads: Threads;
}

/** Brings what happened into the conversation's thread, and opens the thread with the whole history the first time. */
export function createOutbound(slack: OutboundOptions) {
  const { workspaces, cards, store, threads } = slack;

  /** For a long message that was interrupted between two posts: the lane only knows whole events. */
  const progress = new LRUCache<string, Position>({ max: 10_000 });

  return async ({ conversation, events, uncertain, heard }: Delivery): Promise<void> => {
    const known = await threads.find("slack", conversation.id);
    const thread = known ? decodeThread(known) : await open(conversation, uncertain);
    const workspace = await workspaces.byTeam(thread.team);
    if (!workspace) throw new Refused(elsewhere);

    const happened = known ? events : await store.eventsAfter(conversation.id, 0);
    const said = uncertain
      ? await workspace.readBack.lastPosition(thread, conversation.id, await workspace.identity())
      : (progress.get(conversation.id) ?? start);
    const entries = happened
      .flatMap((event) => entriesOf(event, conversation))
      .filter(({ position }) => isAfter(position, said));

    for (const post of packed(worthSaying(entries, !known))) {
      await workspace.poster.post({
        channel: thread.channel,
        ...threadPost(post),
        ...addressed(post, conversation, thread),
      });
      progress.set(conversation.id, post.at(-1)?.position ?? start);
      await heard(lastWhole(post, entries));
    }
    const last = happened.at(-1);
    if (last) await heard(last.seq);
    await cards.refresh(conversation.id);
  };

  async function open(conversation: Conversation, uncertain: boolean): Promise<SlackThread> {
    const { workspace, channel: wanted } = await workspaces.homeOf(conversation);
    const place = await workspace.place(wanted);
    const channel = place.channel.id;
    const since = conversation.handoff?.at ?? conversation.createdAt;
    const orphan = uncertain ? await workspace.readBack.orphanRoot(conversation.id, since, place) : undefined;
    const mark = { conversation: conversation.id, from: start, to: start };
    const ts =
      orphan ?? (await workspace.poster.post({ channel, ...(await cards.first(conversation)), mark }));
    const mine = encodeThread({ team: place.teamId, channel, ts });
    return decodeThread(await threads.link("slack", conversation.id, mine));
  }
}

const elsewhere =
  "This conversation's thread is in a Slack workspace the app is not in any more. Answer it in the inbox.";

/** A new thread whose conversation has no words yet: its card says everything. */
const worthSaying = (entries: Entry[], isNew: boolean) =>
  isNew && entries.every(({ kind }) => kind === "line") ? [] : entries;

/** Where a post goes and what it carries. Asking for people again is shown in the channel, or nobody would notice. */
function addressed(post: Entry[], conversation: Conversation, thread: SlackThread) {
  const from = post[0]?.position ?? start;
  const to = post.at(-1)?.position ?? start;
  const openedAt = Number(thread.ts) * 1000;
  const isBroadcast = post.some((entry) => entry.kind === "line" && entry.isCall && entry.at > openedAt);
  return { thread: { ts: thread.ts, isBroadcast }, mark: { conversation: conversation.id, from, to } };
}

/** The last event that is in Slack completely once this post is. */
function lastWhole(post: Entry[], entries: Entry[]): number {
  const last = post.at(-1)?.position ?? start;
  const isCutOff = entries.some(({ position }) => position.seq === last.seq && position.part > last.part);
  return isCutOff ? last.seq - 1 : last.seq;
}
