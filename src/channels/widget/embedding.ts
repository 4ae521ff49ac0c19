import type { IncomingMessage } from "node:http";
import { type Site, SiteKey, type Sites } from "../../settings/sites.ts";

export type Embedding = { allowed: true; site: Site } | { allowed: false; status: 403 | 404; reason: string };

/** Whether the page that sent this request may embed the site it names. Reads `?site=` and `Origin`. */
export async function embeddingOf(
  request: IncomingMessage,
  { sites, publicUrl }: { sites: Pick<Sites, "find">; publicUrl: string },
): Promise<Embedding> {
  const key = new URL(request.url ?? "/", "http://widget").searchParams.get("site") ?? "";
  const site = SiteKey.safeParse(key).success ? await sites.find(key) : undefined;
  if (!site)
    return {
      allowed: false,
      status: 404,
      reason: `There is no site "${key}" here. Check data-site in the snippet.`,
    };

  const { origin, host } = request.headers;
  const ours = [new URL(publicUrl).origin, `http://${host}`, `https://${host}`];
  if (site.origins.length === 0 || (origin && [...site.origins, ...ours].includes(origin)))
    return { allowed: true, site };
  return {
    allowed: false,
    status: 403,
    reason: `${origin ?? "A page without an origin"} may not use this chat. An admin can allow it under Settings → Allowed origins.`,
  };
}
