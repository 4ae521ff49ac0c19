import type { Lead, Trace } from "../conversation/traces.ts";
import type { Fingerprint, TraceRecords } from "../privacy/erasing/traces.ts";
import type { Client, Transaction } from "./client.ts";

export function createTraceRecords(client: Client): TraceRecords {
  return {
    async add(fingerprint, { siteKey, at }) {
      const added = await client.$executeRaw`
        INSERT INTO "Trace" ("fingerprint", "siteKey", "at") VALUES (${fingerprint}, ${siteKey}, ${BigInt(at)})
        ON CONFLICT ("fingerprint") DO NOTHING`;
      return added === 1;
    },

    async find(fingerprint) {
      const row = await client.trace.findFirst({ where: { fingerprint } });
      return row ? { siteKey: row.siteKey, at: Number(row.at) } : undefined;
    },

    async forget(before) {
      await client.trace.deleteMany({ where: { at: { lt: BigInt(before) } } });
    },
  };
}

/** In the transaction that erases what the leads led into. The last time counts. */
export async function leaveTraces(
  transaction: Transaction,
  leads: readonly Lead[],
  { siteKey, at, fingerprint }: Trace & { fingerprint: Fingerprint },
): Promise<void> {
  for (const lead of leads)
    await transaction.$executeRaw`
      INSERT INTO "Trace" ("fingerprint", "siteKey", "at") VALUES (${fingerprint(lead)}, ${siteKey}, ${BigInt(at)})
      ON CONFLICT ("fingerprint") DO UPDATE SET "siteKey" = excluded."siteKey", "at" = excluded."at"`;
}

/** What mails led there with, and where channels showed it. */
export async function leadsInto(transaction: Transaction, conversationId: string): Promise<Lead[]> {
  const of = { where: { conversationId } };
  const addresses = await transaction.mailAddress.findMany(of);
  const threads = [
    ...(await transaction.thread.findMany(of)),
    ...(await transaction.formerThread.findMany(of)),
  ];
  return [
    ...addresses.map(
      ({ token, role }): Lead => ({ kind: "mail", role: role === "agent" ? "agent" : "visitor", token }),
    ),
    ...threads.map(({ channel, externalId }): Lead => ({ kind: "thread", channel, externalId })),
  ];
}
