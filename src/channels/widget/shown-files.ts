import { asItStands } from "../../conversation/as-it-stands.ts";
import { type ConversationEvent, isNote } from "../../conversation/events.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import { isHeld } from "../../conversation/translation.ts";
import type { Files, GuardedFiles } from "../../files/index.ts";

/**
 * Files of messages under addresses for visitors. One holds only while a message the visitor can read has the file:
 * otherwise what was taken back or made internal could be opened for another hour.
 */
export function createShownFiles({
  files,
  store,
}: {
  files: Files;
  store: Pick<ConversationStore, "eventsAfter">;
}): GuardedFiles {
  return files.guarded({
    path: "/widget/files",
    async mayOpen(conversationId, fileId) {
      const events = asItStands(await store.eventsAfter(conversationId, 0));
      return events.some((event) => shows(event, fileId));
    },
  });
}

const shows = (event: ConversationEvent, fileId: string) =>
  event.type === "message.posted" &&
  !isNote(event) &&
  !isHeld(event.message) &&
  (event.message.files ?? []).some(({ id }) => id === fileId);
