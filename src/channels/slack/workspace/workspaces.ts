import type { Conversation } from "../../../conversation/conversation.ts";
import { Refused } from "../../../conversation/listener.ts";
import type { SlackHealth } from "./health.ts";
import { createHomes, type Home, type HomesOptions } from "./homes.ts";
import type { InstalledWorkspaces } from "./installed-workspaces.ts";
import { summedHealth } from "./summed-health.ts";
import type { Workspace } from "./workspace.ts";

export type { Home } from "./homes.ts";

export interface WorkspacesOptions extends Omit<HomesOptions, "usual" | "byTeam"> {
  /** The workspace of SLACK_BOT_TOKEN. */
  first: Workspace | undefined;
  /** Those that installed the app. */
  installed: InstalledWorkspaces;
}

export type Workspaces = ReturnType<typeof createWorkspaces>;

/** The workspaces the app is in, and which conversation belongs where. */
export function createWorkspaces({ first, installed, ...options }: WorkspacesOptions) {
  let deaf: string | undefined;
  let firstTeam: string | undefined;
  const homes = createHomes({ ...options, usual, byTeam });

  return {
    all: (): Workspace[] => [...(first && !isReplaced(first) ? [first] : []), ...installed.all()],

    /** Undefined for a workspace the app is not in, or not approved for. */
    byTeam,

    /** Throws `Refused` while the app is in no workspace. */
    homeOf: (conversation: Conversation): Promise<Home> => homes.of(conversation),

    /** Whether conversations like this one go to a place. */
    isAt: homes.isAt,

    /** The channels that conversations go to in a workspace now, by id or #name. */
    channelsIn: homes.channelsIn,

    /** Everything that decides where conversations belong, to see when it has changed. */
    async layout(): Promise<string> {
      const all = [...(first ? [first] : []), ...installed.all()];
      const doors = all.map(({ calls, doors }) => `${calls.isTokenRefused()} ${doors.layout()}`);
      return [await homes.layout(), ...doors].join("\n");
    },

    /** Whether what people write in Slack reaches us, where we can tell; `problem` says why not. */
    hearing(problem: string | undefined): void {
      deaf = problem;
    },

    health(): SlackHealth {
      const env =
        first && !isReplaced(first) ? [{ name: "SLACK_BOT_TOKEN", health: first.health.now() }] : [];
      const now = summedHealth([...env, ...installed.health()], {
        state: "starting",
        detail: `No workspace has installed the app yet. Open ${options.publicUrl}/slack/install.`,
      });
      return now.state === "on" && deaf ? { state: "broken", detail: deaf } : now;
    },

    /** Resolves after the first try to connect, whether or not it succeeded. */
    async open(): Promise<void> {
      await installed.refresh();
      await first?.open();
      await refreshDoors();
    },

    /** Brings everything in line with what was installed and set meanwhile. */
    async refresh(): Promise<void> {
      await installed.refresh();
      await refreshDoors();
    },

    stop(): void {
      first?.stop();
      installed.stop();
    },
  };

  async function byTeam(team: string): Promise<Workspace | undefined> {
    const other = await installed.byTeam(team);
    if (!first || isReplaced(first)) return other;
    const known = await first.team().catch((error: unknown) => {
      if (other || error instanceof Refused) return undefined;
      throw error;
    });
    firstTeam = known ?? firstTeam;
    return known === team ? first : other;
  }

  /** Where the bot token fails, no other workspace takes over: it may be another company's. */
  async function usual(): Promise<Workspace | undefined> {
    if (!first) return installed.all()[0];
    return isReplaced(first) ? byTeam(firstTeam ?? "") : first;
  }

  /** Its token is refused, and the same workspace has installed the app with a new one. */
  function isReplaced({ calls }: Workspace): boolean {
    return calls.isTokenRefused() && firstTeam !== undefined && installed.has(firstTeam);
  }

  /** What a workspace with a refused token says of itself is kept. */
  async function refreshDoors(): Promise<void> {
    for (const workspace of [...(first ? [first] : []), ...installed.all()])
      if (!workspace.calls.isTokenRefused()) workspace.doors.keep(await homes.channelsIn(workspace));
  }
}
