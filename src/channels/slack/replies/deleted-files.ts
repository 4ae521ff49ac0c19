import { asItStands } from "../../../conversation/as-it-stands.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { besideSlack } from "../card/acts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { IncomingFiles } from "./incoming-files.ts";

export interface DeletedFilesOptions {
  conversations: Conversations;
  store: ConversationStore;
  incomingFiles: IncomingFiles;
}

/** A file that is deleted in Slack is taken off its message; a message that was only that file goes with it. */
export function createDeletedFiles({ conversations, store, incomingFiles }: DeletedFilesOptions) {
  return async (fileId: string, workspace: Workspace): Promise<void> => {
    const { teamId } = await workspace.identity();
    const file = await incomingFiles.find(teamId, fileId);
    if (!file) return;
    const { id, conversationId } = file;
    const events = asItStands(await store.eventsAfter(conversationId, 0));
    for (const event of events) {
      if (event.type !== "message.posted" || !event.message.files?.some((one) => one.id === id)) continue;
      const { id: messageId, author: by, text } = event.message;
      const files = event.message.files.filter((one) => one.id !== id);
      const source = { via: besideSlack, externalId: `${teamId}/file/${fileId}/${messageId}` };
      const change = { conversationId, messageId, by, source };
      try {
        if (text || files.length > 0) await conversations.edit({ ...change, text, files });
        else await conversations.remove(change);
      } catch (error) {
        if (!(error instanceof ConversationError)) throw error;
      }
    }
  };
}
