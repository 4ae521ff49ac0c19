import type { Identities } from "../../../conversation/identities.ts";
import type { Log } from "../../../log.ts";
import type { Person } from "./directory.ts";
import { agentIdIn } from "./people.ts";

export interface RecognisingOptions {
  team: () => Promise<string>;
  identities: Pick<Identities, "recognise">;
  log: Log;
}

/** A person, and the address that Slack has of them; undefined where it does not say. */
export interface Seen extends Person {
  handle: string;
  address: { email: string; isConfirmed: boolean } | undefined;
}

export type Recognise = ReturnType<typeof createRecognising>;

/**
 * Whether somebody in Slack is a member of the team, by an address that Slack has confirmed. Bots, guests and people of
 * other companies never are: their address says nothing about who they are here.
 */
export function createRecognising({ team, identities, log }: RecognisingOptions) {
  return async (userId: string, seen: Seen): Promise<void> => {
    try {
      const teamId = await team();
      const known = { id: agentIdIn(teamId, userId), name: seen.handle };
      if (!isColleague(seen, teamId)) await identities.recognise(known, undefined);
      // Whoever was recognised before stays so while Slack does not say.
      else if (seen.address)
        await identities.recognise(known, seen.address.isConfirmed ? seen.address.email : undefined);
    } catch (error) {
      log.warn("slack: it is not known whether somebody is a member of the team", { userId, error });
    }
  };
}

/** Of the company, and a person. */
export const isColleague = ({ isBot, isGuest, teamIds }: Person, teamId: string) =>
  !isBot && !isGuest && (teamIds.length === 0 || teamIds.includes(teamId));
