import type { BlockAction, ButtonAction, RespondFn } from "@slack/bolt";
import type { AgentAct } from "../../../conversation/agent-acts.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { cardActions } from "./card-actions.ts";
import type { Cards } from "./cards.ts";

export interface CardButtonsOptions {
  conversations: Conversations;
  cards: Cards;
}

export interface Press {
  body: BlockAction;
  action: ButtonAction;
  respond: RespondFn;
  workspace: Workspace;
}

/** What the buttons under a card do. Resolves when it is done, or when the agent was told why not. */
export function createCardButtons({ conversations, cards }: CardButtonsOptions) {
  const verbs: Record<string, (act: AgentAct) => Promise<unknown>> = {
    [cardActions.claim]: conversations.claim,
    [cardActions.handBack]: conversations.handBack,
    [cardActions.close]: conversations.close,
    [cardActions.reopen]: conversations.reopen,
    // Only opens a page; Slack tells us all the same.
    [cardActions.open]: async () => {},
  };

  async function tell(text: string, { body, respond, workspace }: Press): Promise<void> {
    const channel = body.channel?.id;
    if (body.response_url) await respond({ response_type: "ephemeral", replace_original: false, text });
    else if (channel) workspace.whisper({ channel, user: body.user.id, text });
  }

  return async (press: Press): Promise<void> => {
    const { body, action, workspace } = press;
    const conversationId = action.value;
    const verb = verbs[action.action_id];
    if (!conversationId || !verb) return;

    const { teamId } = await workspace.identity();
    const agent = await workspace.directory.agent(teamId, body.user.id);
    const pressed = action.action_ts ?? body.trigger_id;
    const source = { via: "slack", externalId: `${teamId}/${body.user.id}/${action.action_id}/${pressed}` };
    try {
      await verb({ conversationId, agent, source });
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      await tell(error.message, press);
    }
    void cards.refresh(conversationId);
  };
}
