import type { Directory } from "../../../../conversation/directory.ts";
import type { Threads } from "../../../../conversation/threads.ts";
import type { Log } from "../../../../log.ts";
import { createMemory } from "../../../../memory.ts";
import type { SettingsDesk } from "../../../../settings/index.ts";
import { createGuests } from "../../replies/guests.ts";
import { decodeThread } from "../../replies/thread.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { AdminTools } from "../ports.ts";
import { mayChange } from "../who-may.ts";
import { notForYou } from "./not-for-you.ts";
import { homeView, type OpenConversation } from "./view.ts";

export interface HomeOptions {
  conversations: Directory;
  threads: Threads;
  settings: SettingsDesk;
  integrations: AdminTools["integrations"];
  publicUrl: string;
  log: Log;
  /** Between two refreshes while something happens. */
  refreshMs?: number;
}

export type Home = ReturnType<typeof createHome>;

/** Slack takes 100 blocks; nobody reads more than these. */
const maxShown = 30;

/** The app's Home tab of each person: brought up to date when they open it, and while they may be looking. */
export function createHome(options: HomeOptions) {
  const { conversations, threads, settings, integrations, publicUrl, log, refreshMs = 10_000 } = options;
  /** Who opened it lately: Slack does not say when somebody looks away. */
  const lookers = createMemory<Workspace>({ max: 20, ttl: 10 * 60_000 });
  const guests = createGuests({ settings });
  let timer: NodeJS.Timeout | undefined;
  // Whoever saved them from here looks at them next.
  const stopFollowing = settings.subscribe(showAll);

  return {
    /** Resolves when it is shown, or could not be. */
    opened(userId: string, workspace: Workspace): Promise<void> {
      lookers.set(userId, workspace);
      return show(userId, workspace);
    },

    /** Something happened to a conversation. */
    changed(): void {
      if (timer || lookers.size === 0) return;
      timer = setTimeout(() => {
        timer = undefined;
        showAll();
      }, refreshMs).unref();
    },

    stop(): void {
      clearTimeout(timer);
      stopFollowing();
    },
  };

  function showAll(): void {
    for (const [userId, workspace] of lookers.entries()) void show(userId, workspace);
  }

  async function show(userId: string, workspace: Workspace): Promise<void> {
    try {
      if (!(await guests.mayAct({ user: userId }, workspace))) {
        await workspace.api.publishHome(userId, notForYou);
        return;
      }
      const current = await settings.current();
      const team = await workspace.team();
      const isAdmin = await mayChange(userId, workspace, current);
      const { summaries, cursor } = await conversations.list({ status: "open", handedOff: true, limit: 100 });
      const withThreads = await Promise.all(
        summaries.map(async (summary) => ({
          ...summary,
          thread: await threads.find("slack", summary.conversation.id),
        })),
      );
      // What is said to another workspace may be another company's.
      const here = withThreads.filter(({ thread }) => !thread || decodeThread(thread).team === team);
      const view = homeView({
        open: here.sort(byNeed).slice(0, maxShown),
        isMore: here.length > maxShown || cursor !== undefined,
        reader: (await workspace.directory.agent(team, userId)).id,
        publicUrl,
        admin: isAdmin
          ? {
              settings: current,
              availability: await settings.availability(),
              integrations: integrations(),
              channelId: await channelOf(workspace),
            }
          : undefined,
      });
      await workspace.api.publishHome(userId, view);
    } catch (error) {
      log.warn("slack: the Home tab could not be shown", { userId, error });
    }
  }
}

const channelOf = async (workspace: Workspace): Promise<string | undefined> =>
  (await workspace.place().catch(() => undefined))?.channel.id;

/** Who waits, whom people help, and last who is with the assistant again; each in the order they are listed. */
const byNeed = (one: OpenConversation, other: OpenConversation) => need(one) - need(other);

const need = ({ conversation: { status } }: OpenConversation): number =>
  status === "waiting" ? 0 : status === "agent" ? 1 : 2;
