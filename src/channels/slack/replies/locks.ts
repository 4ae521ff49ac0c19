import type { Agent } from "../../../conversation/conversation.ts";
import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore, Source } from "../../../conversation/store.ts";
import type { Copies } from "../../../conversation/threads.ts";
import { createMemory } from "../../../memory.ts";
import { agentIdIn } from "../workspace/people.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type FoundMessage, findMessage, messageAt } from "./find-message.ts";
import type { Guests } from "./guests.ts";
import type { HearOf } from "./hear-of.ts";
import type { Recording } from "./recording.ts";
import { takenBack } from "./seen.ts";
import { actOn, type MessageAddress, sourceOf } from "./source.ts";
import type { Tell } from "./telling.ts";

export interface LocksOptions {
  conversations: Conversations;
  store: ConversationStore;
  copies: Copies;
  heldReplies: HeldReplies;
  recording: Recording;
  guests: Guests;
  tell: Tell;
  hearOf: HearOf;
}

export interface ReactionEvent {
  user: string;
  reaction: string;
  item: { type: string; channel?: string; ts?: string };
}

const locks = new Set(["lock", "closed_lock_with_key", "lock_with_ink_pen"]);

/** A 🔒 on an agent's message keeps it from the visitor, or takes it back from them. */
export function createLocks(options: LocksOptions) {
  const { conversations, store, copies, heldReplies, recording, guests, tell, hearOf } = options;
  /** Messages that had the lock before we heard of them. They are got at once: another process may hear of them next. */
  const early = createMemory<true>({ max: 10_000 });

  return {
    isLocked: (externalId: string) => early.has(externalId),

    async react(
      { user, reaction, item: { channel, ts } }: ReactionEvent,
      workspace: Workspace,
    ): Promise<void> {
      if (!locks.has(reaction.split("::")[0] ?? "") || !channel || !ts) return;
      const { teamId } = await workspace.identity();
      if (!(await guests.mayAct({ user }, workspace))) return;
      const message = { channel, ts };
      const source = sourceOf(teamId, message);
      if (await keptWhileHeld(source, user, workspace)) return;

      const found = (await findMessage(store, source)) ?? (await findCopied(source));
      if (found) await takeBack(found, message, await workspace.directory.agent(teamId, user), workspace);
      else {
        early.set(source.externalId, true);
        await hearOf(message, workspace);
      }
    },
  };

  async function keptWhileHeld(source: Source, user: string, workspace: Workspace): Promise<boolean> {
    const held = await heldReplies.find(source);
    if (!held) return false;
    const { fresh } = await recording.keep(held, workspace);
    await heldReplies.drop(source);
    const { conversationId } = held;
    const { teamId } = await workspace.identity();
    const by = { id: agentIdIn(teamId, user) };
    if (fresh) tell(by, { conversationId, text: "Kept internal. The visitor was not sent it." }, workspace);
    return fresh;
  }

  async function takeBack(
    { conversationId, now: found }: FoundMessage,
    message: MessageAddress,
    by: Agent,
    workspace: Workspace,
  ): Promise<void> {
    if (!found || found.message.note || found.message.author.kind !== "agent") return;
    const { teamId } = await workspace.identity();
    const { fresh, conversation } = await conversations.makeInternal({
      ...{ conversationId, messageId: found.message.id, by },
      source: actOn(teamId, message, "locked"),
    });
    if (!fresh) return;
    const text = takenBack(conversation, found.message, found.posted.seq);
    tell(by, { conversationId, text }, workspace);
    const { author } = found.message;
    if (author.kind === "agent" && author.id !== by.id)
      tell(author, { conversationId, text: `${by.name} put a 🔒 on your message. ${text}` }, workspace);
  }

  /** A post of ours that shows what one agent wrote in the inbox. */
  async function findCopied({ externalId }: Source): Promise<FoundMessage | undefined> {
    const copy = await copies.at("slack", externalId);
    if (!copy || copy.from.seq !== copy.to.seq || copy.from.seq === 0) return undefined;
    return messageAt(store, { conversationId: copy.conversationId, seq: copy.from.seq });
  }
}
