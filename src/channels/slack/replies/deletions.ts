import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { agentIdIn } from "../workspace/people.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Guests } from "./guests.ts";
import { mayStillCome } from "./may-still-come.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { actOn, type MessageAddress, sourceOf } from "./source.ts";
import type { ThreadLookup } from "./thread-lookup.ts";

export interface DeletionsOptions {
  conversations: Conversations;
  store: ConversationStore;
  heldReplies: HeldReplies;
  threadLookup: ThreadLookup;
  guests: Guests;
  now: () => number;
}

export interface Deletion {
  message: MessageAddress;
  before: ReplyEvent | undefined;
}

export type Deletions = ReturnType<typeof createDeletions>;

/** What is deleted in Slack is gone at the visitor's, or never gets there. */
export function createDeletions(options: DeletionsOptions) {
  const { conversations, store, heldReplies, threadLookup, guests, now } = options;

  return async ({ message, before }: Deletion, workspace: Workspace): Promise<void> => {
    const { teamId } = await workspace.identity();
    const source = sourceOf(teamId, message);
    const [recorded, held] = await Promise.all([store.recorded(source), heldReplies.find(source)]);
    const conversationId =
      recorded?.conversationId ?? held?.conversationId ?? (await whereItWouldGo(message, before, workspace));
    if (!conversationId) return;

    const agent = before
      ? await workspace.directory.agent(teamId, before.user)
      : (held?.agent ?? somebody(teamId));
    // Whatever still arrives or is still held under this source comes to nothing from here on.
    const { seq } = await conversations.note({ conversationId, agent, text: placeholder, source });
    await heldReplies.drop(source);
    const [event] = await store.eventsAfter(conversationId, seq - 1, 1);
    if (event?.type === "message.posted")
      await conversations.remove({
        ...{ conversationId, messageId: event.message.id, by: { kind: "agent", ...agent } },
        source: actOn(teamId, message, "deleted"),
      });
  };

  /** Deleted before we heard of it: it may arrive yet. */
  async function whereItWouldGo(
    message: MessageAddress,
    before: ReplyEvent | undefined,
    workspace: Workspace,
  ): Promise<string | undefined> {
    if (!before || !mayStillCome(message, now())) return undefined;
    return (await guests.mayAct(before, workspace)) ? threadLookup(before, workspace) : undefined;
  }
}

const placeholder = "Deleted in Slack before it was passed on.";

const somebody = (teamId: string) => ({ id: agentIdIn(teamId, "unknown"), name: "Team member" });
