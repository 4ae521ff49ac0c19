import type { TeamMember } from "./team-member.ts";

type Work = Pick<TeamMember, "role" | "siteKeys">;

/** Whether somebody may read and act on what belongs to a site: admins always, agents where they work. */
export const mayOpen = (member: Work, siteKey: string): boolean => sitesOf(member)?.includes(siteKey) ?? true;

/** The only sites a member works for; undefined means all. */
export const sitesOf = ({ role, siteKeys }: Work): readonly string[] | undefined =>
  role === "admin" || siteKeys.length === 0 ? undefined : siteKeys;
