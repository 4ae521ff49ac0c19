import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import type { Model } from "../../../src/assistant/model.ts";
import { createTranslationDesk } from "../../../src/assistant/translation/desk.ts";
import { createTranslator } from "../../../src/assistant/translation/index.ts";
import type { AdminTools } from "../../../src/channels/slack/admin/ports.ts";
import { createSlack } from "../../../src/channels/slack/index.ts";
import type { SlackConfig } from "../../../src/channels/slack/options.ts";
import { type Conversations, createConversations } from "../../../src/conversation/index.ts";
import type { Listener } from "../../../src/conversation/listener.ts";
import type { Fetcher } from "../../../src/files/fetching.ts";
import { createFiles } from "../../../src/files/index.ts";
import { createLog, type Log } from "../../../src/log.ts";
import type { Mailer } from "../../../src/mail/mail.ts";
import { createTraces } from "../../../src/privacy/erasing/traces.ts";
import { createRelay } from "../../../src/relay.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { openStorage } from "../../../src/storage/index.ts";
import {
  type SlackSimulator,
  type SlackSimulatorOptions,
  startSlackSimulator,
} from "../../slack-simulator/index.ts";
import { databaseIn } from "../../support/migrated-database.ts";
import { patienceMs } from "../../support/patience.ts";

export interface TeamOptions {
  simulator?: SlackSimulatorOptions;
  config?: Partial<SlackConfig>;
  log?: Log;
  postIntervalMs?: number;
  /** How often it is looked for what was missed; by itself only at the start. */
  catchUp?: { everyMs: number; betweenMs: number };
  /** After how long an agent's reply that has not arrived is marked as waiting. */
  waitingAfterMs?: number;
  mailer?: Mailer;
  /** Translates; without one nothing can be translated. */
  model?: Model;
  /** Arranges trouble before the app starts. */
  before?: (slack: SlackSimulator) => void;
}

export type SlackTeam = Awaited<ReturnType<typeof startTeam>>;

/** A simulated workspace and everything of the product that takes part in a Slack thread. */
export async function startTeam({ simulator = {}, config = {}, before, ...more }: TeamOptions = {}) {
  const workspace = await startSlackSimulator({ paced: false, ...simulator });
  before?.(workspace);
  const app = await startApp(
    {
      botToken: workspace.botToken,
      signingSecret: workspace.signingSecret,
      channel: "#support",
      apiUrl: workspace.apiUrl,
      ...config,
    },
    more,
  );
  if (app.eventsUrl) workspace.deliverTo(app.eventsUrl);

  return {
    ...app,
    workspace,
    ana: workspace.as("ana"),
    ben: workspace.as("ben"),
    threads: () => workspace.threads("support"),
    /** The only thread there is. */
    thread() {
      const [thread, ...more] = workspace.threads("support");
      if (!thread || more.length > 0) throw new Error(`There are ${more.length + (thread ? 1 : 0)} threads.`);
      return thread;
    },
    async stop() {
      await app.stop();
      await workspace.stop();
    },
  };
}

export async function startApp(
  config: SlackConfig,
  {
    log = createLog("silent"),
    postIntervalMs = 0,
    catchUp = { everyMs: 3_600_000, betweenMs: 0 },
    mailer,
    model,
    waitingAfterMs,
  }: Pick<TeamOptions, "log" | "postIntervalMs" | "catchUp" | "mailer" | "model" | "waitingAfterMs"> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "slack-"));
  const storage = await openStorage({
    url: databaseIn(folder),
    now: Date.now,
    newId: randomUUID,
  });
  const { store, threads, lanes, directory, copies, heldReplies, presences, installations, sites } = storage;
  const listeners: Listener[] = [];
  const relay = createRelay({ lanes, store, listeners, now: Date.now, log });
  const conversations = createConversations({
    store,
    newId: randomUUID,
    now: Date.now,
    owed: (conversation, happenings, via) =>
      listeners
        .filter((listener) => listener.name !== via && listener.concerns(conversation, happenings))
        .map(({ name }) => name),
    announce: () => relay.kick(),
  });
  const fetchers: Record<string, Fetcher> = {};
  const files = createFiles({
    ...{ records: storage.files, fetchers, folder: join(folder, "files"), secret: "s".repeat(32), log },
    ...{ publicUrl: "https://chat.example.com", now: Date.now, newId: randomUUID },
  });
  const settings = createSettings({ store: storage.settings, now: Date.now });
  const translation = createTranslationDesk({ conversations, settings, model });
  const slack = createSlack({
    ...{ config, conversations, threads, store, directory, settings, log, now: Date.now },
    ...{ copies, heldReplies, presences, installations, sites, newId: randomUUID },
    identities: storage.identities,
    traces: createTraces({ records: storage.traces, secret: "s".repeat(32), now: Date.now }),
    ...{ files, mailer, translation, catchUp, waitingAfterMs, tools: createTools() },
    publicUrl: "https://chat.example.com",
    secret: "a secret of this test, thirty-two long",
    postIntervalMs,
    recovered: () => void lanes.revive({ listener: "slack" }, Date.now()).then(relay.kick),
  });
  fetchers.slack = slack.fetchFile;
  listeners.push(slack.listener, createTranslator({ conversations, store, model, newId: randomUUID, log }));

  const outer = express();
  if (slack.router) outer.use(slack.router);
  const server = createServer(outer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await slack.start();
  relay.start();

  return {
    conversations,
    store,
    threads_: threads,
    lanes,
    settings,
    files,
    heldReplies,
    copies,
    presences,
    sites,
    slack,
    relay,
    eventsUrl: slack.router ? `http://127.0.0.1:${port}/slack/events` : undefined,
    /** Resolves when Slack is owed nothing more, or what it is owed was given up. */
    delivered: () =>
      eventually(async () => {
        const lane = (await lanes.depth()).find(({ listener }) => listener === "slack");
        return (lane?.waiting ?? 0) === 0;
      }),
    visitor: (name?: string) => createVisitor(conversations, name),
    async stop() {
      await relay.stop();
      await slack.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the rest of the system does for admins, with foreseeable outcomes. */
const createTools = (): AdminTools => ({
  doctor: async () => [{ name: "Database", state: "ok", detail: "Reachable & migrated." }],
  testHandoff: async (by) => [{ name: "Thread", state: "broken", detail: `Not for ${by}.` }],
  callForMissed: async () => ({ called: 2, left: 1 }),
  async testNotification(way, recipient) {
    if (recipient.includes("gone")) throw new Error(`${recipient} bounced <before>.`);
    return `The ${way} service took it for ${recipient}.`;
  },
  testTrigger: async (text) => `“${text}” connects the visitor.`,
  replayTrigger: async (phrase) => `2 would be connected to people at once: “${phrase}”`,
  integrations: () => ({
    slack: { state: "on", detail: "Connected to #support." },
    email: { state: "off", detail: "Set <POSTMARK>." },
    redis: { state: "broken", detail: "Redis <does not> answer." },
  }),
});

/** A visitor with one conversation, and the assistant they talk to. */
function createVisitor(conversations: Conversations, name?: string) {
  const visitor = { id: randomUUID(), ...(name ? { name } : {}) };
  const siteKey = "default";
  const page = { url: "https://shop.example.com/pricing?plan=pro", title: "Pricing" };
  const source = () => ({ via: "widget", externalId: `${visitor.id}/${randomUUID()}` });
  let conversationId = "";
  return {
    visitor,
    id: () => conversationId,
    async says(text: string) {
      const recorded = await conversations.receive({
        siteKey,
        visitor,
        page,
        id: randomUUID(),
        text,
        source: source(),
      });
      conversationId = recorded.conversationId;
      return recorded;
    },
    async asksWhileOff() {
      const decision = { by: "button", reason: "Asked for a person" } as const;
      await conversations.missHandoff({ siteKey, visitor, page, decision, source: source() });
    },
    async asksForAPerson(reason = "Asked for a person", matched?: string) {
      const decision = { by: "rule", reason, ...(matched ? { matched } : {}) } as const;
      const recorded = await conversations.handOff({ siteKey, visitor, page, decision, source: source() });
      conversationId = recorded.conversationId;
      return recorded;
    },
    hears: (generation: number, text: string) =>
      conversations.answer({
        conversationId,
        generation,
        text,
        source: { via: "assistant", externalId: randomUUID() },
      }),
  };
}

export const inboxAgent = { id: "user-1", name: "Chris Inbox", avatarUrl: "https://chat.example.com/a.png" };

export const fromInbox = () => ({ via: "inbox", externalId: randomUUID() });

/** Waits until `look` returns something, and returns that. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  withinMs = patienceMs,
): Promise<NonNullable<T>> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
