import type { Installations } from "../conversation/installations.ts";
import type { Client } from "./client.ts";

export function createInstallations(client: Client): Installations {
  return {
    async all(channel) {
      const rows = await client.installation.findMany({
        where: { channel },
        orderBy: [{ at: "asc" }, { externalId: "asc" }],
      });
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },

    async save({ channel, externalId, name, sealed, isApproved, by, at }) {
      const state = { name, sealed, isApproved, by, at: BigInt(at) };
      await client.installation.upsert({
        where: { channel_externalId: { channel, externalId } },
        create: { channel, externalId, ...state },
        update: state,
      });
    },

    async remove(channel, externalId) {
      await client.installation.deleteMany({ where: { channel, externalId } });
    },
  };
}
