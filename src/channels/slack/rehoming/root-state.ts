import type { SlackThread } from "../replies/thread.ts";
import { SlackRefused } from "../workspace/calls.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What Slack says when a thread's first message is no more. */
const goneCodes = new Set(["thread_not_found", "message_not_found"]);

/** Whether a call failed because a thread's first message was deleted. */
export const saysGone = (error: unknown): boolean =>
  goneCodes.has((error instanceof SlackRefused ? error.code : codeOf(error)) ?? "");

/** Whether a thread's first message was deleted, as far as Slack shows. */
export async function isRootGone({ channel, ts }: SlackThread, { api, calls }: Workspace): Promise<boolean> {
  try {
    const { messages } = await calls.make(() => api.replies({ channel, ts, limit: 1 }));
    const root = messages?.find((message) => message.ts === ts);
    return root !== undefined && "subtype" in root && root.subtype === "tombstone";
  } catch (error) {
    if (saysGone(error)) return true;
    if (error instanceof SlackRefused) return false;
    throw error;
  }
}
