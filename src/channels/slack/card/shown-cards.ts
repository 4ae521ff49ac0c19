import type { ConversationEvent } from "../../../conversation/events.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { createMemory } from "../../../memory.ts";
import type { Content } from "../posts/post.ts";
import type { CardFacts } from "./card-facts.ts";

/** How a card looks, and what it was made from. */
export interface Looks {
  content: Content;
  /** The same, apart from where the visitor is. */
  withoutPresence: Content;
  facts: CardFacts;
}

interface Shown {
  content: string;
  withoutPresence: string;
  generation: number;
  /** When the visitor came or went. */
  presenceAt: number | undefined;
  seq: number;
  /** When it was last changed. */
  at: number;
}

/** "arrival": whether the visitor is here was not known before. */
export type Difference = "none" | "presence" | "arrival" | "state";

export interface ShownCardsOptions {
  store: Pick<ConversationStore, "eventsAfter">;
  now: () => number;
}

/**
 * What the cards in Slack look like, as far as this process knows. Another node may have changed one and this one may
 * be asked to change it back, so equal looks count only if nothing has gone to and fro in between.
 */
export function createShownCards({ store, now }: ShownCardsOptions) {
  const cards = createMemory<Shown>({ max: 10_000 });

  return {
    remember(id: string, looks: Looks): void {
      cards.set(id, { ...shownAs(looks), at: now() });
    },

    /** What sets a card apart from how it should look, and when it last changed. */
    async difference(id: string, looks: Looks): Promise<{ kind: Difference; changedAt: number }> {
      const shown = cards.get(id);
      if (!shown) return { kind: "state", changedAt: 0 };
      const kind = await differenceOf(id, shown, shownAs(looks));
      if (kind === "none") shown.seq = looks.facts.conversation.seq;
      return { kind, changedAt: shown.at };
    },
  };

  async function differenceOf(id: string, shown: Shown, wanted: Omit<Shown, "at">): Promise<Difference> {
    if (shown.withoutPresence !== wanted.withoutPresence || shown.generation !== wanted.generation)
      return "state";
    if (wanted.seq > shown.seq && (await store.eventsAfter(id, shown.seq)).some(goesToAndFro)) return "state";
    if (shown.content === wanted.content && shown.presenceAt === wanted.presenceAt) return "none";
    return shown.presenceAt === undefined ? "arrival" : "presence";
  }
}

function shownAs({ content, withoutPresence, facts }: Looks): Omit<Shown, "at"> {
  return {
    content: JSON.stringify(content),
    withoutPresence: JSON.stringify(withoutPresence),
    generation: facts.conversation.generation,
    presenceAt: facts.presence?.at,
    seq: facts.conversation.seq,
  };
}

/** Changes that can be undone without a change of owner. */
const goesToAndFro = ({ type }: ConversationEvent) =>
  type === "conversation.repliesSwitched" ||
  type === "conversation.translationSwitched" ||
  type === "visitor.blocked" ||
  type === "visitor.unblocked";
