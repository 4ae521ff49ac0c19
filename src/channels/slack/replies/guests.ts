import type { SettingsDesk } from "../../../settings/index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createOncePer } from "./once-per.ts";
import type { ReplyEvent } from "./reply-event.ts";

/** Guests and people of other companies do not speak for the company, unless an admin said so. */
export function createGuests({ settings }: { settings: SettingsDesk }) {
  const oncePer = createOncePer();

  return {
    async mayAct(
      who: { user: string; user_team?: string | undefined },
      workspace: Workspace,
    ): Promise<boolean> {
      const [{ guestsMayReply }, isGuest] = await Promise.all([
        settings.current(),
        isGuestIn(who, workspace),
      ]);
      return guestsMayReply || !isGuest;
    },

    /** Once an hour in each thread: they may be talking to each other. */
    tell({ channel, user, thread_ts: thread }: ReplyEvent, workspace: Workspace): void {
      if (!oncePer(`${channel}/${thread}/${user}`, 3_600_000)) return;
      workspace.whisper({ channel, user, thread, text: notSent });
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

const notSent =
  "The visitor did not get your message: guests and people of other companies do not answer visitors here. Ask somebody of the team to send it, or an admin to allow it with /handoff.";

async function isGuestIn(
  { user, user_team: team }: { user: string; user_team?: string | undefined },
  { directory, identity }: Workspace,
): Promise<boolean> {
  const [person, { teamId }] = await Promise.all([directory.person(user), identity()]);
  if (!person) return team !== undefined && team !== teamId;
  return person.isGuest || (person.teamIds.length > 0 && !person.teamIds.includes(teamId));
}
