import { Router } from "express";
import type { Conversation } from "../../../conversation/conversation.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Attachment } from "../../../conversation/message.ts";
import type { Files } from "../../../files/index.ts";
import { tooLarge } from "../../../files/too-large.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Guard } from "../people/guard.ts";
import { maxFileBytes } from "./file-limits.ts";

interface Options {
  files: Pick<Files, "keep"> | undefined;
  guard: Guard;
}

/**
 * `POST /conversations/ID/files`: the bytes as body, `Content-Type`, and `X-File-Name` with the name percent-encoded.
 * Takes an agent's file, to be sent with their next message there; answers `Attachment`. Comes before any body parser.
 */
export function createUploadRoutes({ files, guard }: Options): Router {
  const router = Router();
  router.post(
    "/conversations/:id/files",
    guard.conversation(async ({ conversation }, request, response) => {
      if (!files) throw new HttpError(404, "Files are not taken here.");
      if (Number(request.headers["content-length"] ?? 0) > maxFileBytes) throw tooLarge(maxFileBytes);

      try {
        const kept = await files.keep(request.iterator({ destroyOnReturn: false }), {
          ...ownerOf(conversation),
          name: nameIn(request.get("X-File-Name")),
          mime: request.headers["content-type"],
          maxBytes: maxFileBytes,
        });
        response.status(201).set("Cache-Control", "no-store").json(kept);
      } catch (error) {
        const isGivenUp = request.readableAborted;
        // What is still on its way is let pass, or the next request on this line would wait behind it for ever.
        request.resume();
        if (!isGivenUp) throw error;
      }
    }),
  );
  return router;
}

/** Files that agents have uploaded for this conversation, and nothing else, whichever ids they know. */
export async function uploadedFor(
  conversation: Pick<Conversation, "siteKey" | "visitor">,
  ids: string[] = [],
  files: Pick<Files, "sentBy"> | undefined,
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const found = (await files?.sentBy(ownerOf(conversation), wanted)) ?? [];
  if (found.length < wanted.length)
    throw new ConversationError("not_yours", "One of the files is not here any more. Attach it again.");
  return found;
}

/** They belong to the visitor's conversation, and are told from the visitor's own by the way they came in. */
const ownerOf = ({ siteKey, visitor }: Pick<Conversation, "siteKey" | "visitor">) => ({
  via: "inbox",
  siteKey,
  visitorId: visitor.id,
});

function nameIn(header = ""): string {
  try {
    return decodeURIComponent(header);
  } catch {
    throw new HttpError(400, "The file's name cannot be read. Send X-File-Name percent-encoded.");
  }
}
