import { NotBefore } from "../../../conversation/listener.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";

interface Post {
  channel: string;
  ts: string;
}

/** "emptied": Slack does not let apps delete what was posted under another name; what it said is gone. */
export type Removed = "gone" | "emptied" | "kept";

const longestWaitMs = 30_000;

/** Takes one post of ours out of Slack, as far as Slack lets us. */
export async function removePost(post: Post, workspace: Workspace, now: () => number): Promise<Removed> {
  const { api, calls } = workspace;
  try {
    await calls.make(() => api.delete(post));
    return "gone";
  } catch (error) {
    if (codeOf(error) === "message_not_found") return "gone";
    if (error instanceof NotBefore && error.at - now() <= longestWaitMs) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, error.at - now())));
      return removePost(post, workspace, now);
    }
    if (codeOf(error) !== "cant_delete_message") return "kept";
  }
  return calls
    .make(() => api.update({ ...post, text: "A test handoff stood here.", blocks: [], metadata: blank }))
    .then(
      () => "emptied" as const,
      () => "kept" as const,
    );
}

const blank = { event_type: "live_handoff_test", event_payload: {} };
