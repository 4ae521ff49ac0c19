import type { prismaAdapter } from "better-auth/adapters/prisma";
import type { FactStore, Numbers } from "../analytics/ports.ts";
import type { Archive } from "../conversation/archive.ts";
import type { Directory } from "../conversation/directory.ts";
import type { HeldReplies } from "../conversation/held-replies.ts";
import type { Installations } from "../conversation/installations.ts";
import type { Lanes } from "../conversation/lanes.ts";
import type { Phones } from "../conversation/phones.ts";
import type { Presences } from "../conversation/presence.ts";
import type { Readings } from "../conversation/readings.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Copies, Threads } from "../conversation/threads.ts";
import type { FileRecords } from "../files/ports.ts";
import type { KnowledgeStore, ProposalStore } from "../knowledge/ports.ts";
import type { MailAddresses } from "../mail/addresses.ts";
import type { Notices } from "../notifications/notice.ts";
import type { AuditStore } from "../privacy/audit.ts";
import type { Erasures } from "../privacy/erasing/ports.ts";
import type { TraceRecords } from "../privacy/erasing/traces.ts";
import type { Turns } from "../privacy/turns.ts";
import type { SettingsStore } from "../settings/index.ts";
import type { Sites } from "../settings/sites.ts";
import type { Sightings } from "../settings/team-presence.ts";
import type { InvitationStore } from "../team/invitation-store.ts";
import { createFactStore } from "./analytics/facts.ts";
import { createNumbers } from "./analytics/numbers.ts";
import { createArchive } from "./archive.ts";
import { createAuditStore } from "./audit.ts";
import type { Database } from "./client.ts";
import { createConversationStore } from "./conversations.ts";
import { createCopies } from "./copies.ts";
import { createDirectory } from "./directory.ts";
import { createErasures } from "./erasures.ts";
import { createFileRecords } from "./files.ts";
import { createHeldReplies } from "./held-replies.ts";
import { createIdentities, type StoredIdentities } from "./identities.ts";
import { createInstallations } from "./installations.ts";
import { createInvitationStore } from "./invitations.ts";
import { createKnowledgeStore } from "./knowledge/knowledge.ts";
import { createProposalStore } from "./knowledge/proposals.ts";
import { createLanes } from "./lanes.ts";
import { createMailAddresses } from "./mail-addresses.ts";
import { type Opener, openMigrated } from "./migrations.ts";
import { createNotices } from "./notices.ts";
import { createPhones } from "./phones.ts";
import { createPresences } from "./presences.ts";
import { createReadings } from "./readings.ts";
import { asReadBy } from "./rows.ts";
import { startBackfill } from "./search/backfill.ts";
import { createSettingsStore } from "./settings.ts";
import { createSightings } from "./sightings.ts";
import { createSites, ensureDefaultSite } from "./sites.ts";
import { StorageError } from "./storage-error.ts";
import { createThreads } from "./threads.ts";
import { createTraceRecords } from "./traces.ts";
import { createTurns } from "./turns.ts";

export interface StorageOptions {
  /** `file:/path/to/handoff.db`, or `postgresql://…`. */
  url: string;
  now: () => number;
  newId: () => string;
}

export interface Storage {
  kind: Database["kind"];
  store: ConversationStore;
  directory: Directory;
  archive: Archive;
  /** What the reports are made of, and the numbers over it. */
  facts: FactStore;
  numbers: Numbers;
  /** Who is one agent. */
  identities: StoredIdentities;
  threads: Threads;
  lanes: Lanes;
  copies: Copies;
  heldReplies: HeldReplies;
  presences: Presences;
  phones: Phones;
  readings: Readings;
  installations: Installations;
  files: FileRecords;
  notices: Notices;
  mailAddresses: MailAddresses;
  settings: SettingsStore;
  invitations: InvitationStore;
  sites: Sites;
  sightings: Sightings;
  knowledge: KnowledgeStore;
  proposals: ProposalStore;
  erasures: Erasures;
  traces: TraceRecords;
  turns: Turns;
  audit: AuditStore;
  /** For the sign-in library: users, sessions, invitations. */
  accounts: () => Promise<ReturnType<typeof prismaAdapter>>;
  /** Whether nobody is in the team yet. */
  hasNobody: () => Promise<boolean>;
  /** Migrations applied at this start. */
  applied: string[];
  /** Resolves when search finds everything that was said before there was an index. */
  indexed: Promise<void>;
  /** Rejects while the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, and puts the core's ports on it. Throws `StorageError` in words. */
export async function openStorage({ url, now, newId }: StorageOptions): Promise<Storage> {
  const { database, applied } = await openMigrated(await openerOf(url));
  const { kind, client } = database;
  await ensureDefaultSite(client, now());
  const changes = database.changes();
  const backfill = startBackfill(client);
  const identities = await createIdentities(client);
  const asRead = asReadBy(identities.agentOf);
  const store = createConversationStore(database, changes, { now, newId }, identities.agentOf);
  const threads = createThreads(database, now);

  return {
    kind,
    applied,
    store,
    directory: createDirectory(database, asRead),
    archive: createArchive(client, asRead),
    facts: createFactStore(client, asRead),
    numbers: createNumbers(client, asRead),
    identities,
    threads,
    lanes: createLanes(client),
    copies: createCopies(client),
    heldReplies: createHeldReplies(client, { now, one: identities.agentOf }),
    phones: createPhones(client, asRead),
    presences: createPresences(client, now),
    readings: createReadings(client),
    installations: createInstallations(client),
    files: createFileRecords(client),
    notices: createNotices(client, { now, newId }),
    mailAddresses: createMailAddresses(client, now),
    settings: createSettingsStore(client, newId),
    invitations: createInvitationStore(client),
    sites: createSites(client, now),
    sightings: createSightings(client),
    knowledge: createKnowledgeStore(database),
    proposals: createProposalStore(database),
    audit: createAuditStore(client, newId),
    traces: createTraceRecords(client),
    turns: createTurns(client),
    erasures: createErasures(database, {
      erased(conversation) {
        store.erased(conversation);
        threads.erased(conversation.id);
      },
    }),
    async accounts() {
      const { prismaAdapter } = await import("better-auth/adapters/prisma");
      return prismaAdapter(client, { provider: kind });
    },
    hasNobody: async () => (await client.user.count()) === 0,
    ping: async () => void (await client.$queryRawUnsafe("SELECT 1")),
    indexed: backfill.done,
    async close() {
      await backfill.stop();
      changes.close();
      await client.$disconnect();
    },
  };
}

async function openerOf(url: string): Promise<Opener> {
  if (url.startsWith("file:")) {
    const { openSqlite, sqliteAdapter } = await import("./sqlite.ts");
    return { open: () => openSqlite(url), adapter: () => sqliteAdapter(url) };
  }
  if (/^postgres(ql)?:/.test(url)) {
    const { openPostgresql, postgresqlAdapter } = await import("./postgresql.ts");
    return { open: () => openPostgresql(url), adapter: () => postgresqlAdapter(url) };
  }
  throw new StorageError(
    "DATABASE_URL names no database this program knows. Use file:./data/handoff.db or postgresql://user:password@host/name.",
  );
}
