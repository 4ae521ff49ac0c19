import { escaped } from "../text/escape.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import type { MessagePlace } from "./message-place.ts";

/** A reply that did not reach the visitor. */
export interface Failed {
  /** The agent's message in Slack. */
  at: MessagePlace;
  /** The `ts` of the root; undefined when the conversation has left that channel. */
  thread: string | undefined;
  /** Slack's id of whoever wrote it. */
  userId: string;
  /** What happened and what to do, in words for them. */
  words: string;
  /** Whether it can be tried again as it is. */
  canRetry: boolean;
}

/** The `action_id` of the button under what `tellFailed` says. */
export const retryAction = "handoff_retry";

/** Tells the author, and nobody else. */
export async function tellFailed(
  { at, thread, userId, words, canRetry }: Failed,
  workspaces: Workspaces,
): Promise<void> {
  const workspace = await workspaces.byTeam(at.team);
  if (!workspace) return;
  const text = `⚠️ ${words}`;
  workspace.whisper({
    channel: at.channel,
    user: userId,
    thread,
    text: escaped(text),
    ...(canRetry
      ? {
          blocks: [
            { type: "section", text: { type: "plain_text", text: text.slice(0, 3_000), emoji: true } },
            {
              type: "actions",
              elements: [
                {
                  type: "button",
                  text: { type: "plain_text", text: "Retry" },
                  action_id: retryAction,
                  value: `${at.team}/${at.channel}/${at.ts}`,
                },
              ],
            },
          ],
        }
      : {}),
  });
}
