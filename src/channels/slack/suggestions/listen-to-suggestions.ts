import type { App, Context } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../../../log.ts";
import { askingOf } from "../card/asking.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { suggestionActions } from "./suggestion-actions.ts";
import type { createSuggestionButtons } from "./suggestion-buttons.ts";

export interface SuggestionListeners {
  suggestions: ReturnType<typeof createSuggestionButtons>;
  log: Log;
}

/** Hears what is pressed beside suggestions: on cards, and below drafts in threads. */
export function listenToSuggestions(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { suggestions, log }: SuggestionListeners,
): void {
  for (const actionId of Object.values(suggestionActions))
    bolt.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond, context }) => {
        const asking = await askingOf({
          workspace: await where(context),
          user: body.user,
          triggerId: body.trigger_id,
          press: `${actionId}/${body.trigger_id}`,
          spot: { channel: body.channel?.id ?? "", thread: threadOf(body.message) },
          respond: body.response_url ? respond : undefined,
          log,
        });
        await suggestions(actionId, (action.type === "button" && action.value) || "", asking);
        await ack();
      },
    );
}

const Reply = z.object({ ts: z.string(), thread_ts: z.string() });

/** Of a card, none: what is told privately in a thread is not seen in the channel. */
function threadOf(message: unknown): string | undefined {
  const { data } = Reply.safeParse(message);
  return data && data.thread_ts !== data.ts ? data.thread_ts : undefined;
}
