import { Router } from "express";
import type { Team } from "../../../team/index.ts";
import type { Guard } from "./guard.ts";
import { Self } from "./protocol.ts";

/** What everybody may do with their own account: their name, and where they are signed in. */
export function createAccountRoutes({ team, guard }: { team: Team; guard: Guard }): Router {
  const router = Router();

  router.get(
    "/me",
    guard.member(async (member, _request, response) => {
      response.append("Set-Cookie", team.rememberedAs(member.id)).json({ member });
    }),
  );

  router.put(
    "/me",
    guard.member(async ({ id }, request, response) => {
      response.json({ member: await team.rename(id, Self.parse(request.body).name) });
    }),
  );

  router.get(
    "/me/sessions",
    guard.member(async (_member, request, response) => {
      response.json({ sessions: await team.sessions(request) });
    }),
  );

  router.delete(
    "/me/sessions",
    guard.member(async (_member, request, response) => {
      response.json({ ended: await team.endOtherSessions(request) });
    }),
  );

  router.delete(
    "/me/sessions/:id",
    guard.member(async (_member, request, response) => {
      await team.endSession(request, String(request.params.id));
      response.status(204).end();
    }),
  );

  return router;
}
