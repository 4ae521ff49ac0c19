import type { InvitationStore } from "../team/invitation-store.ts";
import type { Client } from "./client.ts";

export function createInvitationStore(client: Client): InvitationStore {
  return {
    async save({ email, siteKeys, createdAt, expiresAt, ...words }) {
      const row = {
        ...{ ...words, siteKeys: JSON.stringify(siteKeys) },
        ...{ createdAt: BigInt(createdAt), expiresAt: BigInt(expiresAt) },
      };
      await client.invitation.upsert({ where: { email }, create: { email, ...row }, update: row });
    },

    async all() {
      const rows = await client.invitation.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
      return rows.map((row) => ({
        ...row,
        role: row.role === "admin" ? "admin" : "agent",
        siteKeys: JSON.parse(row.siteKeys),
        createdAt: Number(row.createdAt),
        expiresAt: Number(row.expiresAt),
      }));
    },

    remove: async (id) => (await client.invitation.deleteMany({ where: { id } })).count > 0,
  };
}
