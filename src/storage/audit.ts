import type { AuditLine, AuditStore } from "../privacy/audit.ts";
import type { Client } from "./client.ts";

export function createAuditStore(client: Client, newId: () => string): AuditStore {
  return {
    async add({ kind, by, at, ...details }) {
      const conversationId = "conversationId" in details ? (details.conversationId ?? null) : null;
      await client.auditEntry.create({
        data: { id: newId(), kind, by, at: BigInt(at), conversationId, details: JSON.stringify(details) },
      });
    },

    async list(limit, { kind, conversationId, before } = {}) {
      const rows = await client.auditEntry.findMany({
        where: { ...(kind && { kind }), ...(conversationId && { conversationId }) },
        orderBy: [{ at: "desc" }, { id: "asc" }],
        ...(before && { cursor: { id: before }, skip: 1 }),
        take: limit,
      });
      return rows.map(
        ({ id, kind, by, at, details }): AuditLine => ({
          ...JSON.parse(details),
          id,
          kind,
          by,
          at: Number(at),
        }),
      );
    },
  };
}
