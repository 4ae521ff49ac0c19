import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAppConnection } from "./app-connection.ts";
import { createCallLog } from "./call-log.ts";
import { createChanges } from "./changes.ts";
import { createEvents } from "./events.ts";
import { createHttp } from "./http/index.ts";
import { createLimits } from "./limits.ts";
import { createOauth } from "./oauth.ts";
import { createResponseUrls } from "./response-urls.ts";
import { type SlackSimulatorOptions, settingsFrom } from "./settings.ts";
import { createSimulator, type SlackSimulator } from "./simulator.ts";
import type { Slack } from "./slack.ts";
import { createSocketMode } from "./socket-mode.ts";
import { createTriggers } from "./triggers.ts";
import { createTroubles } from "./trouble.ts";
import { createViews } from "./views.ts";
import { createWorkspace } from "./workspace.ts";

export type { SimulatedMessage, SimulatedThread } from "./message.ts";
export type { SimulatedPerson } from "./person.ts";
export type { SlackSimulatorOptions } from "./settings.ts";
export type { SlackSimulator } from "./simulator.ts";
export type { HomeView, OpenView } from "./views.ts";

/** A Slack workspace on this machine: its Web API, what it sends to apps, and a page to type in as its people. */
export async function startSlackSimulator(options: SlackSimulatorOptions = {}): Promise<SlackSimulator> {
  const settings = settingsFrom(options);
  const workspace = createWorkspace(settings);
  const { id: teamId } = workspace.team;
  const { appId, botId } = workspace.bot;
  const socketMode = createSocketMode({ appId, ackTimeoutMs: settings.ackTimeoutMs });
  const app = createAppConnection(settings, socketMode);
  const slack: Slack = {
    url: "",
    settings,
    workspace,
    app,
    socketMode,
    events: createEvents({ settings, workspace, app }),
    triggers: createTriggers(),
    responseUrls: createResponseUrls(),
    views: createViews({ view: () => workspace.id("V"), teamId, appId, botId }),
    limits: createLimits(settings),
    oauth: createOauth(),
    troubles: createTroubles(),
    calls: createCallLog(),
    ...createChanges(),
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, createHttp(slack));
  server.on("upgrade", socketMode.upgrade);
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(settings.port, "127.0.0.1", resolve),
  );
  slack.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createSimulator(slack, server);
}
