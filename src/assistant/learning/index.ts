import { asItStands } from "../../conversation/as-it-stands.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../conversation/events.ts";
import type { Listener } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Proposal } from "../../knowledge/ports.ts";
import type { Proposals } from "../../knowledge/proposals.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Model } from "../model.ts";
import { handMadeIn } from "./hand-made.ts";

export interface LearningOptions {
  store: Pick<ConversationStore, "eventsAfter">;
  proposals: Proposals;
  settings: Pick<SettingsDesk, "current">;
  /** None: nothing is learned from answers; phrases need no model. */
  model: Model | undefined;
  /** Shows a proposal where people will see it, once, however often it is called. */
  show: (proposal: Proposal, uncertain: boolean) => Promise<void>;
}

/** From so many visitors a phrase is no accident any more. */
const visitorsPerPhrase = 3;

/** Learns from people: what they answered is proposed as knowledge, what made visitors ask for them as a trigger. */
export function createLearning({ store, proposals, settings, model, show }: LearningOptions): Listener {
  return {
    name: "learning",
    // Notes stay in the team: what is learned, visitors are told.
    audience: "visitor",
    isSlow: true,
    concerns: (_conversation, happenings) => happenings.some(teaches),

    async hear({ conversation, events, uncertain }) {
      const history = asItStands(await store.eventsAfter(conversation.id, 0));
      const isNew = ({ seq }: { seq: number }) => events.some((event) => event.seq === seq);
      for (const { said } of handMadeIn(history).filter(isNew))
        await countPhrase(said, conversation, uncertain);
      for (const event of events)
        if (event.type === "conversation.closed") await learnFrom(event, history, conversation, uncertain);
    },
  };

  async function countPhrase(said: string, conversation: Conversation, uncertain: boolean): Promise<void> {
    const [{ triggerPhrases }, { phraseOf }] = await Promise.all([settings.current(), import("./phrase.ts")]);
    const phrase = phraseOf(said, { names: namesIn(conversation), phrases: triggerPhrases });
    if (!phrase) return;
    if ((await proposals.count(phrase.key, conversation.visitor.id)) < visitorsPerPhrase) return;
    await propose(
      { kind: "trigger", origin: phrase.key, question: phrase.words, answer: "" },
      conversation,
      uncertain,
    );
  }

  async function learnFrom(
    { seq }: ConversationEvent,
    history: readonly ConversationEvent[],
    conversation: Conversation,
    uncertain: boolean,
  ): Promise<void> {
    if (!model) return;
    const origin = `${conversation.id}/${seq}`;
    const known = await proposals.findByOrigin("answer", origin);
    if (known) return known.state === "open" ? show(known, uncertain) : undefined;
    const stretch = stretchBefore(seq, history);
    if (!stretch.some(isPeoplesAnswer)) return;
    const { lessonOf } = await import("./lesson.ts");
    const lesson = await lessonOf(stretch, { model, names: namesIn(conversation, stretch) });
    if (lesson) await propose({ kind: "answer", origin, ...lesson }, conversation, uncertain);
  }

  async function propose(
    lesson: Pick<Proposal, "kind" | "origin" | "question" | "answer">,
    { id: conversationId, siteKey }: Conversation,
    uncertain: boolean,
  ): Promise<void> {
    const proposal = await proposals.propose({ ...lesson, conversationId, siteKey });
    if (proposal?.state === "open") await show(proposal, uncertain);
  }
}

const teaches = (happening: Happening): boolean =>
  happening.type === "conversation.closed" ||
  happening.type === "conversation.claimed" ||
  happening.type === "conversation.assigned" ||
  (happening.type === "conversation.handedOff" && happening.handoff.by === "button");

/** What was said since the conversation was last closed: one matter, from the first question to the last answer. */
function stretchBefore(seq: number, history: readonly ConversationEvent[]): ConversationEvent[] {
  const before = history.filter((event) => event.seq < seq);
  return before.slice(before.findLastIndex(({ type }) => type === "conversation.closed") + 1);
}

const isPeoplesAnswer = (event: ConversationEvent) =>
  event.type === "message.posted" && event.message.author.kind === "agent" && !event.message.note;

function namesIn({ visitor }: Conversation, stretch: readonly ConversationEvent[] = []): string[] {
  const agents = stretch.flatMap((event) =>
    event.type === "message.posted" && event.message.author.kind === "agent"
      ? [event.message.author.name]
      : [],
  );
  return [...(visitor.name ? [visitor.name] : []), ...new Set(agents)];
}
