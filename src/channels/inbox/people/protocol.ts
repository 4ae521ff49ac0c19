import { z } from "zod";
import type { OpenInvitation } from "../../../team/invitation-store.ts";
import type { MadeLink } from "../../../team/links.ts";
import type { WhyOut } from "../../../team/own-sessions.ts";
import { Email, Name, Password, Person } from "../../../team/person.ts";
import type { SessionView } from "../../../team/sessions.ts";
import type { TeamMember } from "../../../team/team-member.ts";

/** The secret part of a link. */
export const Token = z.string().min(1).max(200);
/** `POST /api/setup`. */
export const Setup = Person.extend({ token: Token });
/** `POST /api/join`. */
export const Joining = z.object({ token: Token, name: Name, password: Password });
/** `POST /api/password/forgotten`. */
export const Forgotten = z.object({ email: Email });
/** `POST /api/password/new`. */
export const NewPassword = z.object({ token: Token, password: Password });
/** `PUT /api/me`. */
export const Self = z.object({ name: Name });

export interface Me {
  member: TeamMember;
}

export interface ListedMember extends TeamMember {
  /** What they are called in Slack, in each workspace where they are one agent with who they are here. */
  slackNames: string[];
}

/** `GET /api/team`. */
export interface TeamPage {
  members: ListedMember[];
  /** For admins; the newest first. */
  invitations: OpenInvitation[];
  /** Whether links are sent by email. */
  sendsMail: boolean;
  /** Whether members may be found in Slack, by an address that is known to be theirs. */
  hasSlack: boolean;
}

/** `DELETE /api/team/ID`. */
export interface Removed {
  /** How many open conversations of theirs went to whoever took them out. */
  takenOver: number;
}

/** `GET /api/ways-in`, for whoever is not signed in. */
export interface WaysIn {
  /** A new password can be asked for by email. */
  mail: boolean;
  slack: boolean;
  /** For a browser in which somebody was signed in. */
  whyOut?: WhyOut | undefined;
}

import type { SlackRefusal } from "../../../team/slack/refusal.ts";

export type { MadeLink, OpenInvitation, SessionView, SlackRefusal, TeamMember, WhyOut };
