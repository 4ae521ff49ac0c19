import type { App, Context } from "@slack/bolt";
import type { Workspace } from "../workspace/workspace.ts";
import { retryAction } from "./failed.ts";

/** Tries again what did not reach the visitor; says what became of it. Pressed twice, it is tried twice. */
export type Retry = (value: string, workspace: Workspace) => Promise<{ isDone: boolean; words: string }>;

/** The Retry button under what the author of a failed reply was told; it stays until it has helped. */
export function listenToRetry(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  retry: Retry,
): void {
  bolt.action(
    { type: "block_actions", action_id: retryAction },
    async ({ ack, action, respond, context, body: { response_url: canAnswer } }) => {
      const value = action.type === "button" ? (action.value ?? "") : "";
      const { isDone, words } = await retry(value, await where(context));
      await ack();
      if (canAnswer) await respond({ response_type: "ephemeral", replace_original: isDone, text: words });
    },
  );
}
