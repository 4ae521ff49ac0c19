import type { AgentAct } from "../../../conversation/agent-acts.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { Recorded } from "../../../conversation/store.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import type { Cards } from "./cards.ts";

export type ActName =
  | "claim"
  | "handBack"
  | "close"
  | "reopen"
  | "toTeam"
  | "toVisitor"
  | "block"
  | "unblock"
  | "translate"
  | "stopTranslating";

export interface Act {
  conversationId: string;
  agent: AgentAct["agent"];
  /** Unique to this press of a button. */
  press: string;
}

/** What became of an act, in words for the one who did it. */
export interface Outcome {
  isDone: boolean;
  words: string;
}

export interface ActsOptions {
  conversations: Conversations;
  cards: Pick<Cards, "refresh">;
  translation?: Pick<TranslationDesk, "switchOn" | "switchOff"> | undefined;
}

export type Acts = ReturnType<typeof createActs>;

/** What agents do to a conversation from Slack, other than saying something in it. */
export function createActs({ conversations, cards, translation = noTranslation }: ActsOptions) {
  const deeds: Record<ActName, Deed> = {
    claim: {
      via: "slack",
      do: conversations.claim,
      done: "You have this conversation now.",
      idle: "You already have this conversation.",
    },
    handBack: {
      via: "slack",
      do: conversations.handBack,
      done: "The assistant has this conversation again.",
      idle: "The assistant has this conversation already.",
    },
    close: {
      via: "slack",
      do: conversations.close,
      done: "This conversation is closed.",
      idle: "This conversation is closed already.",
    },
    reopen: {
      via: "slack",
      do: conversations.reopen,
      done: "This conversation is open again, and you have it.",
      idle: "This conversation is open already.",
    },
    toTeam: {
      via: besideSlack,
      do: (act) => conversations.switchReplies({ ...act, to: "team" }),
      done: "Replies in this thread are internal now: the visitor gets none of them.",
      idle: "Replies in this thread are internal already.",
    },
    toVisitor: {
      via: besideSlack,
      do: (act) => conversations.switchReplies({ ...act, to: "visitor" }),
      done: "Replies in this thread go to the visitor again.",
      idle: "Replies in this thread go to the visitor already.",
    },
    block: {
      via: besideSlack,
      do: conversations.block,
      done: "The visitor is blocked, and this conversation is closed.",
      idle: "The visitor is blocked already.",
    },
    unblock: {
      via: besideSlack,
      do: conversations.unblock,
      done: "The visitor may write again.",
      idle: "The visitor is not blocked.",
    },
    translate: {
      via: besideSlack,
      do: translation.switchOn,
      done: "This conversation is translated now.",
      idle: "This conversation is translated already.",
    },
    stopTranslating: {
      via: besideSlack,
      do: translation.switchOff,
      done: "This conversation is no longer translated.",
      idle: "This conversation is not translated.",
    },
  };

  return async (name: ActName, { conversationId, agent, press }: Act): Promise<Outcome> => {
    const deed = deeds[name];
    const source = { via: deed.via, externalId: `${agent.id}/${name}/${press}` };
    try {
      const { events } = await deed.do({ conversationId, agent, source });
      return events.length > 0 ? { isDone: true, words: deed.done } : { isDone: false, words: deed.idle };
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      return { isDone: false, words: error.message };
    } finally {
      void cards.refresh(conversationId);
    }
  };
}

interface Deed {
  via: string;
  do: (act: AgentAct) => Promise<Recorded>;
  done: string;
  idle: string;
}

const nobodyTranslates = async (): Promise<never> => {
  throw new ConversationError("off", "Nothing is translated here.");
};
const noTranslation = { switchOn: nobodyTranslates, switchOff: nobodyTranslates };

/** What came in via "slack" is never told to Slack again; this is, so that the thread shows it. */
export const besideSlack = "slack-modal";
