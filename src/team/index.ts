import { type RequestHandler, Router } from "express";
import { HttpError } from "../http/errors.ts";
import type { Log } from "../log.ts";
import type { Mailer } from "../mail/mail.ts";
import { type AuthOptions, openAuth } from "./auth.ts";
import { createChanges, type OtherNodes } from "./changes.ts";
import { firstRights, withFirstAdmin } from "./first-admin.ts";
import type { InvitationStore, OpenInvitation } from "./invitation-store.ts";
import { createInvitations, type Joining as Joined } from "./invitations.ts";
import { createKnownDevices } from "./known-device.ts";
import { createLastMember } from "./last-member.ts";
import { createLinks, type MadeLink } from "./links.ts";
import { createMailedLinks } from "./mailed-links.ts";
import { addMember, allMembers, changeRights, confirm, isEmpty, removeMember, rename } from "./members.ts";
import { once } from "./once.ts";
import { createOwnSessions } from "./own-sessions.ts";
import type { Invitation, Person, Rights } from "./person.ts";
import { createQueue } from "./queue.ts";
import { createReset, resetPassword } from "./resets.ts";
import { endSessions } from "./sessions.ts";
import { isSetupToken, setupLinkAt } from "./setup-link.ts";
import { createSignInHandler } from "./sign-in-handler.ts";
import { createSlackHandler, type SlackSignIn } from "./slack/handler.ts";
import { createJoining } from "./slack/joining.ts";
import type { TeamMember } from "./team-member.ts";

export interface TeamOptions extends AuthOptions {
  /** Becomes the first admin while there is nobody. */
  firstAdmin?: { email: string; password: string } | undefined;
  /** Whether nobody is in the team yet: known without loading the sign-in library. */
  hasNobody: () => Promise<boolean>;
  invitations: InvitationStore;
  /** Without one, links are handed over by people. */
  mailer?: Pick<Mailer, "send"> | undefined;
  /** Sign in with Slack; without it there is none. */
  slack?: SlackSignIn | undefined;
  log: Log;
  /** A proxy in front tells the caller's address in `X-Forwarded-For`. */
  trustProxy: boolean;
  /** Whom to tell that the team changed, and from whom to hear of it. */
  otherNodes?: OtherNodes | undefined;
}

export type Joining = Omit<Joined, "wasMailed">;

export type Team = ReturnType<typeof createTeam>;

/** Who is in the team, how they come in, and where they are signed in. */
export function createTeam(options: TeamOptions) {
  const { secret, publicUrl, trustProxy, mailer, log } = options;
  const auth = once(async () => withFirstAdmin(await openAuth(options), options));
  const oneAtATime = createQueue();
  const changes = createChanges(options.otherNodes);
  const invitations = createInvitations({ auth, store: options.invitations });
  const { mailed, opened } = createMailedLinks(secret);
  const links = createLinks({ publicUrl, mailer, mailed, log });
  const join = createJoining({ auth, invitations });
  const cookies = { secret, isSecure: publicUrl.startsWith("https:") };
  const devices = createKnownDevices(cookies);
  const last = createLastMember(cookies);
  const signingIn = { auth, publicUrl, trustProxy, devices, last, changed: changes.tell };
  const slack = leadsBack(options) ? options.slack : undefined;

  return {
    /** `/api/auth/*`. */
    handler: Router().use(
      ...(slack
        ? [createSlackHandler({ ...signingIn, slack, secret, log, join: (who) => telling(() => join(who)) })]
        : []),
      createSignInHandler(signingIn),
    ) as RequestHandler,

    ...createOwnSessions({ auth, last, telling }),

    /** Makes the first admin of the options if there is nobody; otherwise the link with which one can be made. */
    async setupLink(): Promise<string | undefined> {
      if (options.firstAdmin) await auth();
      return (await options.hasNobody()) ? setupLinkAt(publicUrl, secret) : undefined;
    },

    /** The first admin, by the setup link's token. Refused as soon as there is one. */
    setUp: (token: string, person: Person): Promise<TeamMember> =>
      oneAtATime(async () => {
        if (!isSetupToken(token, secret))
          throw new HttpError(403, "This is not this server's setup link. Its log shows the right one.");
        if (!(await isEmpty(await auth())))
          throw new HttpError(410, "This server is set up already. Sign in, or ask an admin to invite you.");
        return addMember(await auth(), { ...person, isConfirmed: true }, firstRights);
      }),

    members: async (): Promise<TeamMember[]> => allMembers(await auth()),

    /** Whether people of a connected workspace can sign in with Slack. */
    takesSlack: slack !== undefined,

    /** Whether invitations and links for a new password can be sent by email. */
    sendsMail: mailer !== undefined,

    /** A link that lets one person in, once, within seven days; sent to them where mail is connected. */
    async invite(invitation: Invitation, by = "Your team"): Promise<MadeLink> {
      return links.invitation(invitation, await invitations.invite(invitation, by), by);
    },

    /** A new link for an open invitation; the old one is worth nothing any more. */
    async renewInvitation(id: string): Promise<MadeLink> {
      const { token, invitation } = await invitations.renew(id);
      return links.invitation(invitation, token, invitation.invitedBy);
    },

    withdrawInvitation: invitations.withdraw,
    openInvitations: (): Promise<OpenInvitation[]> => invitations.open(),
    invitationAt: (link: string): Promise<Invitation> => invitations.at(opened(link).token),
    /** Whoever followed a mailed link has shown by it that the address is theirs. */
    join: ({ token, ...joining }: Joining): Promise<TeamMember> =>
      telling(() => invitations.join({ ...joining, ...opened(token) })),

    /** Role and sites, from the next request on; open pages follow at once. */
    change: (id: string, rights: Rights): Promise<TeamMember> =>
      telling(async () => changeRights(await auth(), id, rights)),

    /** An admin vouches for somebody's address. */
    confirm: (id: string): Promise<TeamMember> => telling(async () => confirm(await auth(), id)),

    rename: (id: string, name: string): Promise<TeamMember> =>
      telling(async () => rename(await auth(), id, name)),

    /** Their sessions end with it, and open pages close at once. What they wrote stays. */
    remove: (id: string): Promise<void> => telling(async () => removeMember(await auth(), id)),

    /** Signs a member out everywhere. */
    endSessionsOf: (id: string): Promise<number> => telling(async () => endSessions(await auth(), id)),

    /** A link with which a member chooses a new password, once, within an hour. */
    resetLink: async (id: string): Promise<string> => links.reset(await createReset(await auth(), id)),

    /** The same by email. Whoever asks cannot tell whether there is such a member, neither by words nor by time. */
    sendResetLink(email: string): void {
      sendReset(email).catch((error: unknown) =>
        log.warn("a link for a new password was not sent", { error }),
      );
    },

    /** By such a link. Every session of the member ends. */
    resetPassword: (link: string, password: string): Promise<void> =>
      telling(async () => {
        const { token, wasMailed } = opened(link);
        const id = await resetPassword(await auth(), token, password);
        if (wasMailed) await confirm(await auth(), id);
      }),

    /** Somebody of the team was recognised elsewhere: this and the other nodes serve them as one from now on. */
    changed: changes.tell,

    /** Calls back when somebody may have more or less than before, or nothing any more. Returns how to stop. */
    subscribe: changes.listen,
  };

  async function telling<T>(work: () => Promise<T>): Promise<T> {
    const result = await oneAtATime(work);
    changes.tell();
    return result;
  }

  async function sendReset(email: string): Promise<void> {
    const { internalAdapter } = await (await auth()).$context;
    const found = await internalAdapter.findUserByEmail(email);
    if (found) await links.mailReset(found.user, async () => createReset(await auth(), found.user.id));
  }
}

/** Slack itself sends people to https addresses only. */
const leadsBack = ({ slack, publicUrl }: TeamOptions) =>
  slack?.apiUrl !== undefined || publicUrl.startsWith("https:");
