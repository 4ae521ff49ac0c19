import type { Agent } from "../../../conversation/conversation.ts";
import type { Identities } from "../../../conversation/identities.ts";

/** What the ids of a workspace's agents begin with. */
export const placeOf = (teamId: string) => `slack:${teamId}/`;

export const agentIdIn = (teamId: string, userId: string) => `${placeOf(teamId)}${userId}`;

/** Who in a workspace an agent is; undefined for whoever is not known there. */
export function userIn(
  teamId: string,
  { id }: Pick<Agent, "id">,
  identities: Pick<Identities, "of">,
): string | undefined {
  const place = placeOf(teamId);
  return [id, ...identities.of(id).map((known) => known.id)]
    .find((each) => each.startsWith(place))
    ?.slice(place.length);
}
