import { changedUnder, everySite } from "../../../settings/change-key.ts";
import { mayOpen, sitesOf } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";

/** Whether somebody may read of a change: whoever may read what was changed. */
export function mayReadChange(member: Pick<TeamMember, "role" | "siteKeys">, key: string): boolean {
  const changed = changedUnder(key);
  switch (changed.kind) {
    case "setting":
      return true;
    case "site":
      return mayOpen(member, changed.siteKey);
    case "workspace":
      return member.role === "admin";
    case "knowledge": {
      const { siteKey } = changed;
      if (siteKey === everySite) return true;
      return siteKey === undefined ? sitesOf(member) === undefined : mayOpen(member, siteKey);
    }
  }
}
