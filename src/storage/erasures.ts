import type {
  Copy,
  Erasure,
  Erasures,
  Fate,
  LeasedErasure,
  Place,
  Removal,
} from "../privacy/erasing/ports.ts";
import type { Fingerprint } from "../privacy/erasing/traces.ts";
import type { Client, Database } from "./client.ts";
import { addCopies, placesOf } from "./copies-elsewhere.ts";
import { deleteBeside } from "./delete-beside.ts";
import { eraseConversation } from "./erase-conversation.ts";
import type { Erasure as ErasureRow, Removal as RemovalRow } from "./generated/sqlite/client.ts";
import { leadsInto, leaveTraces } from "./traces.ts";

interface Options {
  /** What was remembered of it in memory is forgotten. */
  erased: (conversation: { id: string; siteKey: string; visitorId: string }) => void;
}

export function createErasures({ client, kind }: Database, { erased }: Options): Erasures {
  const find = async (conversationId: string) => {
    const row = await client.erasure.findFirst({ where: { conversationId } });
    return row ? erasureOf(row) : undefined;
  };

  return {
    find,

    async erase(request) {
      const { conversationId } = request;
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const row = await client.conversation.findFirst({
          where: { id: conversationId, status: { not: "erased" } },
        });
        if (!row) return undefined;
        // Somebody wrote in this very moment: what they wrote goes, too.
        if (!(await client.$transaction((transaction) => eraseConversation(transaction, row, request), slow)))
          continue;
        erased(row);
        return find(conversationId);
      }
      throw new Error(
        "So much happens in this conversation that it cannot be erased now. Block the visitor first.",
      );
    },

    async list(limit) {
      const rows = await client.erasure.findMany({ orderBy: { at: "desc" }, take: limit });
      return rows.map(erasureOf);
    },

    async countCopies(conversationId) {
      const groups = await client.removal.groupBy({
        by: ["place", "state"],
        where: { conversationId },
        _count: true,
      });
      return groups.map(({ place, state, _count: count }) => ({
        place: place as Place,
        state: state as Removal["state"],
        count,
      }));
    },

    async kept(conversationId, limit) {
      const rows = await client.removal.findMany({
        where: { conversationId, state: "kept" },
        orderBy: [{ place: "asc" }, { externalId: "asc" }],
        take: limit,
      });
      return rows.map(keptOf);
    },

    async lease({ now, until }) {
      const free = {
        dueAt: { lte: BigInt(now) },
        OR: [{ leaseUntil: null }, { leaseUntil: { lte: BigInt(now) } }],
      };
      const due = await client.erasure.findFirst({ where: free, orderBy: { dueAt: "asc" } });
      if (!due) return undefined;
      const { conversationId, attempts, at } = due;
      const { count } = await client.erasure.updateMany({
        where: { conversationId, ...free },
        data: { leaseUntil: BigInt(until) },
      });
      return count === 1 ? { conversationId, attempts, at: Number(at) } : undefined;
    },

    async waiting(conversationId, limit) {
      const whose = { conversationId, state: "waiting" };
      const files = await client.removal.findMany({ where: { ...whose, place: "file" }, take: limit });
      // What lies on our own disk waits for nobody.
      if (files.length > 0) return files.map(copyOf);
      const rows = await client.removal.findMany({
        where: whose,
        // A thread is looked through before its root goes, which is its oldest post.
        orderBy: [{ place: "desc" }, { externalId: "desc" }],
        take: limit,
      });
      return rows.map(copyOf);
    },

    add: (conversationId, copies) => addCopies(client, conversationId, copies),

    async settle({ place, externalId }, fate) {
      await client.removal.updateMany({ where: { place, externalId }, data: dataOf(fate) });
    },

    sweep: (conversationId, fingerprint) => sweep(client, conversationId, fingerprint),

    async release({ conversationId }: LeasedErasure, { dueAt, attempts, error }) {
      await client.erasure.updateMany({
        where: { conversationId },
        data: {
          ...{ attempts, lastError: error ?? null, leaseUntil: null },
          dueAt: dueAt === undefined ? null : BigInt(dueAt),
        },
      });
    },

    async finish(conversationId, at) {
      const done = { doneAt: BigInt(at), dueAt: null, leaseUntil: null, lastError: null, attempts: 0 };
      await client.erasure.updateMany({ where: { conversationId }, data: done });
      // What was deleted is overwritten in the file; this empties the log that stands beside it.
      if (kind === "sqlite") await client.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
    },

    async retry(conversationId, now) {
      await client.removal.updateMany({
        where: { conversationId, state: "kept" },
        data: { state: "waiting", reason: null, link: null },
      });
      const { count } = await client.erasure.updateMany({
        where: { conversationId },
        data: { dueAt: BigInt(now), doneAt: null, attempts: 0, lastError: null },
      });
      return count === 1;
    },

    countOver: (siteKey, before) => client.conversation.count({ where: isOver(siteKey, before) }),

    async over(siteKey, before, limit) {
      const rows = await client.conversation.findMany({
        where: isOver(siteKey, before),
        orderBy: [{ lastAt: "asc" }, { id: "asc" }],
        select: { id: true },
        take: limit,
      });
      return rows.map(({ id }) => id);
    },
  };
}

/** A conversation of thousands of messages takes a while. */
const slow = { timeout: 30_000, maxWait: 10_000 };

async function sweep(client: Client, conversationId: string, fingerprint: Fingerprint): Promise<boolean> {
  return client.$transaction(async (transaction) => {
    const { siteKey, at } = await transaction.erasure.findFirstOrThrow({ where: { conversationId } });
    const [places, leads] = [
      await placesOf(transaction, conversationId),
      await leadsInto(transaction, conversationId),
    ];
    await addCopies(transaction, conversationId, places);
    await leaveTraces(transaction, leads, { siteKey, at: Number(at), fingerprint });
    await deleteBeside(transaction, conversationId);
    return places.length > 0;
  }, slow);
}

const isOver = (siteKey: string, before: number) => ({
  siteKey,
  status: "closed",
  lastAt: { lt: BigInt(before) },
});

const dataOf = (fate: Fate) =>
  fate.state === "gone"
    ? { state: "gone", reason: null, link: null }
    : { state: "kept", reason: fate.reason, link: fate.link ?? null };

const erasureOf = ({ at, doneAt, removed, reason, lastError, ...row }: ErasureRow): Erasure => ({
  ...{ conversationId: row.conversationId, siteKey: row.siteKey, by: row.by },
  reason: reason === "retention" ? "retention" : "asked",
  at: Number(at),
  doneAt: doneAt === null ? undefined : Number(doneAt),
  removed: JSON.parse(removed),
  trouble: lastError ?? undefined,
});

const copyOf = ({ place, externalId }: RemovalRow): Copy => ({ place: place as Place, externalId });

const keptOf = ({ place, reason, link, ...row }: RemovalRow): Removal & { state: "kept" } => ({
  ...{ conversationId: row.conversationId, externalId: row.externalId, state: "kept" },
  place: place as Place,
  reason: reason ?? "",
  link: link ?? undefined,
});
