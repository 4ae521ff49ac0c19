import type { Site, Sites } from "../settings/sites.ts";
import type { Client } from "./client.ts";
import type { Site as SiteRow } from "./generated/sqlite/client.ts";

/** The site that exists from the first start. */
export const defaultSite = { key: "default", name: "Website" };

export function createSites(client: Client): Sites {
  return {
    async find(key) {
      const row = await client.site.findUnique({ where: { key } });
      return row ? siteOf(row) : undefined;
    },

    list: async () => (await client.site.findMany({ orderBy: { createdAt: "asc" } })).map(siteOf),

    async saveOrigins(key, origins) {
      await client.site.update({ where: { key }, data: { origins: JSON.stringify(origins) } });
    },
  };
}

export async function ensureDefaultSite(client: Client, now: number): Promise<void> {
  await client.site.upsert({
    where: { key: defaultSite.key },
    create: { ...defaultSite, createdAt: BigInt(now) },
    update: {},
  });
}

const siteOf = ({ key, name, origins }: SiteRow): Site => ({ key, name, origins: JSON.parse(origins) });
