import type { Copies, Copy } from "../conversation/threads.ts";
import type { Client } from "./client.ts";
import type { Copy as CopyRow } from "./generated/sqlite/client.ts";

export function createCopies(client: Client): Copies {
  return {
    async add({ channel, externalId, conversationId, from, to }) {
      const stretch = {
        conversationId,
        fromSeq: from.seq,
        fromPart: from.part,
        toSeq: to.seq,
        toPart: to.part,
      };
      await client.copy.upsert({
        where: { channel_externalId: { channel, externalId } },
        create: { channel, externalId, ...stretch },
        update: stretch,
      });
    },

    async of(channel, conversationId, seq) {
      const rows = await client.copy.findMany({
        where: { channel, conversationId, fromSeq: { lte: seq }, toSeq: { gte: seq } },
        orderBy: [{ fromSeq: "asc" }, { fromPart: "asc" }, { toSeq: "asc" }, { toPart: "asc" }],
      });
      return rows.map(copyOf);
    },

    async at(channel, externalId) {
      const row = await client.copy.findFirst({ where: { channel, externalId } });
      return row ? copyOf(row) : undefined;
    },

    async remove(channel, externalId) {
      await client.copy.deleteMany({ where: { channel, externalId } });
    },
  };
}

const copyOf = ({ channel, externalId, conversationId, ...row }: CopyRow): Copy => ({
  channel,
  externalId,
  conversationId,
  from: { seq: row.fromSeq, part: row.fromPart },
  to: { seq: row.toSeq, part: row.toPart },
});
