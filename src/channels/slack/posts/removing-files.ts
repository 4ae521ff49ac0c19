import type { ConversationEvent, Posted } from "../../../conversation/events.ts";
import type { SlackThread } from "../replies/thread.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { firstFilePart } from "./said.ts";
import type { UploadCopies } from "./upload-copies.ts";

type Change = Extract<ConversationEvent, { posted: Posted }>;

/** Files that a message has no longer are deleted in Slack. */
export function createRemovingFiles({ uploads }: { uploads: UploadCopies }) {
  return async (change: Change, thread: SlackThread, { api, calls }: Workspace): Promise<void> => {
    const left = change.type === "message.deleted" ? [] : (change.message.files ?? []);
    for (const upload of await uploads.of(thread, change.conversationId, change.posted.seq)) {
      if (upload.part - firstFilePart < left.length) continue;
      await calls.make(() => api.deleteFile(upload.fileId)).catch(unlessGone);
      await uploads.forget(upload);
    }
  };
}

/** Somebody was faster, or the workspace forbids it: then it is not ours to repeat. */
function unlessGone(error: unknown): void {
  if (!["file_not_found", "file_deleted", "cant_delete_file"].includes(codeOf(error) ?? "")) throw error;
}
