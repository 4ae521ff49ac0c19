import type { Turns } from "../privacy/turns.ts";
import type { Client } from "./client.ts";

export const createTurns = (client: Client): Turns => ({
  async take(name, { now, everyMs, until }) {
    const taken = await client.$executeRaw`
      INSERT INTO "Turn" ("name", "at", "leaseUntil") VALUES (${name}, 0, ${BigInt(until)})
      ON CONFLICT ("name") DO UPDATE SET "leaseUntil" = excluded."leaseUntil"
      WHERE "Turn"."at" <= ${BigInt(now - everyMs)}
        AND ("Turn"."leaseUntil" IS NULL OR "Turn"."leaseUntil" <= ${BigInt(now)})`;
    return taken === 1;
  },

  async keep(name, until) {
    await client.turn.updateMany({ where: { name }, data: { leaseUntil: BigInt(until) } });
  },

  async finish(name, at) {
    await client.turn.updateMany({ where: { name }, data: { at: BigInt(at), leaseUntil: null } });
  },

  async leave(name) {
    await client.turn.updateMany({ where: { name }, data: { leaseUntil: null } });
  },
});
