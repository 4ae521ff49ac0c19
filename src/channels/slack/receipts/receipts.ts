import type { Conversation } from "../../../conversation/conversation.ts";
import type { Presences } from "../../../conversation/presence.ts";
import type { ConversationStore, Source } from "../../../conversation/store.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import { createAppointments } from "../card/appointments.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { type AgentReply, agentReplies } from "./agent-replies.ts";
import { type Failed, tellFailed } from "./failed.ts";
import { createMarks, type Mark, type MarkName } from "./marks.ts";
import { placeOf } from "./message-place.ts";

export interface ReceiptsOptions {
  workspaces: Workspaces;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  threads: Pick<Threads, "openUnder">;
  presences: Pick<Presences, "find">;
  log: Log;
  now: () => number;
  /** In which Slack counts calls. */
  minuteMs: number;
  /** A reply that has not arrived after this long is waiting for the visitor to come back. */
  waitingAfterMs: number;
}

export type Receipts = ReturnType<typeof createReceipts>;

/** Long enough for a browser that is there to say so. */
const firstLookMs = 2_000;

/** What is stored this long after it was written may have been said to have failed, by a process that has ended. */
const lateMs = 3 * 60_000;

/** After a start, the conversations that are looked at again; those spoken in last come first. */
const maxLookedAt = 200;

/**
 * Shows agents what became of their own replies in Slack: ⏳ waiting for the visitor, 📧 sent by email, 📱 by SMS, ✅ on the
 * visitor's screen, 👀 seen, ⚠️ not sent. Best effort throughout: a mark that fails or is left out is made up for by the next.
 */
export function createReceipts(options: ReceiptsOptions) {
  const { workspaces, store, threads, presences, waitingAfterMs, log, now } = options;
  const startedAt = now();
  const marks = createMarks(options);
  const later = createAppointments({ now, keep: (id) => void quietly(() => look(id)) });

  return {
    /** An agent wrote something in Slack. */
    wrote(conversationId: string): void {
      later.book(conversationId, now() + Math.min(firstLookMs, waitingAfterMs));
    },

    /** What somebody wrote is stored, so it has not failed after all. */
    stored(source: Source): void {
      const at = placeOf(source);
      const maybe = at !== undefined && now() - Number(at.ts) * 1_000 > lateMs;
      if (at) marks.drop({ at, name: "warning" }, { maybe });
    },

    /** The visitor has got further. */
    reached(conversation: Conversation): void {
      void quietly(async () => show(conversation, await agentReplies(store, conversation)));
    },

    /** What an agent wrote did not reach the visitor and will not by itself. */
    failed(failed: Failed): void {
      marks.add({ at: failed.at, name: "warning" });
      void quietly(() => tellFailed(failed, workspaces));
    },

    /** Replies that waited when an earlier process ended are looked at again. */
    start(): void {
      void quietly(async () => {
        for (const workspace of workspaces.all()) {
          const open = await threads.openUnder("slack", `${await workspace.team()}/`, maxLookedAt);
          for (const { conversationId } of open) later.book(conversationId, now() + waitingAfterMs);
        }
      });
    },

    stop(): void {
      later.stop();
      marks.stop();
    },
  };

  /** Whether the newest reply has arrived, is waiting, or has some time yet. */
  async function look(conversationId: string): Promise<void> {
    const conversation = await store.find(conversationId);
    if (!conversation) return;
    const replies = await agentReplies(store, conversation);
    const newest = replies.at(-1);
    if (!newest) return;
    const { deliveredSeq, mailedSeq, textedSeq } = conversation;
    if (newest.seq <= Math.max(deliveredSeq, mailedSeq, textedSeq)) return show(conversation, replies);

    const waitsAt = newest.at + waitingAfterMs;
    if (waitsAt <= now() || (await presences.find(conversationId))?.isHere === false)
      marks.show(conversationId, { at: newest.place, name: "hourglass_flowing_sand" });
    else later.book(conversationId, waitsAt);
  }

  function show(conversation: Conversation, replies: AgentReply[]): void {
    const { id, deliveredSeq, seenSeq, mailedSeq, textedSeq } = conversation;
    const arrived = replies.findLast(
      ({ seq }) => seq <= Math.max(deliveredSeq, seenSeq, mailedSeq, textedSeq),
    );
    if (!arrived) return;
    const name = arrived.seq <= seenSeq ? "eyes" : unseenMark(arrived, conversation);
    const mark: Mark = { at: arrived.place, name };
    marks.show(id, mark, { mayWait: arrived.at < startedAt });
  }

  async function quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn("slack: receipts could not be shown", { error });
    }
  }
}

/** What was sent after the visitor stood on a screen nobody looked at, or on none. */
function unseenMark({ seq }: AgentReply, { mailedSeq, textedSeq }: Conversation): MarkName {
  if (seq <= mailedSeq) return "e-mail";
  return seq <= textedSeq ? "iphone" : "white_check_mark";
}
