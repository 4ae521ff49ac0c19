import { type AgentAct, type Assignment, assign, claim, close, handBack, reopen } from "./agent-acts.ts";
import { type Answer, answer } from "./answer.ts";
import { block, unblock } from "./block.ts";
import { brief, type NewBrief } from "./brief.ts";
import { type CallFailure, callFailed } from "./call-failed.ts";
import {
  type Edit,
  edit,
  type MadeInternal,
  type MessageChange,
  makeInternal,
  remove,
} from "./change-message.ts";
import { type ContactDetail, leaveContact } from "./contact.ts";
import { begun, type RepliesTo } from "./conversation.ts";
import type { Core, Dependencies, Whose } from "./core.ts";
import { Conflict, ConversationError } from "./errors.ts";
import { escalate, type Step } from "./escalate.ts";
import { type Following, follow } from "./follow.ts";
import { type HandoffRequest, handOff } from "./hand-off.ts";
import { type ContactLoss, type ContactRegained, loseContact, regainContact } from "./lose-contact.ts";
import { handOffLate, type LateHandoff, type MissedRequest, missHandoff } from "./missed-handoff.ts";
import { type Declining, decline, type OfferRequest, offer } from "./offer.ts";
import { askForRating, declineRating, type NewRating, type RatingAsked, rate } from "./rate.ts";
import { type Receipt, reach } from "./reach.ts";
import { receive, type VisitorMessage } from "./receive.ts";
import { type AgentReply, note, reply } from "./reply.ts";
import { type Revealing, reveal } from "./reveal.ts";
import type { Recorded, Source } from "./store.ts";
import { assertSentBy, sourceOfSuggestion } from "./suggestions.ts";
import { type SummingUp, sumUp } from "./sum-up.ts";
import { switchReplies } from "./switch-replies.ts";
import { switchTranslation, type TranslationSwitch } from "./switch-translation.ts";
import { tellTeam, type WordsForTeam } from "./tell-team.ts";
import { type Translated, translate } from "./translate.ts";
import { createTurns } from "./turns.ts";

export type Conversations = ReturnType<typeof createConversations>;

/** The verbs of a conversation: all that channels and the assistant can ever do to one. */
export function createConversations(dependencies: Dependencies) {
  const core: Core = {
    ...dependencies,

    async load(whose) {
      const { store } = dependencies;
      if ("conversationId" in whose) {
        const conversation = await store.find(whose.conversationId);
        if (!conversation) throw new ConversationError("not_found", "There is no such conversation.");
        return conversation;
      }
      const { siteKey, visitor } = whose;
      const known = await store.findByVisitor(siteKey, visitor.id);
      return known ?? begun({ id: dependencies.newId(), siteKey, visitor, createdAt: dependencies.now() });
    },

    async record(conversation, happenings, source) {
      const lanes = dependencies.owed(conversation, happenings, source.via);
      const recorded = await dependencies.store.record({ conversation, happenings, source, lanes });
      if (recorded.fresh) dependencies.announce(recorded, lanes);
      return recorded;
    },
  };

  const inTurn = createTurns();
  const verb =
    <Request extends Whose & { source: Source }>(act: (core: Core, request: Request) => Promise<Recorded>) =>
    (request: Request): Promise<Recorded> =>
      inTurn(keyOf(request), () => once(core, request.source, () => settled(() => act(core, request))));

  return {
    /** A visitor said something. Saying something in a closed conversation opens it again. */
    receive: verb<VisitorMessage>(receive),
    /** People are asked for. Asking again while they are awaited or there changes nothing. */
    handOff: verb<HandoffRequest>(handOff),
    /** People are asked for while nobody is handed to them. */
    missHandoff: verb<MissedRequest>(missHandoff),
    /** Who asked for people then is handed to them after all. Nothing happens when they were answered meanwhile. */
    handOffLate: verb<LateHandoff>(handOffLate),
    /** The visitor is asked whether they want a person. Nothing happens when they have been asked since people left. */
    offer: verb<OfferRequest>(offer),
    /** The visitor keeps going with the assistant instead. */
    decline: verb<Declining>(decline),
    /** The visitor is asked how it went: once, for what was said since they last told. */
    askForRating: verb<RatingAsked>(askForRating),
    /** The visitor says how they found it. Said again, the last one counts. */
    rate: verb<NewRating>(rate),
    /** The visitor would rather not say. */
    declineRating: verb<Declining>(declineRating),
    /** The assistant answers, unless somebody else has taken over since it began to think. */
    answer: verb<Answer>(answer),
    /** An agent answers the visitor, and owns the conversation if nobody does. */
    reply: verb<AgentReply>(reply),
    /** An agent sends what the assistant suggested, changed or not. The visitor gets it once, whoever else does too. */
    async sendSuggestion(said: SentFromSuggestion): Promise<Recorded> {
      const { conversationId, suggestionId, agent, text } = said;
      const recorded = await verb<AgentReply>(reply)({
        ...said,
        source: sourceOfSuggestion(conversationId, suggestionId),
      });
      if (!recorded.fresh)
        assertSentBy(
          agent,
          text,
          recorded,
          await core.store.eventsAfter(conversationId, recorded.seq - 1, 1),
        );
      return recorded;
    },
    /** An agent writes for the team only. */
    note: verb<AgentReply>(note),
    /** The assistant writes for the team only. */
    tellTeam: verb<WordsForTeam>(tellTeam),
    /** The assistant says what whoever takes over should know, unless that is out of date. */
    brief: verb<NewBrief>(brief),
    /** The assistant says what people decided before they handed back. */
    sumUp: verb<SummingUp>(sumUp),
    /** People were called, and nobody could be reached in this way. */
    callFailed: verb<CallFailure>(callFailed),
    /** Nobody has answered yet, so the next step is taken. */
    escalate: verb<Step>(escalate),
    claim: verb<AgentAct>(claim),
    /** Somebody else of the team has it from now on, and is told. */
    assign: verb<Assignment>(assign),
    handBack: verb<AgentAct>(handBack),
    close: verb<AgentAct>(close),
    reopen: verb<AgentAct>(reopen),
    /** Who wrote a message changes its words, in place. Nothing happens when it is gone already. */
    edit: verb<Edit>(edit),
    /** A message is taken back, without a trace at the visitor's. */
    remove: verb<MessageChange>(remove),
    /** What was sent to the visitor becomes a note. */
    makeInternal: verb<MadeInternal>(makeInternal),
    /** Somebody reads what is masked in a message. */
    reveal: verb<Revealing>(reveal),
    /** The visitor's browser has everything up to an event, or the visitor has seen it. */
    reach: verb<Receipt>(reach),
    /** What was said up to an event was sent after the visitor by email or SMS. */
    follow: verb<Following>(follow),
    /** The visitor says where they can be answered when they have left. */
    leaveContact: verb<ContactDetail>(leaveContact),
    /** They are not reached there, or want no more of it. */
    loseContact: verb<ContactLoss>(loseContact),
    /** They want to be answered there again. */
    regainContact: verb<ContactRegained>(regainContact),
    /** Whether agents' replies in a thread reach the visitor or stay with the team. */
    switchReplies: verb<AgentAct & { to: RepliesTo }>(switchReplies),
    /** Whether the team and the visitor each read and write their own language. */
    switchTranslation: verb<TranslationSwitch>(switchTranslation),
    /** What was said gets its translation, and replies that waited for theirs go to the visitor. */
    translate: verb<Translated>(translate),
    /** The visitor may not write any more; the conversation is closed. */
    block: verb<AgentAct>(block),
    unblock: verb<AgentAct>(unblock),
  };
}

export type SentFromSuggestion = Omit<AgentReply, "source" | "suggestionId"> & { suggestionId: string };

const keyOf = (whose: Whose) =>
  "conversationId" in whose ? whose.conversationId : `${whose.siteKey}/${whose.visitor.id}`;

/** A repeat of what was done already is no breach of a rule, even if it would be one by now. */
async function once({ store }: Core, source: Source, verb: () => Promise<Recorded>): Promise<Recorded> {
  try {
    return await verb();
  } catch (error) {
    const before = error instanceof ConversationError && (await store.recorded(source));
    if (!before) throw error;
    return before;
  }
}

const attempts = 8;

/** Runs a verb again, on fresh state, when someone else changed the conversation under it. */
async function settled(verb: () => Promise<Recorded>, attempt = 1): Promise<Recorded> {
  try {
    return await verb();
  } catch (error) {
    if (!(error instanceof Conflict) || attempt === attempts) throw error;
    return settled(verb, attempt + 1);
  }
}
