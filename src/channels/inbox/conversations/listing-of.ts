import type { Listing } from "../../../conversation/directory.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import type { ListQuery } from "./protocol.ts";

/** What a member asks for, as the directory understands it. */
export function listingOf(
  { status, site, agent, missed, search, ...same }: ListQuery,
  member: TeamMember,
): Listing {
  return {
    ...same,
    ...(status === "mine" ? { status: "open", agentId: member.id } : {}),
    ...(status === "mine" || status === "all" ? {} : { status }),
    siteKeys: site === undefined ? undefined : [site],
    attendedBy: agent,
    missed: missed && true,
    search: search || undefined,
  };
}
