import express, { type Request, type Router } from "express";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Files } from "../../files/index.ts";
import { tooLarge } from "../../files/too-large.ts";
import { clientAddress, networkOf } from "../../http/client-address.ts";
import { HttpError } from "../../http/errors.ts";
import type { Sites } from "../../settings/sites.ts";
import type { Limits, Sender } from "./limits.ts";
import type { Uploaded } from "./protocol.ts";
import type { Recognition } from "./recognition.ts";
import { siteOf } from "./site-of.ts";

export interface UploadsOptions {
  files: Files;
  store: ConversationStore;
  sites: Pick<Sites, "find">;
  recognise: Recognition;
  limits: Limits;
  publicUrl: string;
  trustProxy: boolean;
}

const maxFileBytes = 25 * 1024 * 1024;
/** Seconds for which a browser remembers that it may send files here. */
const preflightMaxAge = 600;

/** `POST /widget/files?site=KEY`: takes a visitor's file, to be sent with their next message. */
export function uploadsRouter(options: UploadsOptions): Router {
  const router = express.Router();

  router.options("/widget/files", async (request, response) => {
    await siteOf(request, response, options);
    response
      .set({
        "Access-Control-Allow-Methods": "POST",
        "Access-Control-Allow-Headers": "Authorization, Content-Type, X-File-Name",
        "Access-Control-Max-Age": String(preflightMaxAge),
      })
      .sendStatus(204);
  });

  router.post("/widget/files", async (request, response) => {
    response.set({ "Access-Control-Expose-Headers": "Retry-After", "Cache-Control": "no-store" });
    const site = await siteOf(request, response, options);
    const sender = await senderOf(request, site.key, options);
    await assertWelcome(sender, request, options);

    try {
      const attachment = await options.files.keep(request.iterator({ destroyOnReturn: false }), {
        name: nameOf(request),
        mime: request.headers["content-type"],
        via: "widget",
        siteKey: site.key,
        visitorId: sender.visitorId,
        maxBytes: maxFileBytes,
      });
      const answer: Uploaded = options.files.view(attachment);
      response.status(201).json(answer);
    } catch (error) {
      const isGivenUp = request.readableAborted;
      // What is still on its way is let pass, or the next request on this line would wait behind it for ever.
      request.resume();
      if (!isGivenUp) throw error;
    }
  });

  return router;
}

async function senderOf(
  request: Request,
  siteKey: string,
  { recognise, trustProxy }: UploadsOptions,
): Promise<Sender> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const { visitorId, isKnown } = await recognise(siteKey, token);
  // Whose conversation was erased is not known any more: nothing of it comes back, not even as a file without a message.
  if (!isKnown)
    throw new HttpError(
      401,
      "The chat does not know you any more. Reload the page, then attach the file again.",
    );
  return { siteKey, visitorId, address: networkOf(clientAddress(request, trustProxy)) };
}

/** Refuses before the first byte is read whatever can be refused then. */
async function assertWelcome(
  sender: Sender,
  request: Request,
  { limits, store }: UploadsOptions,
): Promise<void> {
  const conversation = await store.findByVisitor(sender.siteKey, sender.visitorId);
  if (conversation?.isBlocked)
    throw new HttpError(403, "The team has ended this chat, so your file was not sent.");

  const announced = request.headers["content-length"];
  const bytes = announced === undefined ? maxFileBytes : Number(announced);
  if (bytes > maxFileBytes) throw tooLarge(maxFileBytes);

  const retryAfterMs = (await limits.spend(sender)) || (await limits.spendBytes(sender, bytes));
  if (retryAfterMs > 0) {
    const seconds = Math.ceil(retryAfterMs / 1_000);
    throw new HttpError(429, `These are too many files at once. Try again in ${inWords(seconds)}.`, seconds);
  }
}

function inWords(seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.get("X-File-Name") ?? "");
  } catch {
    throw new HttpError(400, "The file's name cannot be read. Send X-File-Name percent-encoded.");
  }
}
