import express, { type Response, type Router } from "express";
import { HttpError } from "../http/errors.ts";
import type { OpenFile } from "./index.ts";
import type { Links } from "./links.ts";
import { isPicture, unknownMime } from "./mime.ts";

export interface FilesRouterOptions {
  open: (id: string) => Promise<OpenFile | undefined>;
  follow: Links["follow"];
  path?: string | undefined;
  /** Whether what `shownIn` names still shows the file. Left out: a link alone is enough. */
  mayOpen?: ((shownIn: string, id: string) => Promise<boolean>) | undefined;
}

/**
 * `GET /files/ID/NAME?expires=…&signature=…`. What strangers upload is never part of a page of ours: pictures are shown,
 * everything else is saved to disk by the browser, and neither can run anything.
 */
export function filesRouter({ open, follow, path = "/files", mayOpen }: FilesRouterOptions): Router {
  const router = express.Router();

  router.get(`${path}/:id/:name`, async (request, response) => {
    const { id, name } = request.params;
    const { expires, signature, in: shownIn } = request.query;
    const leftMs = follow({ id, name, shownIn, expires, signature });
    const isShown = mayOpen ? await mayOpen(String(shownIn), id) : true;
    const file = isShown ? await open(id) : undefined;
    if (!file) throw new HttpError(404, "This file is not here any more.");

    response.attachment(file.name);
    const disposition = String(response.get("Content-Disposition"));
    response.set({
      "Content-Type": shownAs(file.mime),
      "Content-Disposition": isPicture(file.mime) ? disposition.replace("attachment", "inline") : disposition,
      // Not compressed on the way (no-transform), or a range would be a part of something else.
      "Cache-Control": `private, no-transform, max-age=${Math.floor(leftMs / 1_000)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Referrer-Policy": "no-referrer",
    });
    await send(response, file.path);
  });

  return router;
}

/** A script or style sheet under its own type could become part of a page of ours; under none it cannot. */
const shownAs = (mime: string) =>
  /^(image|audio|video)\/[^+]+$|^text\/plain$|^application\/pdf$/.test(mime) ? mime : unknownMime;

/** The whole file or the range that is asked for, or only that it has not changed. */
async function send(response: Response, path: string): Promise<void> {
  const error = await new Promise<Error | undefined>((resolve) =>
    response.sendFile(path, { dotfiles: "allow", cacheControl: false }, resolve),
  );
  if (!error || response.headersSent || response.req.destroyed) return;
  for (const header of ["Content-Type", "Content-Disposition", "Cache-Control"])
    response.removeHeader(header);
  if ("status" in error && error.status === 416)
    throw new HttpError(416, "The file is shorter than the part of it that was asked for.");
  throw error;
}
