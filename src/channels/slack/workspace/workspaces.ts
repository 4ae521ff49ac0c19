import type { Conversation } from "../../../conversation/conversation.ts";
import { Refused } from "../../../conversation/ports.ts";
import type { SlackHealth } from "./health.ts";
import type { Workspace } from "./workspace.ts";

/** Where a conversation belongs in Slack: a workspace, and a channel in it by id or #name; the usual one if undefined. */
export interface Home {
  workspace: Workspace;
  channel: string | undefined;
}

export interface WorkspacesOptions {
  /** The workspace of SLACK_BOT_TOKEN. */
  first: Workspace | undefined;
}

export type Workspaces = ReturnType<typeof createWorkspaces>;

/** The workspaces the app is in, and which conversation belongs where. */
export function createWorkspaces({ first }: WorkspacesOptions) {
  return {
    all: (): Workspace[] => (first ? [first] : []),

    /** Undefined for a workspace the app is not in, or not approved for. */
    async byTeam(teamId: string): Promise<Workspace | undefined> {
      if (first && (await first.calls.make(first.identity)).teamId === teamId) return first;
      return undefined;
    },

    /** Throws `Refused` while the app is in no workspace. */
    async homeOf(_conversation: Conversation): Promise<Home> {
      if (!first) throw new Refused("No Slack workspace is connected. Install the app at /slack/install.");
      return { workspace: first, channel: undefined };
    },

    health(): SlackHealth {
      return first?.health.now() ?? { state: "starting", detail: "No workspace has installed the app yet." };
    },

    async open(): Promise<void> {
      await first?.open();
    },

    stop(): void {
      first?.stop();
    },
  };
}
