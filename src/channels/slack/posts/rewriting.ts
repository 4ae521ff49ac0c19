import type { Copy } from "../../../conversation/threads.ts";
import { decodeThread } from "../replies/thread.ts";
import { codeOf, troubleOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { cutEscaped } from "./cut-escaped.ts";
import { toMetadata } from "./metadata.ts";
import type { Content } from "./post.ts";
import type { PostCopies } from "./post-copies.ts";

export interface Rewriting {
  copy: Copy;
  workspace: Workspace;
  /** Nothing is left of what the post said when undefined. */
  content: Content | undefined;
}

/** Slack refuses longer texts in a change, though not in a post; the blocks have all of it. */
const maxTextLength = 3_900;

const deleted: Content = { text: "This message was deleted.", blocks: [] };

/** Changes a post of ours in place, or takes it away. */
export function createRewriting({ posts }: { posts: PostCopies }) {
  return async ({ copy, workspace, content }: Rewriting): Promise<"done" | "unchangeable"> => {
    const { channel, ts } = decodeThread(copy.externalId);
    const { api, calls } = workspace;
    const metadata = toMetadata({ conversation: copy.conversationId, from: copy.from, to: copy.to });

    try {
      if (content) await update(content);
      else await takeAway();
      return "done";
    } catch (error) {
      const code = codeOf(error) ?? "";
      if (code === "message_not_found") await posts.forget(copy);
      else if (!unchangeable.has(code)) throw error;
      return code === "message_not_found" ? "done" : "unchangeable";
    }

    async function update({ text, blocks }: Content): Promise<void> {
      const change = { channel, ts, text: cutEscaped(text, maxTextLength), metadata };
      try {
        await calls.make(() => api.update({ ...change, blocks }));
      } catch (error) {
        if (troubleOf(error).kind !== "content") throw error;
        await calls.make(() => api.update({ ...change, blocks: [] }));
      }
    }

    /** Slack lets an app delete its posts, except some that wear another name. */
    async function takeAway(): Promise<void> {
      try {
        await calls.make(() => api.delete({ channel, ts }));
        await posts.forget(copy);
      } catch (error) {
        if (!undeletable.has(codeOf(error) ?? "")) throw error;
        await update(deleted);
      }
    }
  };
}

const undeletable = new Set(["cant_delete_message", "compliance_exports_prevent_deletion"]);
const unchangeable = new Set([
  "cant_update_message",
  "edit_window_closed",
  "is_inactive",
  "cant_broadcast_message",
]);
