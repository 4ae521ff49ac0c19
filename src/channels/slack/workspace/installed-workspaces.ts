import type { InstallationDesk, Installed } from "../install/installations.ts";
import type { Part } from "./summed-health.ts";
import type { Workspace } from "./workspace.ts";

export interface InstalledWorkspacesOptions {
  desk: InstallationDesk;
  connect: (installed: Installed & { access: NonNullable<Installed["access"]> }) => Workspace;
  now: () => number;
}

export type InstalledWorkspaces = ReturnType<typeof createInstalledWorkspaces>;

/** Another node may have taken an installation in: whoever is unknown is looked up again, this often at most. */
const lookAgainMs = 1_000;

/** The approved workspaces that installed the app, as the database has them. */
export function createInstalledWorkspaces({ desk, connect, now }: InstalledWorkspacesOptions) {
  const connected = new Map<string, { token: string; workspace: Workspace }>();
  let approved: Installed[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  return {
    /** Reads the list again; what is new is connected, and what is gone is let go. */
    refresh,

    /** The oldest first. */
    all: (): Workspace[] => [...workspacesInOrder()],

    async byTeam(team: string): Promise<Workspace | undefined> {
      if (!connected.has(team) && now() - readAt >= lookAgainMs) await refresh();
      return connected.get(team)?.workspace;
    },

    has: (team: string): boolean => connected.has(team),

    health: (): Part[] =>
      approved.map(({ team, name, access }) => {
        const workspace = connected.get(team)?.workspace;
        if (access && workspace) return { name, health: workspace.health.now() };
        return { name, health: { state: "broken", detail: unreadable(name) } };
      }),

    stop(): void {
      for (const { workspace } of connected.values()) workspace.stop();
    },
  };

  function* workspacesInOrder(): Generator<Workspace> {
    for (const { team } of approved) {
      const known = connected.get(team);
      if (known) yield known.workspace;
    }
  }

  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function read(): Promise<void> {
    approved = (await desk.list()).filter(({ isApproved }) => isApproved);
    readAt = now();
    for (const [team, { token, workspace }] of connected) {
      if (approved.some((one) => one.team === team && one.access?.token === token)) continue;
      workspace.stop();
      connected.delete(team);
    }
    for (const installed of approved) {
      const { team, access } = installed;
      if (!access || connected.has(team)) continue;
      connected.set(team, { token: access.token, workspace: connect({ ...installed, access }) });
    }
  }
}

const unreadable = (name: string) =>
  `The token of ${name} cannot be read: APP_SECRET is not the one it was stored with. Set that one again, or install the app there anew at /slack/install.`;
