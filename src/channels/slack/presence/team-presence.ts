import { Refused } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { SeesTeam, TeamPresence } from "../../../settings/team-presence.ts";
import { createGuests } from "../replies/guests.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createRoll, type Roll } from "./roll.ts";

export interface TeamPresenceOptions {
  workspaces: Pick<Workspaces, "all" | "channelsIn">;
  settings: SettingsDesk;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Whether somebody is active in the channels that conversations go to. Slack knows no event for it, so people are asked
 * for one by one. Where Slack does not answer, or does not let us, nothing is known.
 */
export function createTeamPresence({ workspaces, settings, log, now }: TeamPresenceOptions): SeesTeam {
  const guests = createGuests({ settings });
  const rolls = new WeakMap<Workspace, Roll>();

  return async () => {
    const seen = await Promise.all(workspaces.all().map(lookInto));
    if (seen.includes("here")) return "here";
    return seen.length > 0 && seen.every((one) => one === "nobody") ? "nobody" : "unknown";
  };

  async function lookInto(workspace: Workspace): Promise<TeamPresence> {
    try {
      const channels = await workspaces.channelsIn(workspace);
      if (channels.length === 0) return "nobody";
      const places = await Promise.all(channels.map((channel) => workspace.doors.to(channel).place()));
      return await rollOf(workspace).call(places.map(({ channel }) => channel.id));
    } catch (error) {
      const level = error instanceof Refused ? "warn" : "debug";
      log[level]("slack: it is not known whether somebody of the team is there", { error });
      return "unknown";
    }
  }

  function rollOf(workspace: Workspace): Roll {
    const known = rolls.get(workspace);
    if (known) return known;
    const { api, calls, identity, directory } = workspace;
    const roll = createRoll({
      ...{ api, calls, now },
      async speaksForTeam(user) {
        if (user === (await identity()).botUserId) return false;
        const person = await directory.person(user);
        return person && !person.isBot && (await guests.mayAct({ user }, workspace));
      },
    });
    rolls.set(workspace, roll);
    return roll;
  }
}
