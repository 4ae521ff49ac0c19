import type { Identities } from "../../../conversation/identities.ts";
import type { Installations } from "../../../conversation/installations.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Log } from "../../../log.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Sites } from "../../../settings/sites.ts";
import { createInstallationDesk } from "../install/installations.ts";
import { createSeal } from "../install/seal.ts";
import { slackLogger } from "../logger.ts";
import { createInstalledWorkspaces } from "./installed-workspaces.ts";
import { createRecovery } from "./recovery.ts";
import { createWebApi, type SlackConnection } from "./web-api.ts";
import { createWorkspace, type WorkspaceOptions } from "./workspace.ts";
import { createWorkspaces } from "./workspaces.ts";

export interface ConnectOptions {
  /** Of the workspace that needs no installing. */
  botToken?: string | undefined;
  /** By id or #name; what the settings say comes first. */
  channel?: string | undefined;
  connection: Omit<SlackConnection, "botToken">;
  /** Of the app; tokens are sealed under a key made of it. */
  secret: string;
  installations: Installations;
  identities?: Identities | undefined;
  settings: SettingsDesk;
  sites: Sites;
  store: ConversationStore;
  publicUrl: string;
  log: Log;
  now: () => number;
  intervalMs: number;
  recovered: () => void;
}

/** The workspace of the configuration and those that installed the app, ready to be opened. */
export function connectWorkspaces(options: ConnectOptions) {
  const { botToken, connection, settings, sites, store, publicUrl, log, now, intervalMs } = options;
  const { recovered, ...recovery } = createRecovery(options.recovered);
  const desk = createInstallationDesk({ store: options.installations, seal: createSeal(options.secret) });
  const apiOf = (token: string) => createWebApi({ ...connection, botToken: token }, slackLogger(log));
  const common: Omit<WorkspaceOptions, "api"> = {
    usualChannel: async () => (await settings.current()).slackChannel || options.channel || "",
    ...{ identities: options.identities, log, now, intervalMs, recovered },
  };
  const admins = async () => (await settings.current()).slackAdmins;

  const first = botToken ? createWorkspace({ ...common, admins, api: apiOf(botToken) }) : undefined;
  const installed = createInstalledWorkspaces({
    ...{ desk, now },
    connect({ team, access: { token, installer } }) {
      const told = async () => [...new Set([...(await admins()), installer])];
      return createWorkspace({ ...common, team, admins: told, api: apiOf(token) });
    },
  });
  const workspaces = createWorkspaces({ first, installed, settings, sites, store, publicUrl });

  return {
    desk,
    workspaces,

    stop(): void {
      workspaces.stop();
      recovery.stop();
    },

    /** Who somebody is, for the list of workspaces. */
    async nameOf(token: string, userId: string): Promise<string> {
      const user = await apiOf(token)
        .user(userId)
        .catch(() => undefined);
      return `${user?.profile?.real_name || user?.name || userId} in Slack`;
    },

    /** The app was removed from a workspace; if it was installed there again meanwhile, nothing is forgotten. */
    async forget(team: string): Promise<void> {
      const access = (await desk.list()).find((one) => one.team === team)?.access;
      const isBack = access !== undefined && (await isAccepted(access.token));
      if (isBack) return;
      await desk.remove(team);
      await workspaces.refresh();
    },
  };

  async function isAccepted(token: string): Promise<boolean> {
    const { calls, api } = createWorkspace({ ...common, api: apiOf(token) });
    await calls.make(api.whoAmI).catch((error: unknown) => {
      if (!calls.isTokenRefused()) throw error;
    });
    return !calls.isTokenRefused();
  }
}
