import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type CodedError, type Installation, InstallProvider } from "@slack/oauth";
import express, { type Router } from "express";
import type { Log } from "../../../log.ts";
import { slackLogger } from "../logger.ts";
import { clientOptions, type SlackConnection } from "../workspace/web-api.ts";
import type { InstallationDesk } from "./installations.ts";
import { approvedPage, failurePage, InstallRefused, waitingPage } from "./outcome.ts";
import { type InstallPage, installPage } from "./page.ts";

export interface InstallOptions {
  clientId: string;
  clientSecret: string;
  /** Of the app: what is signed here is signed with a key made of it. */
  secret: string;
  connection: Omit<SlackConnection, "botToken">;
  publicUrl: string;
  /** Bot scopes asked for. */
  scopes: string[];
  desk: InstallationDesk;
  /** Whether somebody signed in as an admin of ours sent this request. */
  isAdmin: (request: IncomingMessage) => Promise<boolean>;
  /** Who somebody is in the workspace that was just connected, in words. */
  nameOf: (token: string, userId: string) => Promise<string>;
  /** The list of workspaces has changed. */
  changed: () => Promise<void>;
  log: Log;
  now: () => number;
}

/** `/slack/install` and `/slack/oauth_redirect`: anybody may install; only an admin's workspace is approved at once. */
export function createInstall(options: InstallOptions): Router {
  const { clientId, clientSecret, connection, publicUrl, scopes, desk, log } = options;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret: createHmac("sha256", options.secret).update("slack install state").digest("hex"),
    authorizationUrl: authorizationUrl(connection.apiUrl),
    clientOptions: clientOptions(connection),
    directInstall: true,
    logger: slackLogger(log),
    installationStore: notAsked,
  });
  const router = express.Router();

  router.get("/slack/install", (request, response) =>
    provider.handleInstallPath(request, response, undefined, {
      scopes,
      redirectUri: `${publicUrl}/slack/oauth_redirect`,
    }),
  );

  router.get("/slack/oauth_redirect", (request, response) =>
    provider.handleCallback(request, response, {
      async afterInstallation(installation, _options, from) {
        show(response, 200, await take(installation, from));
        return false;
      },
      failure: (error: CodedError) => show(response, 400, failurePage(error)),
    }),
  );

  return router;

  async function take(installation: Installation, request: IncomingMessage): Promise<InstallPage> {
    const { team, bot, user, isEnterpriseInstall } = installation;
    if (isEnterpriseInstall || !team)
      throw new InstallRefused(
        "The app is installed in one workspace at a time. Choose a workspace in Slack, not the organisation.",
      );
    if (!bot) throw new InstallRefused("Slack gave the app no bot. Create the app from manifest.yml.");

    const isApproved = await options.isAdmin(request);
    const name = team.name ?? team.id;
    await desk.save({
      ...{ team: team.id, name, isApproved, at: options.now() },
      by: await options.nameOf(bot.token, user.id),
      access: { token: bot.token, installer: user.id },
    });
    log.info("slack: a workspace installed the app", { team: team.id, name, isApproved });
    await options.changed();
    const stored = (await desk.list()).find((one) => one.team === team.id);
    return stored?.isApproved ? approvedPage(name) : waitingPage(name);
  }
}

function show(response: ServerResponse, status: number, page: InstallPage): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(installPage(page));
}

/** Beside the API's address, as with Slack itself. */
const authorizationUrl = (apiUrl = "https://slack.com/api/") =>
  new URL("../oauth/v2/authorize", apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`).href;

/** What was installed is kept by us, and nobody authorizes through the provider. */
const notAsked = {
  storeInstallation: async () => {},
  fetchInstallation: async () => {
    throw new Error("Installations are kept elsewhere.");
  },
};
