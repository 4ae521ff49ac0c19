import type { Request, Response } from "express";
import { HttpError } from "../../http/errors.ts";
import type { Site, Sites } from "../../settings/sites.ts";
import { embeddingOf } from "./embedding.ts";

/**
 * The site a request of a page is about; throws `HttpError` when that page may not use it. Any page may read the
 * answer, even a refusal: it holds no secret of another page, and the refusal says what to do.
 */
export async function siteOf(
  request: Request,
  response: Response,
  options: { sites: Pick<Sites, "find">; publicUrl: string },
): Promise<Site> {
  const { origin } = request.headers;
  if (origin) response.set("Access-Control-Allow-Origin", origin);
  response.vary("Origin");

  const embedding = await embeddingOf(request, options);
  if (!embedding.allowed) throw new HttpError(embedding.status, embedding.reason);
  return embedding.site;
}
