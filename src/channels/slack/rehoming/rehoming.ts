import { isOpen } from "../../../conversation/conversation.ts";
import type { Conversations } from "../../../conversation/index.ts";
import { type Delivery, type Listener, Refused } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import type { Cards } from "../card/cards.ts";
import { decodeThread, encodeThread, type SlackThread } from "../replies/thread.ts";
import { SlackRefused } from "../workspace/calls.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createDeparture, type Destination } from "./departure.ts";
import { giveNotice, noticeOfLoss, noticeOfMove, noticeOfOtherApp } from "./notices.ts";
import { createPointers } from "./pointers.ts";
import { isRootOfAnother, saysGone } from "./root-state.ts";
import { successorOf } from "./successor.ts";

export interface RehomingOptions {
  workspaces: Workspaces;
  conversations: Pick<Conversations, "note">;
  cards: Cards;
  store: ConversationStore;
  threads: Threads;
  log: Log;
}

export type Rehoming = ReturnType<typeof createRehoming>;

/** So many open conversations are looked at in one sweep, the most recent first; the others move when something happens. */
const maxSwept = 1_000;

/** Gives conversations a new thread, with everything said so far, when theirs is lost or no longer where it belongs. */
export function createRehoming(slack: RehomingOptions) {
  const { workspaces, conversations, cards, store, threads, log } = slack;
  const departure = createDeparture({ workspaces });
  const point = createPointers({ workspaces, log });
  /** New threads that are being filled: for `hear` the conversation is there already, for everybody else not yet. */
  const filling = new Map<string, string>();

  return {
    /** What the one who posts sees of the conversations' threads. */
    threads: {
      ...threads,
      find: async (channel: string, conversationId: string) =>
        filling.get(conversationId) ?? threads.find(channel, conversationId),
    } satisfies Threads,

    /** `hear`, with every thread in its place before and after. A lane is alone with its conversation. */
    around:
      (hear: Listener["hear"]): Listener["hear"] =>
      async (delivery) => {
        const known = await threads.find("slack", delivery.conversation.id);
        if (!known) return hear(delivery);

        const thread = decodeThread(known);
        const to = await departure.of(delivery, thread);
        if (to) return move(delivery, { hear, thread, to });
        try {
          await hear(delivery);
        } catch (error) {
          if (!(await isUnreachable(thread, error))) throw error;
          // Closed: everything is said again in a new thread as soon as somebody opens it.
          if (!isOpen(delivery.conversation)) return;
          const elsewhere = await departure.ofLost(delivery.conversation);
          if (!elsewhere || !(saysGone(error) || isOther(elsewhere, thread))) throw error;
          await move(delivery, { hear, thread, to: elsewhere });
        }
      },

    /** Somebody deleted a message that may be the first of a conversation's thread. */
    rootDeleted: (thread: SlackThread): Promise<void> => leave(thread, noticeOfLoss),

    /** Slack does not let us change a thread's first message: it may be another app's, from before this one was installed. */
    async rootRefused(thread: SlackThread): Promise<void> {
      const workspace = await workspaces.byTeam(thread.team);
      if (workspace && (await isRootOfAnother(thread, workspace))) await leave(thread, noticeOfOtherApp);
    },

    /** Moves every open conversation that is not where it belongs. */
    async sweep(): Promise<void> {
      for (const { conversationId, externalId } of await threads.openUnder("slack", "", maxSwept)) {
        const conversation = await store.find(conversationId);
        const to = conversation && (await departure.ofMisplaced(conversation, decodeThread(externalId)));
        if (!to) continue;
        const where = `${to.place.teamId}/${to.place.channel.id}`;
        await giveNotice(conversations, noticeOfMove(conversationId, externalId, where));
      }
    },
  };

  /** An open conversation that is in this thread gets another. */
  async function leave(left: SlackThread, notice: typeof noticeOfLoss): Promise<void> {
    const thread = encodeThread(left);
    const conversationId = await threads.conversationAt("slack", thread);
    if (!conversationId || (await threads.find("slack", conversationId)) !== thread) return;
    const conversation = await store.find(conversationId);
    if (conversation && isOpen(conversation)) await giveNotice(conversations, notice(conversationId, thread));
  }

  /** Repeated after a failure, it goes on where it stopped: what stands in Slack is read before anything is posted. */
  async function move(
    delivery: Delivery,
    { hear, thread, to }: { hear: Listener["hear"]; thread: SlackThread; to: Destination },
  ): Promise<void> {
    const { conversation } = delivery;
    const young = await successorOf(thread, { conversation, to, cards });
    await point.back(conversation.id, thread, young);
    const filledTo = await fill(delivery, young, hear);
    await point.forth(conversation.id, thread, young);
    const link = { from: encodeThread(thread), to: encodeThread(young) };
    await threads.move("slack", conversation.id, link);
    // Written in the old thread meanwhile: Slack's own words are brought to no thread but this one.
    const meanwhile = await store.eventsAfter(conversation.id, filledTo);
    if (meanwhile.some(({ via }) => via === "slack")) await fill(delivery, young, hear);
    log.info("slack: a conversation goes on in a new thread", { conversationId: conversation.id, ...link });
    await cards.refresh(conversation.id);
  }

  /** Returns the last event that stands in the new thread. */
  async function fill(
    { conversation, events, heard }: Delivery,
    young: SlackThread,
    hear: Listener["hear"],
  ): Promise<number> {
    const all = await store.eventsAfter(conversation.id, 0);
    const heardBefore = (events[0]?.seq ?? 1) - 1;
    filling.set(conversation.id, encodeThread(young));
    try {
      await hear({
        ...{ conversation, events: all, uncertain: true },
        // Only keeps the lane: nothing counts as said before all of it is.
        heard: async () => heard(heardBefore),
      });
    } finally {
      filling.delete(conversation.id);
    }
    return all.at(-1)?.seq ?? 0;
  }

  async function isUnreachable(thread: SlackThread, error: unknown): Promise<boolean> {
    if (saysGone(error)) return true;
    if (!(error instanceof Refused)) return false;
    if (error instanceof SlackRefused) return channelCodes.has(error.code);
    return (await workspaces.byTeam(thread.team)) === undefined;
  }
}

const isOther = ({ place }: Destination, thread: SlackThread) =>
  place.teamId !== thread.team || place.channel.id !== thread.channel;

/** What Slack says when a whole channel is out of reach. */
const channelCodes = new Set(["is_archived", "channel_not_found", "not_in_channel"]);
