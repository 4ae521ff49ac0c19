import type { Workspaces } from "../workspace/workspaces.ts";
import type { MessagePlace } from "./marks.ts";

/** A reply that did not reach the visitor. */
export interface Failed {
  /** The agent's message in Slack. */
  at: MessagePlace;
  /** The `ts` of the thread's root. */
  thread: string;
  /** Slack's id of whoever wrote it. */
  userId: string;
  /** Why, and what to do, in words for them. */
  reason: string;
  /** For the Retry button: given back when it is pressed; without it there is none. Ids only, at most 2,000 characters. */
  retry?: string | undefined;
}

/** The `action_id` of the button under what `tellFailed` says. */
export const retryAction = "handoff_retry";

/** Tells the author, and nobody else. */
export async function tellFailed(
  { at, thread, userId, reason, retry }: Failed,
  workspaces: Workspaces,
): Promise<void> {
  const workspace = await workspaces.byTeam(at.team);
  if (!workspace) return;
  const text = `⚠️ Your message did not reach the visitor. ${reason}`;
  workspace.whisper({
    channel: at.channel,
    user: userId,
    thread,
    text,
    ...(retry === undefined
      ? {}
      : {
          blocks: [
            { type: "section", text: { type: "plain_text", text: text.slice(0, 3_000), emoji: true } },
            {
              type: "actions",
              elements: [
                {
                  type: "button",
                  text: { type: "plain_text", text: "Retry" },
                  action_id: retryAction,
                  value: retry,
                },
              ],
            },
          ],
        }),
  });
}
