import type { BlockAction, ButtonAction, RespondFn } from "@slack/bolt";
import type { AgentAct } from "../../../conversation/agent-acts.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { PeopleAndChannels } from "../workspace/directory.ts";
import type { Identity } from "../workspace/identity.ts";
import type { Whispers } from "../workspace/whispers.ts";
import type { Cards } from "./cards.ts";
import { cardActions } from "./root-card.ts";

export interface CardButtonsOptions {
  conversations: Conversations;
  directory: PeopleAndChannels;
  identity: () => Promise<Identity>;
  cards: Cards;
  whisper: Whispers;
}

export interface Press {
  body: BlockAction;
  action: ButtonAction;
  respond: RespondFn;
}

/** What the buttons under a card do. Resolves when it is done, or when the agent was told why not. */
export function createCardButtons({
  conversations,
  directory,
  identity,
  cards,
  whisper,
}: CardButtonsOptions) {
  const verbs: Record<string, (act: AgentAct) => Promise<unknown>> = {
    [cardActions.claim]: conversations.claim,
    [cardActions.handBack]: conversations.handBack,
    [cardActions.close]: conversations.close,
    [cardActions.reopen]: conversations.reopen,
    // Only opens a page; Slack tells us all the same.
    [cardActions.open]: async () => {},
  };

  async function tell({ body, respond, text }: Omit<Press, "action"> & { text: string }): Promise<void> {
    const channel = body.channel?.id;
    if (body.response_url) await respond({ response_type: "ephemeral", replace_original: false, text });
    else if (channel) whisper({ channel, user: body.user.id, text });
  }

  return async ({ body, action, respond }: Press): Promise<void> => {
    const conversationId = action.value;
    const verb = verbs[action.action_id];
    if (!conversationId || !verb) return;

    const { teamId } = await identity();
    const agent = await directory.agent(teamId, body.user.id);
    const pressed = action.action_ts ?? body.trigger_id;
    const source = { via: "slack", externalId: `${teamId}/${body.user.id}/${action.action_id}/${pressed}` };
    try {
      await verb({ conversationId, agent, source });
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      await tell({ body, respond, text: error.message });
    }
    void cards.refresh(conversationId);
  };
}
