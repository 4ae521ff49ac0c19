import { isHandedOff } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import { type Listener, NotBefore } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { keyOf, nextStep } from "./due.ts";
import { sentenceFor } from "./words.ts";

export interface LadderOptions {
  conversations: Pick<Conversations, "escalate">;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  settings: Pick<SettingsDesk, "current" | "availability">;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Nobody waits for ever: step after step is taken until somebody answers. What the visitor writes meanwhile moves none. */
export function createLadder({ conversations, store, settings, now }: LadderOptions): Listener {
  return {
    name: "ladder",
    audience: "team",
    concerns: (_conversation, happenings) => happenings.some(isHandedOff),

    async hear({ conversation: { id: conversationId } }) {
      for (;;) {
        const conversation = await store.find(conversationId);
        if (!conversation) return;
        const events = await store.eventsAfter(conversationId, 0);
        const current = await settings.current();
        const step = nextStep(conversation, events, {
          ladder: current.ladder,
          availability: await settings.availability(),
        });
        if (!step) return;
        if (step.dueAt > now()) throw new NotBefore(step.dueAt);

        const { escalation } = step;
        const { generation } = conversation;
        const recorded = await conversations.escalate({
          ...{ conversationId, generation, escalation },
          sentence: sentenceFor(escalation, conversation, events, now()),
          source: { via: "ladder", externalId: `${conversationId}/${generation}/${keyOf(escalation)}` },
        });
        if (!recorded.fresh) return;
      }
    },
  };
}
