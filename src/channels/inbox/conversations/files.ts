import { Router } from "express";
import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Attachment } from "../../../conversation/message.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Guard } from "../people/guard.ts";

/** Where a file can be loaded for a while. */
export type FileView = (attachment: Attachment) => { url: string };

interface Options {
  store: Pick<ConversationStore, "eventsAfter">;
  fileView: FileView | undefined;
  publicUrl: string;
  guard: Guard;
}

/**
 * Leads whoever may read the conversation to a file of a message that still stands, at an address that does not expire: a page may
 * be open for days.
 */
export function createFileRoutes({ store, fileView, publicUrl, guard }: Options): Router {
  const router = Router();
  router.get(
    "/conversations/:id/files/:file",
    guard.conversation(async ({ conversation }, request, response) => {
      const events = asItStands(await store.eventsAfter(conversation.id, 0));
      const attachment = events
        .flatMap((event) => (event.type === "message.posted" ? (event.message.files ?? []) : []))
        .find(({ id }) => id === request.params.file);
      if (!attachment || !fileView) throw new HttpError(404, "There is no such file.");
      response.redirect(302, here(fileView(attachment).url, publicUrl));
    }),
  );
  return router;
}

/** Stays on the name the page was opened under, which its security policy allows. */
const here = (url: string, publicUrl: string) =>
  url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url;
