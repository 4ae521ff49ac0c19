import type { OneAgent } from "../conversation/as-one-agent.ts";
import type { HeldReplies, HeldReply } from "../conversation/held-replies.ts";
import type { Source } from "../conversation/store.ts";
import type { Client } from "./client.ts";
import type { HeldReply as HeldReplyRow } from "./generated/sqlite/client.ts";

export function createHeldReplies(
  client: Client,
  { now, one }: { now: () => number; one: OneAgent },
): HeldReplies {
  const heldReplyOf = (row: HeldReplyRow): HeldReply => {
    const held = asHeld(row);
    return { ...held, agent: one(held.agent) };
  };

  const find = async ({ via, externalId }: Source) => {
    const row = await client.heldReply.findFirst({ where: { via, externalId } });
    return row ? heldReplyOf(row) : undefined;
  };

  return {
    find,

    async hold({ source, conversationId, reason, releaseAt, ...said }) {
      const held = await client.$executeRaw`
        INSERT INTO "HeldReply"
          ("via", "externalId", "conversationId", "payload", "reason", "releaseAt", "at")
        VALUES (${source.via}, ${source.externalId}, ${conversationId}, ${payloadOf(said)}, ${reason},
          ${releaseAt === undefined ? null : BigInt(releaseAt)}, ${BigInt(now())})
        ON CONFLICT ("via", "externalId") DO NOTHING`;
      return held === 1;
    },

    async change({ via, externalId }, { text, files }) {
      const held = await find({ via, externalId });
      if (!held) return false;
      const payload = payloadOf({ agent: held.agent, text, files: files ?? held.files });
      const { count } = await client.heldReply.updateMany({ where: { via, externalId }, data: { payload } });
      return count === 1;
    },

    async drop({ via, externalId }) {
      const { count } = await client.heldReply.deleteMany({ where: { via, externalId } });
      return count === 1;
    },

    async due(now, limit) {
      const rows = await client.heldReply.findMany({
        where: { releaseAt: { lte: BigInt(now) } },
        orderBy: [{ releaseAt: "asc" }, { at: "asc" }],
        take: limit,
      });
      return rows.map(heldReplyOf);
    },
  };
}

type Said = Pick<HeldReply, "agent" | "text" | "files">;

const payloadOf = ({ agent, text, files }: Said) => JSON.stringify({ agent, text, files });

function asHeld({ via, externalId, conversationId, payload, reason, releaseAt }: HeldReplyRow): HeldReply {
  const said: Said = JSON.parse(payload);
  return {
    ...said,
    source: { via, externalId },
    conversationId,
    reason: reason === "undo" ? "undo" : "note",
    releaseAt: releaseAt === null ? undefined : Number(releaseAt),
  };
}
