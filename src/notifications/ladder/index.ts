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
  /** Whether visitors may leave a number. */
  texts?: boolean;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Nobody waits for ever: step after step is taken until somebody answers. What the visitor writes meanwhile moves none. A
 * call that failed has a lane of its own: news wakes none that waits for its time.
 */
export function createLadder({
  conversations,
  store,
  settings,
  slackTrouble = async () => undefined,
  texts = false,
  now,
}: LadderOptions): Listener[] {
  return [
    {
      name: "ladder",
      audience: "team",
      concerns: (_conversation, happenings) => happenings.some(isHandedOff),
      async hear({ conversation: { id } }) {
        const dueAt = await climb(id);
        // The team may be back before it opens, and Slack may fall silent meanwhile.
        if (dueAt !== undefined) throw new NotBefore(Math.min(dueAt, now() + lookAgainMs));
      },
    },
    {
      name: "ladder-raised",
      audience: "team",
      concerns: (_conversation, happenings) => happenings.some(isFailure),
      hear: async ({ conversation: { id } }) => void (await climb(id)),
    },
  ];

  /** Takes what steps are due; resolves with when the next one is, if there is one. */
  async function climb(conversationId: string): Promise<number | undefined> {
    for (;;) {
      const conversation = await store.find(conversationId);
      if (!conversation) return undefined;
      await sayIfSlackIsDown(conversation);
      const events = await store.eventsAfter(conversationId, 0);
      const current = await settings.current();
      const step = nextStep(conversation, events, {
        ladder: current.ladder,
        availability: await settings.availability(),
      });
      if (!step) return undefined;
      if (step.dueAt > now()) return step.dueAt;

      const { escalation, instead } = step;
      const { generation } = conversation;
      const recorded = await conversations.escalate({
        ...{ conversationId, generation, escalation, instead },
        sentence: sentenceFor(escalation, { conversation, events, texts, now: now() }),
        source: { via: "ladder", externalId: `${conversationId}/${generation}/${keyOf(escalation)}` },
      });
      // The other lane was quicker, or somebody has answered.
      if (!recorded.fresh) return now() + lookAgainMs;
    }
  }

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

const isFailure = ({ type }: Happening) => type === "conversation.callFailed";

const isSilent = "Slack does not answer. What waits is kept and tried again.";
const lookAgainMs = 15_000;
/** Of Slack's lane: about seven seconds after the first. */
const doubtfulAttempts = 4;
