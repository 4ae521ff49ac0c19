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

/** Several nodes may start at the same moment: whoever comes second finds it there. */
export async function ensureDefaultSite(client: Client, now: number): Promise<void> {
  const { key, name } = defaultSite;
  await client.$executeRaw`
    INSERT INTO "Site" ("key", "name", "createdAt") VALUES (${key}, ${name}, ${BigInt(now)})
    ON CONFLICT ("key") DO NOTHING`;
}

const siteOf = ({ key, name, origins }: SiteRow): Site => ({ key, name, origins: JSON.parse(origins) });
