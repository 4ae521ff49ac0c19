import type { Agent } from "../../../conversation/conversation.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Acts } from "../card/acts.ts";
import type { Asking } from "../card/asking.ts";
import type { Cards } from "../card/cards.ts";
import type { WhyNot } from "../card/why-not.ts";
import { encodeThread } from "../replies/thread.ts";
import { type Dialogs, noConversation } from "./dialogs.ts";
import type { createMadeInternal } from "./made-internal.ts";

/** What can be done with a message, by the `callback_id` it has in the manifest. */
export const shortcutNames = {
  handoff_close: "close",
  handoff_hand_back: "handBack",
  handoff_make_internal: "makeInternal",
  handoff_saved_reply: "savedReply",
  handoff_transcript: "transcript",
  handoff_block: "block",
} as const;

export type ShortcutName = (typeof shortcutNames)[keyof typeof shortcutNames];

export interface ShortcutsOptions {
  threads: Threads;
  acts: Acts;
  dialogs: Dialogs;
  cards: Cards;
  whyNot: WhyNot;
  madeInternal: ReturnType<typeof createMadeInternal>;
}

export interface ShortcutUse {
  name: ShortcutName;
  /** The message whose menu it was picked from. */
  ts: string;
  /** The root of its thread; itself where it is a root. */
  rootTs: string;
  asking: Asking;
}

/** What the app's entries in a message's menu do, on any message of a conversation's thread. */
export function createShortcuts(options: ShortcutsOptions) {
  const { threads, acts, dialogs, cards, whyNot, madeInternal } = options;

  return async ({ name, ts, rootTs, asking }: ShortcutUse): Promise<void> => {
    const { teamId, press, tell, spot } = asking;
    const find = () =>
      threads.conversationAt("slack", encodeThread({ team: teamId, channel: spot.channel, ts: rootTs }));
    if (name === "savedReply" || name === "transcript" || name === "block") {
      dialogs.open(name, asking, find);
      return;
    }

    const [refusal, conversationId, agent] = await Promise.all([whyNot(asking), find(), asking.agent()]);
    if (refusal) tell(refusal);
    else if (!conversationId) tell(noConversation);
    else if (name === "makeInternal") await makeInternal(conversationId, agent);
    else tell((await acts(name, { conversationId, agent, press })).words);

    async function makeInternal(conversationId: string, by: Agent): Promise<void> {
      const message = { channel: spot.channel, ts };
      try {
        tell(await madeInternal({ teamId, message, conversationId, by }));
      } catch (error) {
        if (!(error instanceof ConversationError)) throw error;
        tell(error.message);
      }
      void cards.refresh(conversationId);
    }
  };
}
