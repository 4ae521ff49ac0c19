import { firstSiteName, type Site, SiteLook, type Sites, SlackPlace } from "../settings/sites.ts";
import type { Client } from "./client.ts";
import type { Site as SiteRow } from "./generated/sqlite/client.ts";

/** The site that exists from the first start. */
export const defaultSite = { key: "default", name: firstSiteName };

export function createSites(client: Client, now: () => number): Sites {
  const find = async (key: string) => {
    const row = await client.site.findFirst({ where: { key } });
    return row ? siteOf(row) : undefined;
  };

  return {
    find,

    async list() {
      const rows = await client.site.findMany({ orderBy: [{ createdAt: "asc" }, { key: "asc" }] });
      return rows.map(siteOf);
    },

    add: (site) => insert(client, site, now()),

    async change(key, { name, origins, slack, look, keepDays }) {
      const data = {
        ...(name !== undefined && { name }),
        ...(origins && { origins: JSON.stringify(origins) }),
        ...(slack !== undefined && { slack: slack ? JSON.stringify(slack) : "" }),
        ...(look && { look: JSON.stringify(look) }),
        ...(keepDays !== undefined && { keepDays }),
      };
      await client.site.updateMany({ where: { key }, data });
      return find(key);
    },
  };
}

export async function ensureDefaultSite(client: Client, now: number): Promise<void> {
  await insert(client, defaultSite, now);
}

/** Whoever comes second with the same key finds it there. */
async function insert(
  client: Client,
  { key, name }: Pick<Site, "key" | "name">,
  now: number,
): Promise<boolean> {
  const added = await client.$executeRaw`
    INSERT INTO "Site" ("key", "name", "createdAt") VALUES (${key}, ${name}, ${BigInt(now)})
    ON CONFLICT ("key") DO NOTHING`;
  return added === 1;
}

function siteOf({ key, name, origins, slack, look, keepDays }: SiteRow): Site {
  const known = jsonOf(origins);
  return {
    key,
    name,
    origins: Array.isArray(known) ? known.filter((origin) => typeof origin === "string") : [],
    slack: SlackPlace.safeParse(jsonOf(slack)).data,
    look: SiteLook.safeParse(jsonOf(look)).data ?? SiteLook.parse({}),
    keepDays,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
