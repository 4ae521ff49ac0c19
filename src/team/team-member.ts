/** Agents answer visitors; admins also change settings and decide who is in the team. */
export type Role = "admin" | "agent";

export interface TeamMember {
  id: string;
  name: string;
  email: string;
  /** It has been shown that the address is theirs, or an admin has vouched for it. */
  isConfirmed: boolean;
  avatarUrl?: string | undefined;
  role: Role;
  /** The sites an agent works for; none named means all, as it does for every admin. */
  siteKeys: readonly string[];
}
