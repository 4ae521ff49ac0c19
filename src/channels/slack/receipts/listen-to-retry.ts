import type { App } from "@slack/bolt";
import { retryAction } from "./failed.ts";

/** The Retry button under what the author of a failed reply was told. Pressed twice, it is tried twice: `retry` copes. */
export function listenToRetry(bolt: App, retry: (value: string) => Promise<void>): void {
  bolt.action(
    { type: "block_actions", action_id: retryAction },
    async ({ ack, action, respond, body: { response_url: canAnswer } }) => {
      if (action.type === "button" && action.value) await retry(action.value);
      await ack();
      if (canAnswer) await respond({ replace_original: true, text: "Trying again." });
    },
  );
}
