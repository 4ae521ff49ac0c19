import type { Agent } from "../conversation/conversation.ts";
import type { Identities, Known } from "../conversation/identities.ts";
import type { Client } from "./client.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** What this process knows; small enough to be had at once, wherever an agent is read. */
interface Memory {
  memberAt: Map<string, Agent>;
  idsOf: Map<string, Known[]>;
}

export interface StoredIdentities extends Identities {
  /** Reads them anew: somebody was recognised, renamed or taken out of the team, here or on another node. */
  load(): Promise<void>;
  /** Calls back when somebody was recognised here as somebody else than before. */
  subscribe(listener: () => void): void;
}

export async function createIdentities(client: Client): Promise<StoredIdentities> {
  const listeners: (() => void)[] = [];
  const followers = new Set<(memberId: string) => void>();
  let memory = await read(client);

  return {
    agentOf(agent) {
      const member = memory.memberAt.get(agent.id);
      return member ? { ...member, avatarUrl: member.avatarUrl ?? agent.avatarUrl } : agent;
    },

    of: (memberId) => memory.idsOf.get(memberId) ?? [],

    strangersTo: (prefix) =>
      client.user.findMany({
        where: { emailVerified: true, identities: { none: { id: { startsWith: prefix } } } },
        select: { id: true, email: true },
      }),

    async recognise({ id, name }, email) {
      const known = memory.memberAt.get(id);
      const member =
        email === undefined
          ? null
          : await client.user.findFirst({ where: { email: email.toLowerCase(), emailVerified: true } });
      const isAsBefore = known?.id === member?.id && (!member || nameAt(id, member.id) === name);
      if (isAsBefore) return false;
      if (!member) await client.identity.deleteMany({ where: { id } });
      else
        await client.$executeRaw`
          INSERT INTO "Identity" ("id", "memberId", "name") VALUES (${id}, ${member.id}, ${name})
          ON CONFLICT ("id") DO UPDATE SET "memberId" = excluded."memberId", "name" = excluded."name"`;
      remember(await read(client));
      const isSomebodyElse = memory.memberAt.get(id)?.id !== known?.id;
      if (isSomebodyElse) for (const listener of listeners) listener();
      return isSomebodyElse;
    },

    follow(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
    },

    subscribe: (listener) => void listeners.push(listener),

    load: async () => remember(await read(client)),
  };

  function remember(now: Memory): void {
    const before = memory;
    memory = now;
    for (const memberId of new Set([...before.idsOf.keys(), ...now.idsOf.keys()]))
      if (idsIn(before, memberId) !== idsIn(now, memberId))
        for (const listener of followers) listener(memberId);
  }

  function nameAt(id: string, memberId: string): string | undefined {
    return memory.idsOf.get(memberId)?.find((known) => known.id === id)?.name;
  }
}

const idsIn = ({ idsOf }: Memory, memberId: string): string =>
  (idsOf.get(memberId) ?? []).map(({ id }) => id).join(" ");

async function read(client: Client): Promise<Memory> {
  const rows = await client.identity.findMany({ include: { member: true }, orderBy: { id: "asc" } });
  const memory: Memory = { memberAt: new Map(), idsOf: new Map() };
  for (const { id, name, member } of rows) {
    memory.memberAt.set(id, { id: member.id, name: member.name, avatarUrl: member.image ?? undefined });
    memory.idsOf.set(member.id, [...(memory.idsOf.get(member.id) ?? []), { id, name }]);
  }
  return memory;
}

/** SQL that holds where a column names an agent, under whichever of their ids. */
export const isAgent = (column: Prisma.Sql, agentId: string): Prisma.Sql => Prisma.sql`
  ${column} IN (SELECT CAST(${agentId} AS TEXT) UNION ALL SELECT "id" FROM "Identity" WHERE "memberId" = ${agentId})`;

/** Parts of SQL over rows `a` that name an agent: the one they are by now. */
export const oneAgent = {
  joined: Prisma.sql`
    LEFT JOIN "Identity" AS "i" ON "i"."id" = "a"."agentId" LEFT JOIN "User" AS "u" ON "u"."id" = "i"."memberId"`,
  id: Prisma.sql`COALESCE("i"."memberId", "a"."agentId")`,
  name: Prisma.sql`COALESCE("u"."name", "a"."agentName")`,
};
