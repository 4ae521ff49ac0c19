import type { SlackHealth } from "../workspace/health.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import type { InstallationDesk } from "./installations.ts";

/** A workspace that installed the app, for the settings page. */
export interface ListedWorkspace {
  team: string;
  name: string;
  isApproved: boolean;
  /** Who installed the app, in words. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  /** How it is doing; undefined until it is approved. */
  health: SlackHealth | undefined;
}

export type WorkspaceList = ReturnType<typeof createWorkspaceList>;

/** What an admin does with the workspaces that installed the app. */
export function createWorkspaceList({
  desk,
  workspaces,
}: {
  desk: InstallationDesk;
  workspaces: Workspaces;
}) {
  return {
    /** The oldest first. */
    async list(): Promise<ListedWorkspace[]> {
      return Promise.all(
        (await desk.list()).map(async ({ access: _, ...installed }) => ({
          ...installed,
          health: installed.isApproved ? await healthOf(installed.team) : undefined,
        })),
      );
    },

    /** Visitors' conversations may be sent there from now on. Returns false when there is no such workspace. */
    async approve(team: string): Promise<boolean> {
      const isThere = await desk.approve(team);
      await workspaces.refresh();
      return isThere;
    },

    /** Nothing is sent there any more, and the token is forgotten. */
    async remove(team: string): Promise<void> {
      await desk.remove(team);
      await workspaces.refresh();
    },
  };

  async function healthOf(team: string): Promise<SlackHealth> {
    const workspace = await workspaces.byTeam(team);
    return (
      workspace?.health.now() ?? {
        state: "broken",
        detail: "The stored token cannot be read. Install the app there again at /slack/install.",
      }
    );
  }
}
