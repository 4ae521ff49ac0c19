import { Router } from "express";
import { z } from "zod";
import { HttpError } from "../../../http/errors.ts";
import type { Team } from "../../../team/index.ts";
import { Invitation, Name, Password, Person, Rights } from "../../../team/person.ts";
import type { Guard } from "./guard.ts";

const Token = z.string().min(1).max(200);
const Setup = Person.extend({ token: Token });
const Acceptance = z.object({ token: Token, name: Name, password: Password });

/** Who is in the team, and the two ways in: the setup link for the first admin, invitations for all others. */
export function createPeopleRoutes({ team, guard }: { team: Team; guard: Guard }): Router {
  const router = Router();

  router.get(
    "/me",
    guard.member(async (member, _request, response) => void response.json({ member })),
  );

  router.get(
    "/team",
    guard.member(async (_member, _request, response) => {
      response.json({ members: await team.members() });
    }),
  );

  router.post(
    "/team",
    guard.admin(async (_member, request, response) => {
      response.status(201).json({ link: await team.invite(Invitation.parse(request.body)) });
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
      await team.remove(id);
      response.status(204).end();
    }),
  );

  router.post("/setup", async (request, response) => {
    const { token, ...person } = Setup.parse(request.body);
    response.status(201).json({ member: await team.setUp(token, person) });
  });

  router.get("/invitation", async (request, response) => {
    response.json(await team.invitationAt(Token.parse(request.query.token)));
  });

  router.post("/join", async (request, response) => {
    response.status(201).json({ member: await team.join(Acceptance.parse(request.body)) });
  });

  return router;
}
