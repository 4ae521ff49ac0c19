import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { AdminTools } from "../../../src/channels/slack/admin/ports.ts";
import { createSlack } from "../../../src/channels/slack/index.ts";
import type { SlackConfig } from "../../../src/channels/slack/options.ts";
import { createConversations } from "../../../src/conversation/index.ts";
import type { Listener } from "../../../src/conversation/listener.ts";
import { createTraces } from "../../../src/privacy/erasing/traces.ts";
import { createRelay } from "../../../src/relay.ts";
import { createSettings } from "../../../src/settings/index.ts";
import type { SlackSimulatorOptions } from "../../slack-simulator/index.ts";
import { startSlackWorkspaces } from "../../slack-simulator/several.ts";
import { sqliteDatabase, type TestDatabase } from "../../support/databases.ts";
import { quietLog } from "../../support/quiet-log.ts";
import { eventually } from "./support.ts";

const publicUrl = "https://chat.example.com";

export const acme: SlackSimulatorOptions = {
  team: { id: "T0ACME", name: "Acme" },
  botToken: "xoxb-acme",
  channels: ["support", "refunds", "help"],
  paced: false,
  retryDelaysMs: [20, 50, 100],
};

export const beta: SlackSimulatorOptions = {
  team: { id: "T0BETA", name: "Beta" },
  botToken: "xoxb-beta",
  channels: ["helpdesk", "support"],
  paced: false,
  retryDelaysMs: [20, 50, 100],
};

export type Workspaces = Awaited<ReturnType<typeof startWorkspaces>>;

/** Two Slack workspaces and one app, of which several nodes can run on one database that is not SQLite. */
export async function startWorkspaces(createDatabase: () => Promise<TestDatabase> = sqliteDatabase) {
  const slacks = await startSlackWorkspaces([acme, beta]);
  const [inAcme, inBeta] = slacks.workspaces;
  if (!inAcme || !inBeta) throw new Error("There should be two workspaces.");
  const database = await createDatabase();
  const running: Node[] = [];

  return {
    acme: inAcme,
    beta: inBeta,
    apiUrl: slacks.apiUrl,

    /** With a bot token of Acme's unless `config` says otherwise; `admin`: who installs is signed in as an admin. */
    async start({
      config = {},
      secret = "secret of the tests, thirty-two long",
      ...options
    }: NodeOptions = {}) {
      const node = await startNode(
        {
          ...{ botToken: inAcme.botToken, channel: "#support", apiUrl: slacks.apiUrl },
          signingSecret: inAcme.signingSecret,
          oauth: { clientId: inAcme.clientId, clientSecret: inAcme.clientSecret },
          ...config,
        },
        { database, ...options, secret },
      );
      running.push(node);
      slacks.deliverTo(node.eventsUrl);
      return node;
    },

    /** Slack has told the app everything. */
    idle: () => Promise.all(slacks.workspaces.map((workspace) => workspace.idle())),

    async stop() {
      for (const node of running) await node.stop();
      await slacks.stop();
      await database.drop();
    },
  };
}

const noTools: AdminTools = {
  callForMissed: async () => ({ called: 0, left: 0 }),
  testTrigger: async () => "",
  replayTrigger: async () => "",
  testNotification: async () => "",
  testHandoff: async () => [],
  doctor: async () => [],
  integrations: () => ({}),
};

interface NodeOptions {
  config?: Partial<SlackConfig>;
  admin?: boolean;
  /** As if there were no Slack: nothing is owed to it. */
  isDeaf?: boolean;
  secret?: string;
}

export type Node = Awaited<ReturnType<typeof startNode>>;

async function startNode(
  config: SlackConfig,
  {
    database,
    admin = false,
    isDeaf = false,
    secret,
  }: Omit<NodeOptions, "config"> & { database: TestDatabase; secret: string },
) {
  const [now, newId, log] = [Date.now, randomUUID, quietLog()];
  const storage = await database.open();
  const { store, threads, lanes, sites } = storage;
  const listeners: Listener[] = [];
  const relay = createRelay({ lanes, store, listeners, now, log });
  const conversations = createConversations({
    ...{ store, newId, now },
    owed: (conversation, happenings, via) =>
      listeners
        .filter((listener) => listener.name !== via && listener.concerns(conversation, happenings))
        .map(({ name }) => name),
    announce: () => relay.kick(),
  });
  const settings = createSettings({ store: storage.settings, now });
  const slack = createSlack({
    ...storage,
    traces: createTraces({ records: storage.traces, secret, now }),
    files: undefined,
    ...{ config, conversations, settings, publicUrl, secret, log, now, newId },
    isAdmin: async () => admin,
    tools: noTools,
    postIntervalMs: 0,
    roundsEveryMs: 100,
    recovered: () => void lanes.revive({ listener: "slack" }, now()).then(relay.kick),
  });
  if (!isDeaf) listeners.push(slack.listener);

  const outer = express();
  if (slack.router) outer.use(slack.router);
  const server = createServer(outer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await slack.start();
  relay.start();
  let isStopped = false;

  return {
    ...{ conversations, store, threads, lanes, sites, settings, slack, log, storage },
    eventsUrl: `${url}/slack/events`,

    /** As a browser does it: through Slack's page, on which Ana agrees, and back. Returns the page at the end. */
    async installs(team: string, more = ""): Promise<{ status: number; text: string }> {
      const begun = await fetch(`${url}/slack/install`, { redirect: "manual" });
      const agreed = await fetch(`${begun.headers.get("location")}&approve_as=ana&in=${team}${more}`, {
        redirect: "manual",
      });
      const back = new URL(agreed.headers.get("location") ?? "");
      const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      const page = await fetch(`${url}${back.pathname}${back.search}`, { headers: { cookie } });
      return { status: page.status, text: await page.text() };
    },

    get: (path: string) => fetch(`${url}${path}`, { redirect: "manual" }),

    visitor: (name = "Zoe", siteKey = "default") => visitorOf({ conversations, name, siteKey }),

    /** Slack is owed nothing more, or what it is owed was given up. */
    delivered: () =>
      eventually(async () => {
        const lane = (await lanes.depth()).find(({ listener }) => listener === "slack");
        return (lane?.waiting ?? 0) === 0;
      }),

    async stop() {
      if (isStopped) return;
      isStopped = true;
      await relay.stop();
      await slack.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await storage.close();
    },
  };
}

function visitorOf({
  conversations,
  name,
  siteKey,
}: {
  conversations: ReturnType<typeof createConversations>;
  name: string;
  siteKey: string;
}) {
  const visitor = { id: randomUUID(), name };
  const source = () => ({ via: "widget", externalId: randomUUID() });
  let conversationId = "";
  const noted = <T extends { conversationId: string }>(recorded: T): T => {
    conversationId = recorded.conversationId;
    return recorded;
  };
  return {
    id: () => conversationId,
    says: async (text: string) =>
      noted(await conversations.receive({ siteKey, visitor, id: randomUUID(), text, source: source() })),
    asksForAPerson: async (reason = "Asked for a person") =>
      noted(
        await conversations.handOff({
          ...{ siteKey, visitor, source: source() },
          decision: { by: "rule", reason },
        }),
      ),
  };
}
