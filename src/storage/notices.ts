import type { LastNotice, Notice, Notices, Unreachable, Way } from "../notifications/notice.ts";
import type { Client } from "./client.ts";
import type { Notice as NoticeRow, Unreachable as UnreachableRow } from "./generated/sqlite/client.ts";

export function createNotices(
  client: Client,
  { now, newId }: { now: () => number; newId: () => string },
): Notices {
  return {
    async plan(notices) {
      for (const { way, recipient, conversationId, key, dueAt } of notices)
        await client.$executeRaw`
          INSERT INTO "Notice" ("id", "way", "recipient", "conversationId", "key", "state", "dueAt", "attempts", "at")
          VALUES (${newId()}, ${way}, ${recipient}, ${conversationId}, ${key}, 'waiting', ${BigInt(dueAt)}, 0,
            ${BigInt(now())})
          ON CONFLICT ("way", "recipient", "key") DO NOTHING`;
    },

    async pace(way, recipient) {
      const whose = { way, recipient };
      const sent = await client.notice.aggregate({ where: whose, _max: { sentAt: true } });
      const waiting = await client.notice.aggregate({
        where: { ...whose, state: "waiting", attempts: 0 },
        _min: { dueAt: true },
      });
      return { sentAt: number(sent._max.sentAt), dueAt: number(waiting._min.dueAt) };
    },

    async take({ now, until }) {
      const free = {
        state: "waiting",
        OR: [{ leaseUntil: null }, { leaseUntil: { lte: BigInt(now) } }],
      };
      const due = await client.notice.findFirst({
        where: { ...free, dueAt: { lte: BigInt(now) } },
        orderBy: { dueAt: "asc" },
      });
      if (!due) return undefined;

      const whose = { ...free, way: due.way, recipient: due.recipient };
      const rows = await client.notice.findMany({ where: whose, orderBy: { at: "asc" } });
      const ids = rows.map(({ id }) => id);
      const { count } = await client.notice.updateMany({
        where: { ...whose, id: { in: ids } },
        data: { leaseUntil: BigInt(until) },
      });
      // Somebody else has some of them by now, and sends them: what is left comes up again when their lease ends.
      return count === rows.length ? rows.map(noticeOf) : [];
    },

    async sent(ids, providerId, at) {
      await client.notice.updateMany({
        where: { id: { in: [...ids] } },
        data: { state: "sent", providerId, sentAt: BigInt(at), leaseUntil: null, error: null },
      });
    },

    async postpone(ids, dueAt, error) {
      await client.notice.updateMany({
        where: { id: { in: [...ids] } },
        data: { dueAt: BigInt(dueAt), attempts: { increment: 1 }, leaseUntil: null, error: error ?? null },
      });
    },

    async end(ids, state, error) {
      await client.notice.updateMany({
        where: { id: { in: [...ids] } },
        data: { state, error, leaseUntil: null },
      });
    },

    async isInVain({ way, key, attempts }) {
      const hopeful = await client.notice.count({
        where: {
          ...{ way, key },
          OR: [{ sentAt: { not: null } }, { state: "waiting", attempts: { lt: attempts } }],
        },
      });
      return hopeful === 0;
    },

    async reported(providerId, state, error) {
      const { count } = await client.notice.updateMany({
        where: { providerId },
        data: { state, error: error ?? null },
      });
      return count > 0;
    },

    async countSince(way, since) {
      const sent = await client.notice.findMany({
        where: { way, sentAt: { gte: BigInt(since) } },
        distinct: ["providerId"],
        select: { providerId: true },
      });
      return sent.length;
    },

    async lastToldOf(way, recipient) {
      const last = await client.notice.findFirst({
        where: { way, recipient, sentAt: { not: null } },
        orderBy: { sentAt: "desc" },
      });
      if (!last?.providerId) return undefined;
      const rows = await client.notice.findMany({ where: { way, recipient, providerId: last.providerId } });
      return { conversationIds: rows.map(({ conversationId }) => conversationId), at: Number(last.sentAt) };
    },

    async last(way, recipient) {
      const row = await client.notice.findFirst({ where: { way, recipient }, orderBy: { at: "desc" } });
      return row ? lastOf(row) : undefined;
    },

    async markUnreachable({ way, recipient, reason, words }) {
      const saved = { reason, words, at: BigInt(now()) };
      await client.unreachable.upsert({
        where: { way_recipient: { way, recipient } },
        create: { way, recipient, ...saved },
        update: saved,
      });
    },

    async markReachable(way, recipient) {
      const { count } = await client.unreachable.deleteMany({ where: { way, recipient } });
      return count > 0;
    },

    async unreachable() {
      return (await client.unreachable.findMany()).map(unreachableOf);
    },

    async whyUnreachable(way, recipient) {
      const row = await client.unreachable.findUnique({ where: { way_recipient: { way, recipient } } });
      return row ? unreachableOf(row) : undefined;
    },
  };
}

const number = (value: bigint | null): number | undefined => (value === null ? undefined : Number(value));

const wayOf = (way: string): Way => (way === "sms" ? "sms" : "email");

const noticeOf = ({ id, way, recipient, conversationId, key, attempts, at }: NoticeRow): Notice => ({
  ...{ id, way: wayOf(way), recipient, conversationId, key, attempts },
  at: Number(at),
});

const lastOf = ({ way, recipient, state, at, sentAt, error }: NoticeRow): LastNotice => ({
  ...{ way: wayOf(way), recipient, state: state as LastNotice["state"] },
  at: Number(sentAt ?? at),
  error: error ?? undefined,
});

const unreachableOf = ({ way, recipient, reason, words }: UnreachableRow): Unreachable => ({
  ...{ way: wayOf(way), recipient, reason: reason as Unreachable["reason"], words },
});
