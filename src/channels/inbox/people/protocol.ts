import type { TeamMember } from "../../../team/team-member.ts";

export interface Me {
  member: TeamMember;
}

export type { TeamMember };
