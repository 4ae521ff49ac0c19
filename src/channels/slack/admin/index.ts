import type { App, Context } from "@slack/bolt";
import type { Directory } from "../../../conversation/directory.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import type { Callable } from "../../../settings/callable.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import { createSiteDesk } from "../../../settings/site-desk.ts";
import type { Sites } from "../../../settings/sites.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createCommand } from "./command.ts";
import { createAway, createBack } from "./commands/away.ts";
import { createChannel } from "./commands/channel.ts";
import { createDoctor, createTest } from "./commands/checks.ts";
import { createNotify } from "./commands/notify.ts";
import { createSite } from "./commands/site.ts";
import { createStatus } from "./commands/status.ts";
import { createTriggers } from "./commands/triggers.ts";
import { createTurnOff, createTurnOn } from "./commands/turn.ts";
import { createHome } from "./home/home.ts";
import { listenToAdmin } from "./listen-to-admin.ts";
import { createSettingsModal } from "./modal/settings-modal.ts";
import type { AdminTools } from "./ports.ts";

export interface AdminOptions {
  conversations: Directory;
  threads: Threads;
  settings: SettingsDesk;
  sites: Sites;
  tools: AdminTools;
  /** Whom a step of the no-answer ladder can call, by name. */
  callable: () => Promise<Callable[]>;
  publicUrl: string;
  log: Log;
  now: () => number;
}

/** What admins do in Slack: `/handoff` with and without words, and the app's Home tab. */
export function createAdmin({
  conversations,
  threads,
  settings,
  sites,
  tools,
  callable,
  publicUrl,
  log,
  now,
}: AdminOptions) {
  const { integrations } = tools;
  const home = createHome({ conversations, threads, settings, integrations, publicUrl, log });
  const modal = createSettingsModal({ settings, callable, publicUrl, log, ...tools });
  const command = createCommand({
    settings,
    subcommands: [
      createStatus({ settings, conversations, integrations, publicUrl }),
      createTurnOn(settings, tools),
      createTurnOff(settings),
      createAway({ settings, now }),
      createBack(settings),
      createChannel(settings),
      createNotify({ settings, ...tools }),
      createTriggers(settings, tools),
      createSite(createSiteDesk({ sites, settings }), publicUrl),
      createDoctor(tools),
      createTest(tools),
    ],
  });

  return {
    listen: (bolt: App, where: (context: Context) => Promise<Workspace>) =>
      listenToAdmin(bolt, where, { command, modal, home, log }),
    /** Something happened to a conversation. */
    changed: home.changed,
    stop: home.stop,
  };
}
