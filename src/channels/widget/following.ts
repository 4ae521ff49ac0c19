import { type Conversation, concernsPeople, type Page } from "../../conversation/conversation.ts";
import type { VisitorPresence } from "./presence.ts";

/** Of one tab: tells those who follow the visitor's conversation that they are here, and on which page. */
export function createFollowing(
  presence: Pick<VisitorPresence, "arrive" | "see" | "leave">,
  writes: (conversationId: string) => void,
) {
  let followedId: string | undefined;
  let page: Page | undefined;
  let isOver = false;
  let typedAt = Number.NEGATIVE_INFINITY;

  function leave(): void {
    if (followedId !== undefined) presence.leave(followedId);
    followedId = undefined;
  }

  return {
    /** Who is blocked is not followed: the title of a page would be one more way to say something. */
    follow(conversation: Conversation): void {
      if (conversation.isBlocked) leave();
      else if (followedId === undefined && concernsPeople(conversation) && !isOver) {
        followedId = conversation.id;
        presence.arrive(conversation.id, page ?? conversation.page);
      }
    },

    see(here: Page): void {
      page = here;
      if (followedId !== undefined) presence.see(followedId, here);
    },

    /** The visitor is writing. Said more often than once a second, it is nothing new. */
    type(): void {
      if (followedId === undefined || performance.now() - typedAt < 1_000) return;
      typedAt = performance.now();
      writes(followedId);
    },

    /** The tab is closed: what is still read for it brings nobody back. */
    end(): void {
      isOver = true;
      leave();
    },
  };
}
