import type { Identities } from "../../../conversation/identities.ts";
import { NotBefore } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import { createMemory } from "../../../memory.ts";
import { SlackRefused } from "./calls.ts";
import { placeOf } from "./people.ts";
import { codeOf } from "./trouble.ts";
import type { Workspace } from "./workspace.ts";
import type { Workspaces } from "./workspaces.ts";

export interface FindingMembersOptions {
  workspaces: Pick<Workspaces, "all">;
  identities: Pick<Identities, "strangersTo">;
  log: Log;
}

/** Slack allows 50 such questions a minute. */
const maxAsked = 40;
const askedAgainMs = 3_600_000;

/**
 * Looks for the members of the team who have not been seen in Slack: whoever was known there first, and then comes into the
 * team, finds what they did before. Nobody is asked for twice within an hour.
 */
export function createFindingMembers({ workspaces, identities, log }: FindingMembersOptions) {
  const asked = createMemory<true>({ max: 5_000, ttl: askedAgainMs });

  return async (): Promise<void> => {
    for (const workspace of workspaces.all().filter(({ health }) => health.now().state === "on"))
      await lookInto(workspace).catch((error: unknown) => {
        // The doctor says what is missing; whoever is not found now is asked for again.
        const level = error instanceof SlackRefused || error instanceof NotBefore ? "debug" : "warn";
        log[level]("slack: the members of the team were not looked for", { error });
      });
  };

  async function lookInto({ team, api, calls, directory }: Workspace): Promise<void> {
    const teamId = await team();
    if (asked.has(teamId)) return;
    const strangers = await identities.strangersTo(placeOf(teamId));
    const due = strangers.filter(({ email }) => !asked.has(`${teamId}/${email}`)).slice(0, maxAsked);
    for (const { email } of due) {
      const user = await calls
        .make(() => api.userByEmail(email))
        .catch((error: unknown) => {
          if (codeOf(error) === "users_not_found") return undefined;
          // Only a person can change that: it is the same for everybody.
          if (error instanceof SlackRefused) asked.set(teamId, true);
          throw error;
        });
      asked.set(`${teamId}/${email}`, true);
      if (user) await directory.meet(user);
    }
  }
}
