import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { HttpError } from "../../http/errors.ts";

/**
 * Whether a browser sent this from a page of ours: of the public address, or of whatever name this very request was
 * made to (its cookies belong to that name alone). What sends neither header is no browser and has no cookies to abuse.
 */
export function isSameOrigin({ headers }: Pick<IncomingMessage, "headers">, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;

  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === headers.host;
}

/** Lets nothing be changed from another website's page. */
export function sameOriginOnly(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD" && !isSameOrigin(request, publicUrl))
      throw new HttpError(403, `Changes can only be made from the inbox itself: open ${publicUrl}/inbox.`);
    next();
  };
}
