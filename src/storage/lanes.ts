import type { Lane, Lanes, LaneTrouble } from "../conversation/lanes.ts";
import type { Client } from "./client.ts";
import type { Lane as LaneRow } from "./generated/sqlite/client.ts";

export function createLanes(client: Client): Lanes {
  const leases = new WeakMap<Lane, bigint>();

  /** The lane as long as this holder has it: a lease that ran out may be somebody else's by now. */
  const held = (lane: Lane) => ({
    listener: lane.listener,
    conversationId: lane.conversationId,
    leaseUntil: leases.get(lane) ?? null,
  });

  return {
    async lease({ now, until, limit }) {
      const free = {
        dueAt: { lte: BigInt(now) },
        OR: [{ leaseUntil: null }, { leaseUntil: { lte: BigInt(now) } }],
      };
      const due = await client.lane.findMany({ where: free, orderBy: { dueAt: "asc" }, take: limit });

      const leased: Lane[] = [];
      for (const { listener, conversationId, deliveredSeq, attempts, leaseUntil } of due) {
        const { count } = await client.lane.updateMany({
          where: { listener, conversationId, ...free },
          data: { leaseUntil: BigInt(until) },
        });
        // Nobody else may have taken it between the two statements; whoever did has it.
        if (count === 0) continue;
        const uncertain = attempts > 0 || leaseUntil !== null;
        const lane: Lane = { listener, conversationId, deliveredSeq, attempts, uncertain };
        leases.set(lane, BigInt(until));
        leased.push(lane);
      }
      return leased;
    },

    async heard(lane, seq, until) {
      const { count } = await client.lane.updateMany({
        where: held(lane),
        data: { deliveredSeq: seq, leaseUntil: BigInt(until) },
      });
      if (count === 0) throw new Error("This took so long that the lane was given to somebody else.");
      leases.set(lane, BigInt(until));
    },

    async release(lane, { deliveredSeq, attempts, dueAt, deadAt, error }) {
      const data = {
        deliveredSeq,
        attempts,
        leaseUntil: null,
        deadAt: deadAt === undefined ? null : BigInt(deadAt),
        lastError: error ?? null,
        dueAt: dueAt === undefined ? null : BigInt(dueAt),
      };
      if (dueAt !== undefined || deadAt !== undefined)
        return void (await client.lane.updateMany({ where: held(lane), data }));

      // Something new may have come while this was delivered: then it stays due.
      const { count } = await client.lane.updateMany({
        where: { ...held(lane), wantedSeq: { lte: deliveredSeq } },
        data,
      });
      if (count === 0) {
        const { dueAt: _, ...rest } = data;
        await client.lane.updateMany({ where: held(lane), data: rest });
      }
    },

    async revive({ listener, conversationId }, now) {
      await client.lane.updateMany({
        where: {
          listener,
          deadAt: { not: null },
          ...(conversationId === undefined ? {} : { conversationId }),
        },
        data: { deadAt: null, attempts: 1, dueAt: BigInt(now) },
      });
    },

    async depth() {
      const waiting = await client.lane.groupBy({
        by: ["listener"],
        where: { dueAt: { not: null } },
        _count: true,
      });
      const dead = await client.lane.groupBy({
        by: ["listener"],
        where: { deadAt: { not: null } },
        _count: true,
      });
      const names = new Set([...waiting, ...dead].map(({ listener }) => listener));
      const count = (rows: typeof waiting, name: string) =>
        rows.find(({ listener }) => listener === name)?._count ?? 0;
      return [...names].map((listener) => ({
        listener,
        waiting: count(waiting, listener),
        dead: count(dead, listener),
      }));
    },

    async troubles(limit) {
      const rows = await client.lane.findMany({
        where: failed,
        orderBy: [{ deadAt: { sort: "desc", nulls: "last" } }, { dueAt: "desc" }, { attempts: "desc" }],
        take: limit,
      });
      return rows.map(troubleOf);
    },

    async troubleOf({ listener, conversationId }) {
      const row = await client.lane.findFirst({ where: { listener, conversationId, ...failed } });
      return row ? troubleOf(row) : undefined;
    },
  };
}

/** The last delivery failed, and it is not known to have worked since. */
const failed = { lastError: { not: null }, OR: [{ deadAt: { not: null } }, { dueAt: { not: null } }] };

const troubleOf = ({ listener, conversationId, attempts, deadAt, lastError }: LaneRow): LaneTrouble => ({
  ...{ listener, conversationId, attempts },
  ...(deadAt === null ? {} : { deadAt: Number(deadAt) }),
  error: lastError ?? "",
});
