import type { SlackThread } from "../replies/thread.ts";
import { SlackRefused } from "../workspace/calls.ts";
import { isOurs } from "../workspace/identity.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What Slack says when a thread's first message is no more. */
const goneCodes = new Set(["thread_not_found", "message_not_found"]);

/** Whether a call failed because a thread's first message was deleted. */
export const saysGone = (error: unknown): boolean =>
  goneCodes.has((error instanceof SlackRefused ? error.code : codeOf(error)) ?? "");

/** Whether a thread's first message was deleted, as far as Slack shows. */
export async function isRootGone(thread: SlackThread, workspace: Workspace): Promise<boolean> {
  try {
    const root = await rootOf(thread, workspace);
    return root !== undefined && "subtype" in root && root.subtype === "tombstone";
  } catch (error) {
    if (saysGone(error)) return true;
    if (error instanceof SlackRefused) return false;
    throw error;
  }
}

/** Whether another app posted a thread's first message: one that was there before this one. */
export async function isRootOfAnother(thread: SlackThread, workspace: Workspace): Promise<boolean> {
  const root = await rootOf(thread, workspace);
  return root !== undefined && !isOurs(root, await workspace.identity());
}

async function rootOf({ channel, ts }: SlackThread, { api, calls }: Workspace) {
  const { messages } = await calls.make(() => api.replies({ channel, ts, limit: 1 }));
  return messages?.find((message) => message.ts === ts);
}
