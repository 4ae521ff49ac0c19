import type { Conversation } from "../../conversation/conversation.ts";
import { type Happening, isHandedOff } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { LaneTrouble } from "../../conversation/lanes.ts";
import { type Listener, NotBefore } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { keyOf, nextStep } from "./due.ts";
import { sentenceFor } from "./words.ts";

export interface LadderOptions {
  conversations: Pick<Conversations, "escalate" | "callFailed">;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  settings: Pick<SettingsDesk, "current" | "availability">;
  /** How bringing a conversation to Slack fails; without it there is no Slack. */
  slackTrouble?: ((conversationId: string) => Promise<LaneTrouble | undefined>) | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Nobody waits for ever: step after step is taken until somebody answers. What the visitor writes meanwhile moves none. */
export function createLadder({
  conversations,
  store,
  settings,
  slackTrouble = async () => undefined,
  now,
}: LadderOptions): Listener {
  return {
    name: "ladder",
    audience: "team",
    concerns: (_conversation, happenings) => happenings.some(isCause),

    async hear({ conversation: { id: conversationId } }) {
      for (;;) {
        const conversation = await store.find(conversationId);
        if (!conversation) return;
        await sayIfSlackIsDown(conversation);
        const events = await store.eventsAfter(conversationId, 0);
        const current = await settings.current();
        const step = nextStep(conversation, events, {
          ladder: current.ladder,
          availability: await settings.availability(),
        });
        if (!step) return;
        // The team may be back before it opens, and a call may fail meanwhile.
        if (step.dueAt > now()) throw new NotBefore(Math.min(step.dueAt, now() + lookAgainMs));

        const { escalation, instead } = step;
        const { generation } = conversation;
        const recorded = await conversations.escalate({
          ...{ conversationId, generation, escalation, instead },
          sentence: sentenceFor(escalation, conversation, events, now()),
          source: { via: "ladder", externalId: `${conversationId}/${generation}/${keyOf(escalation)}` },
        });
        if (!recorded.fresh) return;
      }
    },
  };

  /** Who waits must not wait for Slack either: whoever is told in another way is told sooner. */
  async function sayIfSlackIsDown({ id: conversationId, generation }: Conversation): Promise<void> {
    const trouble = await slackTrouble(conversationId);
    if (!trouble || (trouble.deadAt === undefined && trouble.attempts < doubtfulAttempts)) return;
    const source = { via: "ladder", externalId: `${conversationId}/${generation}/slack` };
    await conversations.callFailed({
      ...{ conversationId, generation, way: "slack", source },
      problem: trouble.deadAt === undefined ? isSilent : trouble.error,
    });
  }
}

/** People are asked for, or could not be told. */
const isCause = (event: Happening) => isHandedOff(event) || event.type === "conversation.callFailed";

const isSilent = "Slack does not answer. What waits is kept and tried again.";
/** A lane that waits for its time is not woken by news. */
const lookAgainMs = 15_000;
/** Of Slack's lane: about seven seconds after the first. */
const doubtfulAttempts = 4;
