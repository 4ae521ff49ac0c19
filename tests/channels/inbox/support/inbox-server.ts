import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { createAnalytics } from "../../../../src/analytics/index.ts";
import type { Model } from "../../../../src/assistant/model.ts";
import { createTriggerDesk } from "../../../../src/assistant/replay/trigger-desk.ts";
import { createTranslationDesk } from "../../../../src/assistant/translation/desk.ts";
import { createInbox, type InboxOptions } from "../../../../src/channels/inbox/index.ts";
import type { HealthTools } from "../../../../src/channels/inbox/settings/health.ts";
import { createConversations } from "../../../../src/conversation/index.ts";
import { errorTable } from "../../../../src/http/errors.ts";
import { securityHeaders } from "../../../../src/http/security-headers.ts";
import { createKnowledge } from "../../../../src/knowledge/index.ts";
import { createProposals } from "../../../../src/knowledge/proposals.ts";
import { createLive } from "../../../../src/live.ts";
import type { Log } from "../../../../src/log.ts";
import type { Mailer } from "../../../../src/mail/mail.ts";
import type { Remover } from "../../../../src/privacy/erasing/remover.ts";
import { createTraces } from "../../../../src/privacy/erasing/traces.ts";
import { createPrivacy } from "../../../../src/privacy/index.ts";
import { createOutward } from "../../../../src/privacy/outward.ts";
import { createSettings } from "../../../../src/settings/index.ts";
import { openStorage } from "../../../../src/storage/index.ts";
import { createTeam } from "../../../../src/team/index.ts";
import type { SlackSignIn } from "../../../../src/team/slack/handler.ts";
import { databaseIn } from "../../../support/migrated-database.ts";

export const admin = { email: "ana@example.com", password: "correct horse battery" };

export type InboxServer = Awaited<ReturnType<typeof openInboxServer>>;

interface Options {
  /** Without one, the server waits for its setup link to be used. */
  firstAdmin?: { email: string; password: string } | undefined;
  webFolder?: string;
  checkEveryMs?: number;
  log?: Log;
  health?: HealthTools;
  /** Which addresses pages may be fetched from. */
  mayAsk?: (address: string) => boolean;
  /** Without one nothing can be translated. */
  model?: Model;
  /** Without one no mail is sent. */
  mailer?: Mailer;
  /** Without it nobody signs in with Slack. */
  slack?: SlackSignIn;
  /** Removes what stands in Slack of erased conversations; without it nothing stands there. */
  slackRemover?: Remover;
  /** What further parts give to the inbox. */
  given?: Partial<InboxOptions>;
}

/** The inbox as it runs for real: Express and sockets on a free port, a SQLite file, the real sign-in. */
export async function openInboxServer({
  firstAdmin,
  webFolder = "nowhere",
  log = silent,
  checkEveryMs,
  health,
  mayAsk,
  model,
  mailer,
  slack,
  slackRemover,
  given = {},
}: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), "inbox-"));
  const clock = { now: Date.parse("2026-03-02T10:00:00Z") };
  const now = () => clock.now;
  const storage = await openStorage({ url: databaseIn(folder), now, newId: randomUUID });

  const live = createLive();
  const conversations = createConversations({
    store: storage.store,
    newId: randomUUID,
    now,
    owed: () => [],
    announce: ({ conversation, conversationId, seq, events }) => {
      if (!conversation) return;
      const { siteKey, visitor } = conversation;
      live.announce({ conversationId, siteKey, visitorId: visitor.id, seq, events, conversation });
    },
  });

  const app = express().use(securityHeaders({ https: false, imageOrigins: [] }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const team = createTeam({
    database: storage.accounts,
    hasNobody: storage.hasNobody,
    secret: "a secret of this test alone, long enough",
    publicUrl: url,
    firstAdmin,
    log,
    trustProxy: false,
    invitations: storage.invitations,
    mailer,
    slack,
  });
  const settings = createSettings({ store: storage.settings, now });
  const { store, directory, readings, sites } = storage;
  const knowledge = createKnowledge({
    ...{ store: storage.knowledge, settings, newId: randomUUID, now, log, mayAsk },
  });
  const proposals = createProposals({
    ...{ store: storage.proposals, settings, newId: randomUUID, now, log },
  });
  const files = { open: async () => undefined, forget: async () => {} };
  const outward = createOutward({
    ...{ store, directory, archive: storage.archive, files, live, settings },
  });
  const privacy = createPrivacy({
    ...{ conversations, store, directory, settings, sites, files, live, log, now, slack: slackRemover },
    ...{ erasures: storage.erasures, audit: storage.audit, turns: storage.turns, settledAfterMs: 0 },
    traces: createTraces({ records: storage.traces, secret: "s".repeat(32), now }),
  });
  const { facts } = storage;
  const analytics = createAnalytics({ facts, numbers: outward.numbers(storage.numbers), now, log });
  const inbox = createInbox({
    analytics,
    ...{ conversations, readings, settings, sites, team, log, webFolder, checkEveryMs, privacy },
    ...{ store: outward.store, directory: outward.directory, live: outward.live },
    sightings: storage.sightings,
    identities: storage.identities,
    publicUrl: url,
    now,
    health,
    triggers: createTriggerDesk({ archive: storage.archive, settings, publicUrl: url }),
    learned: { knowledge, proposals },
    translation: createTranslationDesk({ conversations, settings, model }),
    fileView: ({ id, name }) => ({ url: `${url}/files/${id}/${encodeURIComponent(name)}` }),
    ...given,
  });
  app.use("/api/auth", team.handler);
  app.use(inbox.router);
  app.use(errorTable(log));
  server.on("upgrade", inbox.sockets.upgrade);
  const setupLink = await team.setupLink();

  return {
    ...{ url, port, clock, conversations, live, team, settings, sites, store, directory, privacy, setupLink },
    ...{
      knowledge,
      proposals,
      analytics,
      inbox,
      sightings: storage.sightings,
      identities: storage.identities,
      threads: storage.threads,
      files: storage.files,
    },

    async close() {
      await privacy.stop();
      await knowledge.stop();
      await analytics.stop();
      await inbox.sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
