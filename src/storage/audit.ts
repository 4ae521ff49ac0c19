import type { AuditEntry, AuditStore } from "../privacy/audit.ts";
import type { Client } from "./client.ts";

export function createAuditStore(client: Client, newId: () => string): AuditStore {
  return {
    async add({ kind, by, at, ...details }) {
      const conversationId = "conversationId" in details ? (details.conversationId ?? null) : null;
      await client.auditEntry.create({
        data: { id: newId(), kind, by, at: BigInt(at), conversationId, details: JSON.stringify(details) },
      });
    },

    async list(limit) {
      const rows = await client.auditEntry.findMany({
        orderBy: [{ at: "desc" }, { id: "asc" }],
        take: limit,
      });
      return rows.map(
        ({ kind, by, at, details }): AuditEntry => ({ ...JSON.parse(details), kind, by, at: Number(at) }),
      );
    },
  };
}
