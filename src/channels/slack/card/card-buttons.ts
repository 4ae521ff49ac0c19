import type { Dialogs } from "../shortcuts/dialogs.ts";
import type { ActName, Acts } from "./acts.ts";
import type { Asking } from "./asking.ts";
import { cardActions } from "./card-actions.ts";
import { chosenIn } from "./menu.ts";
import type { WhyNot } from "./why-not.ts";

export interface CardButtonsOptions {
  acts: Acts;
  dialogs: Dialogs;
  whyNot: WhyNot;
}

export interface Press {
  actionId: string;
  /** The button's value, or that of the menu's option. */
  value: string | undefined;
  asking: Asking;
}

const actOfButton: Record<string, ActName> = {
  [cardActions.claim]: "claim",
  [cardActions.handBack]: "handBack",
  [cardActions.close]: "close",
  [cardActions.reopen]: "reopen",
  [cardActions.toTeam]: "toTeam",
  [cardActions.toVisitor]: "toVisitor",
  [cardActions.translate]: "translate",
  [cardActions.stopTranslating]: "stopTranslating",
};

/** What is done when somebody presses something on a card. Resolves when it is done, or they were told why not. */
export function createCardButtons({ acts, dialogs, whyNot }: CardButtonsOptions) {
  return async ({ actionId, value = "", asking }: Press): Promise<void> => {
    // Only opens a page; Slack tells us all the same.
    if (actionId === cardActions.open) return;
    if (actionId === cardActions.menu) return choose(value, asking);
    const name = actOfButton[actionId];
    if (name && value) return act(name, value, asking);
    asking.tell(outOfDate);
  };

  async function choose(value: string, asking: Asking): Promise<void> {
    const { choice, conversationId } = chosenIn(value) ?? {};
    if (!choice || !conversationId) {
      asking.tell(outOfDate);
      return;
    }
    if (choice === "savedReply" || choice === "transcript" || choice === "block")
      dialogs.open(choice, asking, async () => conversationId);
    else await act(choice, conversationId, asking);
  }

  /** A change shows on the card; only what changed nothing needs words. */
  async function act(name: ActName, conversationId: string, asking: Asking): Promise<void> {
    const { press, tell } = asking;
    const [refusal, agent] = await Promise.all([whyNot(asking, conversationId), asking.agent()]);
    if (refusal) {
      tell(refusal);
      return;
    }
    const { isDone, words } = await acts(name, { conversationId, agent, press });
    if (!isDone) tell(words);
  }
}

const outOfDate = "This card is out of date. Open the conversation in the inbox.";
