import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Agent } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Copies } from "../../../conversation/threads.ts";
import { besideSlack } from "../card/acts.ts";
import { takenBack } from "../replies/seen.ts";
import { type MessageAddress, sourceOf } from "../replies/source.ts";

export interface MadeInternalOptions {
  conversations: Conversations;
  store: ConversationStore;
  copies: Copies;
  heldReplies: HeldReplies;
}

export interface Pointed {
  teamId: string;
  message: MessageAddress;
  conversationId: string;
  by: Agent;
}

type PostedEvent = Extract<ConversationEvent, { type: "message.posted" }>;

/** Takes what stands in one message in Slack back from the visitor. Returns what happened, in words. */
export function createMadeInternal({ conversations, store, copies, heldReplies }: MadeInternalOptions) {
  return async (pointed: Pointed): Promise<string> => {
    if (await keptWhileHeld(pointed)) return "Kept as a note. The visitor was not sent it.";

    const said = await saidIn(pointed);
    const fromAgents = said.filter(({ message }) => message.author.kind === "agent");
    const sent = fromAgents.filter(({ message }) => !message.note);
    const first = sent[0];
    if (first) return takeBack(sent, first, pointed);
    if (fromAgents.length > 0) return "This is a note already: the visitor was not sent it.";
    if (said.length > 0)
      return "Only what your team wrote can be made internal. The visitor or the assistant wrote this.";
    return "There is no reply in this message that could be made internal. Choose one of your team's replies.";
  };

  /** Noted before it is let go, so that it is never lost; if it was sent meanwhile, the note does nothing. */
  async function keptWhileHeld({ teamId, message }: Pointed): Promise<boolean> {
    const held = await heldReplies.find(sourceOf(teamId, message));
    if (!held) return false;
    const { fresh } = await conversations.note(held);
    await heldReplies.drop(held.source);
    return fresh;
  }

  /** What the message says, whether somebody wrote it there or it is a post of ours. */
  async function saidIn({ teamId, message, conversationId }: Pointed): Promise<PostedEvent[]> {
    const source = sourceOf(teamId, message);
    const [recorded, copy] = await Promise.all([
      store.recorded(source),
      copies.at("slack", source.externalId),
    ]);
    const from = copy?.from.seq ?? recorded?.seq;
    const to = copy?.to.seq ?? recorded?.seq;
    if (from === undefined || to === undefined) return [];
    return asItStands(await store.eventsAfter(conversationId, 0)).filter(
      (event): event is PostedEvent =>
        event.type === "message.posted" && event.seq >= from && event.seq <= to,
    );
  }

  async function takeBack(
    sent: PostedEvent[],
    first: PostedEvent,
    { teamId, message, conversationId, by }: Pointed,
  ): Promise<string> {
    const before = await store.find(conversationId);
    for (const { message: reply } of sent) {
      const { externalId } = sourceOf(teamId, message, `internal/${reply.id}`);
      const source = { via: besideSlack, externalId };
      await conversations.makeInternal({ conversationId, messageId: reply.id, by, source });
    }
    return takenBack(before, first.message, first.seq);
  }
}
