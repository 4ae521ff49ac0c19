import type { Directory, Listing } from "../../../conversation/directory.ts";
import { sitesOf } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";

/** What a member may find: whatever is made of it speaks of their sites alone, whichever they ask for. */
export function directoryOf(member: TeamMember, directory: Directory): Directory {
  const theirs = (asked: Listing["siteKeys"]) => {
    const sites = sitesOf(member);
    return sites && asked ? asked.filter((key) => sites.includes(key)) : (sites ?? asked);
  };
  return {
    list: (listing) => directory.list({ ...listing, siteKeys: theirs(listing.siteKeys) }),
    count: (listing) => directory.count({ ...listing, siteKeys: theirs(listing.siteKeys) }),
    attendants: (siteKeys) => directory.attendants(theirs(siteKeys)),
  };
}
