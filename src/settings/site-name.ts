import { firstSiteName, type Site } from "./sites.ts";

/** As the visitor knows it: nobody has named a site that still has its first name. */
export function siteNameFor(site: Pick<Site, "name"> | undefined, page: { url: string } | undefined): string {
  if (site && site.name !== firstSiteName) return site.name;
  return page ? new URL(page.url).hostname : "us";
}
