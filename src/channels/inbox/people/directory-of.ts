import type { Directory } from "../../../conversation/directory.ts";
import { sitesOf } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";

/** What a member may find: whatever is made of it speaks of their sites alone. */
export const directoryOf = (member: TeamMember, directory: Directory): Directory => ({
  list: (listing) => directory.list({ ...listing, siteKeys: sitesOf(member) }),
});
