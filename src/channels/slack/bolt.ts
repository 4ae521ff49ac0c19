import { App, ExpressReceiver, type Receiver } from "@slack/bolt";
import type { Router } from "express";
import type { Log } from "../../log.ts";
import { slackLogger } from "./logger.ts";
import { createSocketReceiver } from "./socket-receiver.ts";
import { guardAgainstStrangers } from "./workspace/gate.ts";
import { clientOptions, type SlackConnection } from "./workspace/web-api.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

export interface BoltOptions {
  connection: Omit<SlackConnection, "botToken">;
  /** One of the two: requests signed by Slack, or a socket opened by us. */
  signingSecret?: string | undefined;
  appToken?: string | undefined;
  workspaces: Workspaces;
  publicUrl: string;
  /** The socket is open, for the first time or again: what happened meanwhile may have been missed. */
  connected?: (() => void) | undefined;
  log: Log;
}

export interface Bolt {
  app: App;
  /** For Slack's requests; none in Socket Mode. */
  router: Router | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Bolt, set up so that an event is acknowledged after it was stored, and never before. */
export function createBolt(options: BoltOptions): Bolt {
  const { connection, workspaces, publicUrl, log } = options;
  const logger = slackLogger(log);
  const { receiver, router } = receiverOf(options);
  const app = new App({
    receiver,
    logger,
    clientOptions: clientOptions(connection),
    authorize: async ({ teamId: from = "" }) => {
      const workspace = await workspaces.byTeam(from);
      if (!workspace) return { teamId: from };
      const { botId, botUserId, teamId } = await workspace.identity();
      return { botToken: workspace.api.token, ...(botId ? { botId } : {}), botUserId, teamId };
    },
  });
  app.error(async (error) => {
    log.error("slack: an event could not be taken", { error });
    throw error;
  });
  guardAgainstStrangers(app, workspaces, publicUrl);
  return {
    app,
    router,
    start: async () => void (router ? undefined : await app.start()),
    stop: async () => void (router ? undefined : await app.stop()),
  };
}

function receiverOf({ signingSecret, appToken, connection, workspaces, connected, log }: BoltOptions): {
  receiver: Receiver;
  router: Router | undefined;
} {
  if (appToken) {
    const hearing = (problem: string | undefined) => {
      workspaces.hearing(problem);
      if (problem === undefined) connected?.();
    };
    return { receiver: createSocketReceiver({ appToken, connection, hearing, log }), router: undefined };
  }
  if (!signingSecret)
    throw new Error("SLACK_SIGNING_SECRET is missing. Copy it from your Slack app → Basic Information.");
  const receiver = new ExpressReceiver({
    signingSecret,
    endpoints: "/slack/events",
    processBeforeResponse: true,
    logger: slackLogger(log),
  });
  return { receiver, router: receiver.router };
}
