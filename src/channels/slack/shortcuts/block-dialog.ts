import type { Acts } from "../card/acts.ts";
import { visitorName } from "../posts/speaker.ts";
import { inert } from "../text/escape.ts";
import type { Dialog } from "./dialog.ts";

/** Asks before a visitor is blocked: a slip in a menu would cut somebody off. */
export function createBlockDialog({ acts }: { acts: Acts }): Dialog {
  return {
    title: "Block the visitor?",
    callbackId: "handoff_block_confirmed",

    async view(conversation) {
      const { isBlocked } = conversation;
      const name = inert(visitorName(conversation));
      const text = isBlocked
        ? `${name} is blocked already.`
        : `*${name}* will not be able to write any more, and the conversation is closed. You can unblock them from the card at the top of the thread.`;
      return {
        blocks: [{ type: "section", text: { type: "mrkdwn", text, verbatim: true } }],
        ...(isBlocked ? {} : { submit: "Block" }),
      };
    },

    async submit({ conversationId, agent, viewId, tell }) {
      const { isDone, words } = await acts("block", { conversationId, agent, press: viewId });
      // The thread and the card say that it was done.
      if (!isDone) tell(words);
      return undefined;
    },
  };
}
