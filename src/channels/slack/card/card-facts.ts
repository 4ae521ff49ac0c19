import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Agent, Conversation } from "../../../conversation/conversation.ts";
import { type ConversationEvent, isFromVisitor } from "../../../conversation/events.ts";
import type { Presence, Presences } from "../../../conversation/presence.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { type SentSuggestion, sentSuggestions } from "../../../conversation/suggestions.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import { forTeam } from "../../../conversation/translation.ts";
import type { Site, Sites } from "../../../settings/sites.ts";
import { type CardTranslation, cardTranslation } from "./card-translation.ts";

/** Who did something, and when (ms since 1970). */
export interface Deed {
  by: Agent;
  at: number;
}

/** Everything a card shows. */
export interface CardFacts {
  conversation: Conversation;
  presence?: Presence | undefined;
  /** The visitor's last words before people were asked for. */
  words?: string | undefined;
  /** The suggestions that were sent, by id. */
  sent?: ReadonlyMap<string, SentSuggestion> | undefined;
  /** Only where there are several sites to tell apart. */
  siteName?: string | undefined;
  /** The last time, where that is how things still are. */
  closed?: Deed | undefined;
  blocked?: Deed | undefined;
  /** Undefined where it cannot be had. */
  translation?: CardTranslation | undefined;
}

export interface CardFactsOptions {
  store: Pick<ConversationStore, "eventsAfter">;
  presences: Presences;
  sites: Pick<Sites, "list">;
  translation?: Pick<TranslationDesk, "problem" | "teamLanguage"> | undefined;
}

/** Gathers what the card of a conversation shows now. */
export function createCardFacts({ store, presences, sites, translation }: CardFactsOptions) {
  return async (conversation: Conversation): Promise<CardFacts> => {
    const { id, siteKey, status, isBlocked } = conversation;
    const [presence, all, happened, teamLanguage] = await Promise.all([
      presences.find(id),
      sites.list(),
      store.eventsAfter(id, 0),
      translation?.teamLanguage(),
    ]);
    const events = asItStands(happened);
    return {
      conversation,
      presence,
      words: wordsBefore(events),
      sent: sentSuggestions(happened),
      siteName: nameAmong(all, siteKey),
      closed: status === "closed" ? last(events, "conversation.closed") : undefined,
      blocked: isBlocked ? last(events, "visitor.blocked") : undefined,
      translation:
        teamLanguage === undefined
          ? undefined
          : cardTranslation(conversation, teamLanguage, translation?.problem === undefined),
    };
  };
}

function wordsBefore(events: readonly ConversationEvent[]): string | undefined {
  const handoff = events.findLastIndex(({ type }) => type === "conversation.handedOff");
  const said = events.slice(0, handoff < 0 ? undefined : handoff).findLast(isFromVisitor);
  return said?.type === "message.posted" ? forTeam(said.message).text : undefined;
}

const nameAmong = (sites: readonly Site[], key: string) =>
  sites.length > 1 ? (sites.find((site) => site.key === key)?.name ?? key) : undefined;

function last(
  events: readonly ConversationEvent[],
  type: "conversation.closed" | "visitor.blocked",
): Deed | undefined {
  const event = events.findLast((one) => one.type === type);
  return event?.type === type ? { by: event.by, at: event.at } : undefined;
}
