import type { Sightings, TeamPresence } from "../settings/team-presence.ts";
import type { Client } from "./client.ts";

export function createSightings(client: Client): Sightings {
  return {
    async last(place) {
      const row = await client.sighting.findUnique({ where: { place } });
      if (!row?.presence || row.at === null) return undefined;
      return { presence: row.presence as TeamPresence, at: Number(row.at) };
    },

    async save(place, { presence, at }) {
      const seen = { presence, at: BigInt(at), leaseUntil: null };
      await client.sighting.upsert({ where: { place }, create: { place, ...seen }, update: seen });
    },

    async take(place, { now, until }) {
      const taken = await client.$executeRaw`
        INSERT INTO "Sighting" ("place", "leaseUntil") VALUES (${place}, ${BigInt(until)})
        ON CONFLICT ("place") DO UPDATE SET "leaseUntil" = EXCLUDED."leaseUntil"
        WHERE "Sighting"."leaseUntil" IS NULL OR "Sighting"."leaseUntil" <= ${BigInt(now)}`;
      return taken > 0;
    },
  };
}
