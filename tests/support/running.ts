import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../src/app.ts";
import type { AnswerPace } from "../../src/assistant/answering/pace.ts";
import type { WidgetLimits } from "../../src/channels/widget/limits.ts";
import { readConfig } from "../../src/config.ts";
import { fromManifest } from "../slack-simulator/from-manifest.ts";
import { type SlackSimulator, startSlackSimulator } from "../slack-simulator/index.ts";
import { databaseIn } from "./migrated-database.ts";
import { waitUntil } from "./patience.ts";
import { quietLog } from "./quiet-log.ts";
import { Visitor } from "./visitor.ts";

export interface RunningOptions {
  environment?: Record<string, string>;
  /** Reach Slack by Socket Mode instead of signed requests. */
  socketMode?: boolean;
  /** No Slack at all. */
  withoutSlack?: boolean;
  slack?: Parameters<typeof startSlackSimulator>[0];
  widgetLimits?: Partial<WidgetLimits>;
  answerPace?: Partial<AnswerPace>;
  erasureSettledAfterMs?: number;
}

export type Running = Awaited<ReturnType<typeof startRunning>>;

/** The whole product on real ports, with a Slack workspace beside it; it can be stopped and started again. */
export async function startRunning(options: RunningOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "handoff-app-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const slack = await startSlackSimulator({
    paced: false,
    retryDelaysMs: [50, 200, 1_000],
    ...fromManifest("manifest.yml"),
    ...options.slack,
    ...(options.socketMode || options.withoutSlack
      ? {}
      : { eventsUrl: `http://127.0.0.1:${port}/slack/events` }),
  });
  const log = quietLog();
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseIn(dataDir),
    ADMIN_EMAIL: "admin@example.com",
    ADMIN_PASSWORD: "correct horse battery",
    ...(options.withoutSlack ? {} : slackEnvironment(slack, options.socketMode ?? false)),
    ...options.environment,
  });

  let passedMs = 0;
  const now = () => Date.now() + passedMs;
  const start = async () => {
    const { widgetLimits, answerPace, erasureSettledAfterMs } = options;
    const slackPostIntervalMs = options.slack?.paced ? undefined : 20;
    const app = await createApp({
      ...{ config, log, now, newId: randomUUID },
      ...{ widgetLimits, slackPostIntervalMs, answerPace, erasureSettledAfterMs },
    });
    await app.start();
    return app;
  };
  let app: Awaited<ReturnType<typeof start>> | undefined = await start();

  return {
    url,
    log,
    slack,
    config,
    get app() {
      if (!app) throw new Error("The app is stopped.");
      return app;
    },
    /** The app's clock goes on by so much. */
    passes: (ms: number) => {
      passedMs += ms;
    },
    slackIsOn: () => waitUntil(() => app?.integrations().slack?.state === "on"),
    visitor: (token?: string) => Visitor.arrives(url, token),

    async stopApp(): Promise<void> {
      await app?.stop();
      app = undefined;
    },
    async startApp(): Promise<void> {
      app = await start();
    },
    async stop(): Promise<void> {
      await app?.stop();
      await slack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const slackEnvironment = (slack: SlackSimulator, socketMode: boolean) => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_CHANNEL: "#support",
  SLACK_API_URL: slack.apiUrl,
  ...(socketMode ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
});

/**
 * A port nobody listens on: the address must be known before the server starts, because it is part of links. Below those
 * that systems give out by themselves, or somebody else would get it before it is used.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    const port = 20_000 + randomInt(12_000);
    const isFree = await new Promise((resolve) => {
      server.once("error", () => resolve(false)).listen(port, () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}
