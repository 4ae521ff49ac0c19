import type { Threads } from "../conversation/threads.ts";
import { createMemory } from "../memory.ts";
import type { Client, Database } from "./client.ts";

/** Links remembered, each way. */
const maxRemembered = 20_000;

export function createThreads(
  { client, exclusive }: Database,
  now: () => number,
): Threads & { erased: (conversationId: string) => void } {
  const current = createMemory<string>({ max: maxRemembered });
  /** A thread leads to its conversation for ever, so any node may remember that. */
  const conversationIds = createMemory<string>({ max: maxRemembered });

  /** Where the conversation is may be remembered only where nobody else can move it. */
  function remember(channel: string, conversationId: string, externalId: string): string {
    conversationIds.set(`${channel}/${externalId}`, conversationId);
    if (exclusive) current.set(`${channel}/${conversationId}`, externalId);
    return externalId;
  }

  const find = async (channel: string, conversationId: string) => {
    const key = `${channel}/${conversationId}`;
    const known = current.get(key);
    if (known) return known;
    const row = await client.thread.findFirst({
      where: { channel, conversationId },
    });
    // It may have moved while this was read.
    return current.get(key) ?? (row ? remember(channel, conversationId, row.externalId) : undefined);
  };

  return {
    find,

    erased(conversationId) {
      for (const [externalId, id] of conversationIds.entries())
        if (id === conversationId) conversationIds.delete(externalId);
      for (const key of current.keys()) if (key.endsWith(`/${conversationId}`)) current.delete(key);
    },

    async conversationAt(channel, externalId) {
      const key = `${channel}/${externalId}`;
      const known = conversationIds.get(key);
      if (known) return known;
      const where = { channel, externalId };
      const row =
        (await client.thread.findFirst({ where })) ?? (await client.formerThread.findFirst({ where }));
      if (row) conversationIds.set(key, row.conversationId);
      return row?.conversationId;
    },

    async link(channel, conversationId, externalId) {
      await client.$executeRaw`
        INSERT INTO "Thread" ("channel", "conversationId", "externalId")
        VALUES (${channel}, ${conversationId}, ${externalId})
        ON CONFLICT ("channel", "conversationId") DO NOTHING`;
      return (await find(channel, conversationId)) ?? externalId;
    },

    async move(channel, conversationId, { from, to }) {
      const isMoved = from !== to && (await moved(client, { channel, conversationId, from, to, at: now() }));
      if (isMoved) return remember(channel, conversationId, to);
      const held = await find(channel, conversationId);
      if (held === undefined)
        throw new Error(`Conversation ${conversationId} has no thread in ${channel} that could move.`);
      return held;
    },

    async openUnder(channel, prefix, limit) {
      return client.$queryRaw<{ conversationId: string; externalId: string }[]>`
        SELECT "Thread"."conversationId" AS "conversationId", "Thread"."externalId" AS "externalId"
        FROM "Thread" JOIN "Conversation" ON "Conversation"."id" = "Thread"."conversationId"
        WHERE "Thread"."channel" = ${channel} AND "Conversation"."status" <> 'closed'
          AND SUBSTR("Thread"."externalId", 1, LENGTH(CAST(${prefix} AS TEXT))) = ${prefix}
        ORDER BY "Conversation"."lastAt" DESC, "Conversation"."id"
        LIMIT ${limit}`;
    },

    async leftUnder(channel, prefix, since, limit) {
      return client.$queryRaw<{ conversationId: string; externalId: string }[]>`
        SELECT "FormerThread"."conversationId" AS "conversationId", "FormerThread"."externalId" AS "externalId"
        FROM "FormerThread" JOIN "Conversation" ON "Conversation"."id" = "FormerThread"."conversationId"
        WHERE "FormerThread"."channel" = ${channel} AND "Conversation"."status" <> 'closed'
          AND "FormerThread"."at" >= ${BigInt(since)}
          AND SUBSTR("FormerThread"."externalId", 1, LENGTH(CAST(${prefix} AS TEXT))) = ${prefix}
        ORDER BY "FormerThread"."at" DESC, "FormerThread"."externalId"
        LIMIT ${limit}`;
    },
  };
}

interface Move {
  channel: string;
  conversationId: string;
  from: string;
  to: string;
  at: number;
}

/** Of two moves at once, the second waits for the first's former thread and then finds the conversation gone. */
async function moved(client: Client, { channel, conversationId, from, to, at }: Move): Promise<boolean> {
  const [, { count }] = await client.$transaction([
    client.$executeRaw`
      INSERT INTO "FormerThread" ("channel", "externalId", "conversationId", "at")
      SELECT "channel", "externalId", "conversationId", CAST(${BigInt(at)} AS BIGINT) FROM "Thread"
      WHERE "channel" = ${channel} AND "conversationId" = ${conversationId} AND "externalId" = ${from}
      ON CONFLICT ("channel", "externalId") DO UPDATE
      SET "conversationId" = excluded."conversationId", "at" = excluded."at"`,
    client.thread.updateMany({
      where: { channel, conversationId, externalId: from },
      data: { externalId: to },
    }),
  ]);
  return count === 1;
}
