import { asItStands } from "../conversation/as-it-stands.ts";
import { awaitsAssistant, type Conversation } from "../conversation/conversation.ts";
import type { Decision } from "../conversation/decision.ts";
import { type ConversationEvent, isDeclining, isFromVisitor, isNote } from "../conversation/events.ts";
import type { Conversations } from "../conversation/index.ts";
import { type Listener, NotBefore } from "../conversation/listener.ts";
import { maxTextLength } from "../conversation/message.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Log } from "../log.ts";
import { handoffWordsFor } from "../settings/handoff-sentence.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Settings } from "../settings/schema.ts";
import { asHeard } from "./answering/as-heard.ts";
import { attend } from "./answering/attention.ts";
import { nobodyIsThere, withoutModel } from "./answering/fallback.ts";
import { type AnswerPace, usualPace } from "./answering/pace.ts";
import type { Reply } from "./answering/reply.ts";
import { nobodyLooks, type Surroundings } from "./answering/surroundings.ts";
import { verdictOn } from "./deciding/decide.ts";
import { offerWordsFor } from "./deciding/offer-words.ts";
import type { UnknownWords } from "./grounds/unknown.ts";
import type { Model } from "./model.ts";

export interface AssistantOptions {
  conversations: Conversations;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  settings: SettingsDesk;
  /** What it may say; without any, that stands in its instructions alone. */
  knowledge?: Pick<Knowledge, "search" | "isEmpty"> | undefined;
  /** None: the fallback greets and hands off. */
  model: Model | undefined;
  log: Log;
  surroundings?: Surroundings | undefined;
  pace?: Partial<AnswerPace> | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
}

export interface Assistant extends Listener {
  /** Ends what is being written; it is written anew by the next process. */
  stop(): void;
}

/** After which the next process tries again. */
const stoppedForMs = 1_000;

/** Answers what visitors say, or hands the conversation to people: nobody is left without either. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { conversations, store, model, knowledge, log, now = Date.now } = options;
  const { watch, show } = options.surroundings ?? nobodyLooks;
  const pace = { ...usualPace, ...options.pace };
  const stopping = new AbortController();

  return {
    name: "assistant",
    audience: "visitor",
    isSlow: true,
    concerns: (conversation, happenings) =>
      awaitsAssistant(conversation) &&
      happenings.some((happening) => isFromVisitor(happening) || isDeclining(happening)),

    async hear({ conversation, events }) {
      if (!awaitsAssistant(conversation)) return;
      const news = asItStands(events).filter(({ seq }) => seq > conversation.boundarySeq);
      const said = news.filter(isFromVisitor);
      const last = said.at(-1) ?? news.findLast(isDeclining);
      if (!last) return;

      const settings = await options.settings.current();
      const all = asItStands(await store.eventsAfter(conversation.id, 0));
      const part = all.filter(({ seq }) => seq > conversation.boundarySeq && seq <= last.seq);
      if (said.length === 0 && !awaitsAnswer(part)) return;

      const here = speaking(conversation, last.seq, settings);
      const verdict = verdictOn({ said, part, phrases: settings.triggerPhrases });
      if (verdict?.level === "connect") return here.handOff(verdict.decision);

      const offer = settings.liveHandoff && !conversation.offer ? verdict?.decision : undefined;
      if (offer && model && isUrgent(offer)) return here.offer(offer);
      const history = asHeard(all, said, last.seq);
      const reply = model
        ? await written({ model, conversation, history, seq: last.seq, settings })
        : withoutModel(history, conversation, {
            liveHandoff: settings.liveHandoff,
            isOpen: (await options.settings.availability()).isOpen,
          });
      // Where nothing can be answered, the offer says so better than the fallback's words.
      if (offer && !model && !reply.decision) return here.offer(offer);
      const isSaid = reply.text !== undefined && (await here.say(reply.text));
      // What was written and is not said must not stay on the visitor's screen.
      if (!isSaid) show(conversation, "");
      if (reply.decision) await here.handOff(reply.decision);
      else if (reply.unknown) await here.admit(reply.unknown, history);
      else if (offer) await here.offer(offer);
    },

    stop: () => stopping.abort(),
  };

  /** What the model makes of it, unless somebody takes over, or the visitor asks for people, while it writes. */
  async function written({ model, conversation, history, seq, settings }: Written): Promise<Reply> {
    const phrases = settings.triggerPhrases;
    const attention = attend({ conversation, seq, phrases, store, watch, log });
    try {
      const { ask } = await import("./answering/ask.ts");
      const reply = await ask({
        ...{ model, knowledge, history, settings, log, pace },
        ...{ siteKey: conversation.siteKey, language: conversation.visitor.language },
        signal: AbortSignal.any([attention.signal, stopping.signal]),
        show: (text) => show(conversation, text),
      });
      if (stopping.signal.aborted) throw new NotBefore(now() + stoppedForMs, "The process is stopping.");
      const decision = attention.decision();
      return decision ? { decision } : reply;
    } finally {
      attention.end();
    }
  }

  /** Speaks about one thing the visitor said: a delivery that is repeated says nothing twice. */
  function speaking(conversation: Conversation, seq: number, settings: Settings) {
    const { id: conversationId, generation } = conversation;
    const source = (what: string) => ({ via: "assistant", externalId: `${conversationId}/${seq}/${what}` });
    const saying = async () => ({
      settings,
      availability: await options.settings.availability(),
      language: conversation.visitor.language,
      now: now(),
    });
    const say = async (text: string): Promise<boolean> =>
      (await conversations.answer({ conversationId, generation, text, source: source("answer") })).fresh;

    const miss = async (decision: Decision): Promise<void> => {
      const missed = { conversationId, generation, decision, text: nobodyIsThere };
      await conversations.missHandoff({ ...missed, source: source("nobody") });
    };

    return {
      say: (text: string) => say(cut(text)),

      async offer(decision: Decision): Promise<void> {
        const sentence = offerWordsFor(decision, await saying());
        await conversations.offer({
          ...{ conversationId, generation, decision, sentence },
          source: source("offer"),
        });
      },

      async handOff(decision: Decision): Promise<void> {
        if (!settings.liveHandoff) return miss(decision);
        await conversations.handOff({
          ...{ conversationId, generation, decision, ...handoffWordsFor(await saying()) },
          source: source("handoff"),
        });
      },

      /** Says that it does not know, and offers a person where one can be offered. */
      async admit(words: UnknownWords, history: ConversationEvent[]): Promise<void> {
        if (history.some((event) => event.type === "conversation.offered" && event.seq > seq)) return;
        if (!settings.liveHandoff) return void (await say(words.alone));
        if (conversation.offer) return void (await say(words.again));
        const decision = { by: "model", reason: "The assistant does not know the answer" } as const;
        await conversations.offer({
          ...{ conversationId, generation, decision, sentence: words.offer },
          source: source("offer"),
        });
      },
    };
  }
}

/** Who is upset is not told more of the same first. */
const isUrgent = ({ rule }: Decision) => rule === "frustration";

/** Whether the assistant has said nothing since the visitor's last words. */
function awaitsAnswer(part: ConversationEvent[]): boolean {
  const last = part.findLast((event) => event.type === "message.posted" && !isNote(event));
  return last !== undefined && isFromVisitor(last);
}

interface Written {
  model: Model;
  conversation: Conversation;
  history: ConversationEvent[];
  /** The last event that is answered. */
  seq: number;
  settings: Settings;
}

/** Most of an answer is better than none: one that is too long would be refused each time it is tried. */
const cut = (text: string) => (text.length > maxTextLength ? `${text.slice(0, maxTextLength - 1)}…` : text);
