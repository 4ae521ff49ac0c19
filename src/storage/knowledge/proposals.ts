import type { Proposal, ProposalStore } from "../../knowledge/ports.ts";
import type { Database } from "../client.ts";
import type { Proposal as ProposalRow } from "../generated/sqlite/client.ts";
import { saveArticle } from "./knowledge.ts";
import { createPassageIndex } from "./passage-index.ts";

export function createProposalStore({ kind, client }: Pick<Database, "kind" | "client">): ProposalStore {
  const index = createPassageIndex({ kind, client });

  return {
    async add({ id, kind, origin, conversationId, siteKey, question, answer, at }) {
      const added = await client.$executeRaw`
        INSERT INTO "Proposal"
          ("id", "kind", "origin", "conversationId", "siteKey", "question", "answer", "state", "at")
        VALUES (${id}, ${kind}, ${origin}, ${conversationId}, ${siteKey}, ${question}, ${answer}, 'open',
          ${BigInt(at)})
        ON CONFLICT ("kind", "origin") DO NOTHING`;
      return added === 1;
    },

    async find(id) {
      const row = await client.proposal.findFirst({ where: { id } });
      return row ? proposalOf(row) : undefined;
    },

    async findByOrigin(kind, origin) {
      const row = await client.proposal.findFirst({ where: { kind, origin } });
      return row ? proposalOf(row) : undefined;
    },

    async open() {
      const rows = await client.proposal.findMany({
        where: { state: "open" },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      });
      return rows.map(proposalOf);
    },

    decide: (id, { state, by, at, question, answer }, learned) =>
      client.$transaction(async (transaction) => {
        const { count } = await transaction.proposal.updateMany({
          where: { id, state: "open" },
          data: { state, question, answer, decidedBy: by, decidedAt: BigInt(at) },
        });
        if (count === 1 && learned) await saveArticle(transaction, index, learned);
        return count === 1;
      }),

    async reopen(id) {
      await client.proposal.updateMany({
        where: { id },
        data: { state: "open", decidedBy: null, decidedAt: null },
      });
    },

    async count(phrase, visitorId, at) {
      await client.$executeRaw`
        INSERT INTO "HandoffPhrase" ("phrase", "visitorId", "at") VALUES (${phrase}, ${visitorId}, ${BigInt(at)})
        ON CONFLICT ("phrase", "visitorId") DO NOTHING`;
      return client.handoffPhrase.count({ where: { phrase } });
    },
  };
}

const proposalOf = (row: ProposalRow): Proposal => ({
  ...row,
  kind: row.kind === "trigger" ? "trigger" : "answer",
  state: row.state === "approved" || row.state === "rejected" ? row.state : "open",
  decidedBy: row.decidedBy ?? undefined,
  decidedAt: row.decidedAt === null ? undefined : Number(row.decidedAt),
  at: Number(row.at),
});
