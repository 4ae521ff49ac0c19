import type { Threads } from "../../../conversation/threads.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import { createGuests } from "../replies/guests.ts";
import { decodeThread } from "../replies/thread.ts";
import type { Asking } from "./asking.ts";

/** Says why somebody may not act for the team, on a conversation where one is named; nothing when they may. */
export type WhyNot = (
  asking: Pick<Asking, "userId" | "userTeam" | "workspace" | "teamId">,
  conversationId?: string,
) => Promise<string | undefined>;

export interface WhyNotOptions {
  settings: SettingsDesk;
  threads: Pick<Threads, "find">;
}

/** Whoever may not answer visitors may not act for the team either, and nobody on another workspace's conversations. */
export function createWhyNot({ settings, threads }: WhyNotOptions): WhyNot {
  const guests = createGuests({ settings });

  return async ({ userId, userTeam, workspace, teamId }, conversationId) => {
    if (!(await guests.mayAct({ user: userId, user_team: userTeam }, workspace))) return stranger;
    if (conversationId === undefined) return undefined;
    const thread = await threads.find("slack", conversationId);
    return thread && decodeThread(thread).team === teamId ? undefined : elsewhere;
  };
}

const stranger =
  "Guests and people of other companies do not act for the team here. Ask somebody of the team, or an admin to allow it with /handoff.";
const elsewhere = "This conversation is not in this Slack workspace. Open it in the inbox.";
