import type { Agent } from "../../../conversation/conversation.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Attendance, Live } from "../../../live.ts";

interface Options {
  /** Tells one page from all others. */
  page: string;
  agent: Agent;
  store: Pick<ConversationStore, "find">;
  live: Pick<Live, "attend">;
  /** Whether the page's member works for a site. */
  mayOpen: (siteKey: string) => boolean;
  failed: (error: unknown) => void;
}

type At = Pick<Attendance, "conversationId" | "visitor">;

/** Says for one page at which conversation its member is, and what they do there. */
export function createAttending({ page, agent, store, live, mayOpen, failed }: Options) {
  let at: At | undefined;
  let last: Attendance["doing"] = "looking";
  /** Grows with each change of conversation, so that one that is looked up too late is not attended. */
  let turn = 0;

  function say(doing: Attendance["doing"]): void {
    last = doing;
    if (at) live.attend({ ...at, who: { page, agent }, doing });
  }

  function leave(): void {
    turn += 1;
    say("gone");
    at = undefined;
  }

  return {
    async begin(conversationId: string): Promise<void> {
      if (at?.conversationId === conversationId) return say("looking");
      leave();
      const mine = turn;
      try {
        const conversation = await store.find(conversationId);
        if (!conversation || mine !== turn || !mayOpen(conversation.siteKey)) return;
        const { siteKey, visitor } = conversation;
        at = { conversationId, visitor: { siteKey, visitorId: visitor.id } };
        say("looking");
      } catch (error) {
        failed(error);
      }
    },

    isAt: (conversationId: string) => at?.conversationId === conversationId,
    say,
    leave,

    /** Still there. Who writes says so more often by themselves. */
    stay(): void {
      if (last === "looking") say("looking");
    },
  };
}
