import type { ListedWorkspace } from "../../../../src/channels/inbox/settings/protocol.ts";
import type { SlackWorkspaces } from "../../../../src/channels/inbox/settings/slack-workspaces.ts";

/** Workspaces as the Slack channel keeps them: an approved one is doing well, or as badly as it is told. */
export function workspacesOf(...installed: Partial<ListedWorkspace>[]) {
  const workspaces = new Map<string, ListedWorkspace>();
  const install = (workspace: Partial<ListedWorkspace>) => {
    const team = workspace.team ?? `T${workspaces.size + 1}`;
    const at = Date.parse("2026-03-01T09:30:00Z");
    workspaces.set(team, {
      team,
      name: "Acme",
      isApproved: false,
      by: "Ida",
      at,
      health: undefined,
      ...workspace,
    });
  };
  installed.forEach(install);

  const connected = { state: "on", detail: "Posting to #support." } as const;
  const desk: SlackWorkspaces = {
    canInstall: true,
    list: async () => [...workspaces.values()],
    async approve(team) {
      const workspace = workspaces.get(team);
      if (workspace) workspaces.set(team, { ...workspace, isApproved: true, health: connected });
      return workspace !== undefined;
    },
    async remove(team) {
      workspaces.delete(team);
    },
  };
  return { desk, install };
}
