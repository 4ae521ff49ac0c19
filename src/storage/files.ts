import type { FileRecords, StoredFile } from "../files/ports.ts";
import type { Client } from "./client.ts";
import type { File as FileRow } from "./generated/sqlite/client.ts";

export function createFileRecords(client: Client): FileRecords {
  return {
    async add({ id, name, mime, size, via, origin, siteKey, visitorId, at }) {
      const added = await client.$executeRaw`
        INSERT INTO "File" ("id", "name", "mime", "size", "via", "origin", "siteKey", "visitorId", "at")
        VALUES (${id}, ${name}, ${mime}, ${size}, ${via}, ${origin ?? null}, ${siteKey ?? null},
          ${visitorId ?? null}, ${BigInt(at)})
        ON CONFLICT ("id") DO NOTHING`;
      return added === 1;
    },

    async find(id) {
      const row = await client.file.findFirst({ where: { id } });
      return row ? fileOf(row) : undefined;
    },

    async findMany(ids) {
      const rows = await client.file.findMany({ where: { id: { in: [...new Set(ids)] } } });
      const byId = new Map(rows.map((row) => [row.id, fileOf(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  };
}

const fileOf = ({ origin, siteKey, visitorId, at, ...row }: FileRow): StoredFile => ({
  ...row,
  origin: origin ?? undefined,
  siteKey: siteKey ?? undefined,
  visitorId: visitorId ?? undefined,
  at: Number(at),
});
