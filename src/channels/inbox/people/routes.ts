import { Router } from "express";
import { type Identities, strangersOnly } from "../../../conversation/identities.ts";
import { HttpError } from "../../../http/errors.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Team } from "../../../team/index.ts";
import { createLimit } from "../../../team/limit.ts";
import { Invitation, Rights } from "../../../team/person.ts";
import type { Guard } from "./guard.ts";
import { type Leaving, takeOver } from "./leaving.ts";
import type { Removed, TeamPage } from "./protocol.ts";

interface Options extends Leaving {
  team: Team;
  guard: Guard;
  /** Where else members work; nowhere when left out. */
  identities?: Pick<Identities, "of"> | undefined;
  hasSlack: boolean;
  settings: Pick<SettingsDesk, "current" | "change">;
}

/** Mails one admin may send within an hour: nobody's address book is written to from here. */
const invitationsAnHour = { points: 60, duration: 60 * 60 };

/** Who is in the team, who is invited, and what each of them may. */
export function createPeopleRoutes({
  team,
  guard,
  settings,
  hasSlack,
  identities = strangersOnly,
  ...leaving
}: Options): Router {
  const router = Router();
  const invitations = createLimit(invitationsAnHour);

  router.get(
    "/team",
    guard.member(async ({ role }, _request, response) => {
      response.json({
        members: (await team.members()).map((one) => ({
          ...one,
          slackNames: identities.of(one.id).map(({ name }) => name),
        })),
        invitations: role === "admin" ? await team.openInvitations() : [],
        sendsMail: team.sendsMail,
        hasSlack,
      } satisfies TeamPage);
    }),
  );

  router.post(
    "/team",
    guard.admin(async (member, request, response) => {
      const invitation = Invitation.parse(request.body);
      await invitations.take(member.id);
      response.status(201).json(await team.invite(invitation, member.name));
    }),
  );

  router.post(
    "/team/invitations/:id/renew",
    guard.admin(async (member, request, response) => {
      await invitations.take(member.id);
      response.json(await team.renewInvitation(String(request.params.id)));
    }),
  );

  router.delete(
    "/team/invitations/:id",
    guard.admin(async (_member, request, response) => {
      await team.withdrawInvitation(String(request.params.id));
      response.status(204).end();
    }),
  );

  router.put(
    "/team/:id",
    guard.admin(async (member, request, response) => {
      const rights = Rights.parse(request.body);
      const id = String(request.params.id);
      if (id === member.id && rights.role !== "admin")
        throw new HttpError(409, "You cannot stop being an admin yourself: another admin can change that.");
      response.json({ member: await team.change(id, rights) });
    }),
  );

  router.delete(
    "/team/:id",
    guard.admin(async (member, request, response) => {
      const id = String(request.params.id);
      if (id === member.id) throw new HttpError(409, "You cannot take yourself out of the team.");
      const elsewhere = identities.of(id).map((known) => known.id);
      const email = (await team.members()).find((one) => one.id === id)?.email;
      await team.remove(id);
      if (email && team.takesSlack) await keepOut(email, member.name);
      response.json({ takenOver: await takeOver([id, ...elsewhere], member, leaving) } satisfies Removed);
    }),
  );

  router.post(
    "/team/:id/confirm",
    guard.admin(async (_member, request, response) => {
      response.json({ member: await team.confirm(String(request.params.id)) });
    }),
  );

  router.post(
    "/team/:id/reset-link",
    guard.admin(async (_member, request, response) => {
      response.status(201).json({ link: await team.resetLink(String(request.params.id)) });
    }),
  );

  router.delete(
    "/team/:id/sessions",
    guard.admin(async (_member, request, response) => {
      response.json({ ended: await team.endSessionsOf(String(request.params.id)) });
    }),
  );

  return router;

  /** Who was taken out does not come back through Slack by themselves. */
  async function keepOut(email: string, by: string): Promise<void> {
    const { notLetIn } = await settings.current();
    if (!notLetIn.includes(email))
      await settings.change({ notLetIn: [email, ...notLetIn].slice(0, 1_000) }, by);
  }
}
