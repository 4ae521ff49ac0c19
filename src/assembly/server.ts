import { type RequestHandler, Router } from "express";
import type { Config } from "../config.ts";
import { type Health, healthRouter } from "../http/health.ts";
import { metricsRouter, type Refusals } from "../http/metrics.ts";
import { createHttpServer, type HttpServer } from "../http/server.ts";
import type { SocketEndpoint } from "../http/upgrade.ts";
import type { Log } from "../log.ts";
import { startPageRouter } from "../start-page/index.ts";
import type { Storage } from "../storage/index.ts";
import type { Team } from "../team/index.ts";

export interface ServerParts {
  config: Config;
  storage: Pick<Storage, "ping" | "lanes">;
  team: Pick<Team, "handler" | "setupLink">;
  integrations: () => Record<string, Health>;
  refusals: Refusals;
  /** Slack's own, before any body is read. */
  slackRouter: Router | undefined;
  /** Those of the other channels. */
  routers: (Router | RequestHandler)[];
  sockets: SocketEndpoint[];
  log: Log;
}

/** All that can be asked for over HTTP. */
export function createServerPart(parts: ServerParts): HttpServer {
  const { config, storage, team, integrations, refusals, slackRouter, routers, sockets, log } = parts;
  const { publicUrl, trustProxy } = config;
  return createHttpServer({
    rawRouters: slackRouter ? [slackRouter] : [],
    routers: [
      healthRouter({ ping: storage.ping, integrations }),
      metricsRouter({ lanes: storage.lanes, integrations, refusals }),
      Router().use("/api/auth", team.handler),
      ...routers,
      startPageRouter({
        publicUrl,
        integrations,
        hasAdmin: async () => (await team.setupLink()) === undefined,
        createSlackAppLink: async () => {
          const { createAppLink } = await import("../channels/slack/manifest.ts");
          return createAppLink(publicUrl);
        },
      }),
    ],
    sockets,
    trustProxy,
    https: publicUrl.startsWith("https:"),
    imageOrigins: config.slack?.apiUrl ? [new URL(config.slack.apiUrl).origin] : [],
    log,
  });
}
