import type { App } from "@slack/bolt";
import type { Log } from "../../../log.ts";
import { SlackRefused } from "./calls.ts";
import type { Workspace } from "./workspace.ts";
import type { Workspaces } from "./workspaces.ts";

export interface ChangesOptions {
  workspaces: Workspaces;
  /** Forgets a workspace that installed the app; returns false for that of SLACK_BOT_TOKEN. */
  forget: (team: string) => Promise<void>;
  /** The way into a channel may have come or gone. */
  changed: () => void;
  log: Log;
}

/** What happens to channels and to the app itself in Slack. Nothing is believed: each time it is looked at what holds now. */
export function listenToChanges(bolt: App, { workspaces, forget, changed, log }: ChangesOptions): void {
  for (const type of channelEvents)
    bolt.event(type, async ({ event, context }) => {
      const workspace = await workspaces.byTeam(context.teamId ?? "");
      if (workspace) lookAgain(workspace, event.channel);
    });

  bolt.event("member_joined_channel", async ({ event, context }) => {
    const workspace = await workspaces.byTeam(context.teamId ?? "");
    if (workspace && event.user === context.botUserId) lookAgain(workspace, event.channel);
  });

  for (const type of ["app_uninstalled", "tokens_revoked"] as const)
    bolt.event(type, async ({ context }) => {
      const workspace = await workspaces.byTeam(context.teamId ?? "");
      if (workspace) await checkToken(workspace, context.teamId ?? "");
      else if (context.teamId) await forget(context.teamId);
    });

  /** Slack waits for our answer, and looking takes several calls. */
  function lookAgain(workspace: Workspace, channel: string): void {
    void workspace.doors
      .look(channel)
      .then(changed)
      .catch((error: unknown) => log.warn("slack: a channel could not be looked at", { channel, error }));
  }

  /** The news may be old: the app may have been installed again meanwhile. */
  async function checkToken({ calls, api, doors }: Workspace, team: string): Promise<void> {
    try {
      await calls.make(api.whoAmI);
    } catch (error) {
      if (!(error instanceof SlackRefused)) throw error;
      doors.lost(error);
      await forget(team);
    }
  }
}

const channelEvents = [
  "channel_archive",
  "channel_deleted",
  "channel_left",
  "channel_unarchive",
  "group_archive",
  "group_deleted",
  "group_left",
  "group_unarchive",
] as const;
