import type { Scope } from "../../../analytics/ports.ts";
import { mayOpen, sitesOf } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";

interface Asked {
  from: number;
  to: number;
  site?: string | undefined;
  agent?: string | undefined;
}

/** What is counted for a member who asked: never more than the sites they work for. */
export function scopeFor({ from, to, site, agent }: Asked, member: TeamMember): Scope {
  const range = { from, to, agentId: agent };
  if (site === undefined) return { ...range, siteKeys: sitesOf(member) };
  return { ...range, siteKeys: mayOpen(member, site) ? [site] : [] };
}
