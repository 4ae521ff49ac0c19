import type { Role } from "./team-member.ts";

/** Somebody asked into the team who has not come yet. Times are ms since 1970. */
export interface OpenInvitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  siteKeys: string[];
  /** The name of the admin who invited them. */
  invitedBy: string;
  createdAt: number;
  expiresAt: number;
}

export interface StoredInvitation extends OpenInvitation {
  /** Of the secret in the link, which is kept nowhere. */
  tokenHash: string;
}

export interface InvitationStore {
  /** Takes the place of an earlier one to the same address, whose link is worth nothing from then on. */
  save(invitation: StoredInvitation): Promise<void>;
  /** The newest first. */
  all(): Promise<StoredInvitation[]>;
  /** Returns false when it was gone already: used or withdrawn meanwhile. */
  remove(id: string): Promise<boolean>;
}
