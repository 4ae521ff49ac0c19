import { LRUCache } from "lru-cache";
import type { Content } from "../posts/post.ts";

interface Shown {
  looks: string;
  /** The same, apart from where the visitor is. */
  looksWithoutPresence: string;
  at: number;
}

export interface Looks {
  content: Content;
  withoutPresence: Content;
}

/** What the cards in Slack look like, as far as this process knows. */
export function createShownCards({ now }: { now: () => number }) {
  const cards = new LRUCache<string, Shown>({ max: 10_000 });

  return {
    remember(id: string, { content, withoutPresence }: Looks): void {
      const looksWithoutPresence = JSON.stringify(withoutPresence);
      cards.set(id, { looks: JSON.stringify(content), looksWithoutPresence, at: now() });
    },

    /** What sets a card apart from how it should look, and when it last changed. */
    difference(id: string, { content, withoutPresence }: Looks) {
      const shown = cards.get(id);
      if (!shown) return { kind: "state", changedAt: 0 } as const;
      const kind =
        shown.looks === JSON.stringify(content)
          ? "none"
          : shown.looksWithoutPresence === JSON.stringify(withoutPresence)
            ? "presence"
            : "state";
      return { kind, changedAt: shown.at } as const;
    },
  };
}
