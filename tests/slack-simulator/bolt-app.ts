import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { App, ExpressReceiver, LogLevel } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import express from "express";
import type { SlackSimulator } from "./index.ts";

/** A real Bolt app on its own port, taking its requests from a simulator over HTTP. */
export async function startBoltApp(simulator: SlackSimulator, prepare: (app: App) => void) {
  const receiver = new ExpressReceiver({
    signingSecret: simulator.signingSecret,
    endpoints: "/slack/events",
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    token: simulator.botToken,
    clientOptions: { slackApiUrl: simulator.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  app.error(async (error) => {
    throw error;
  });
  prepare(app);
  const outer = express().use(receiver.router);
  const server = await new Promise<Server>((resolve) => {
    const listening = outer.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const eventsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  simulator.deliverTo(eventsUrl);
  return {
    app,
    eventsUrl,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A real WebClient that fails at once instead of retrying for half an hour. */
export function webClient(
  simulator: SlackSimulator,
  { token = simulator.botToken, ...options }: WebClientOptions & { token?: string } = {},
): WebClient {
  return new WebClient(token, {
    slackApiUrl: simulator.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    ...options,
  });
}
