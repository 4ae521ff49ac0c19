import { type Request, Router } from "express";
import { clientAddress, networkOf } from "../../../http/client-address.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Team } from "../../../team/index.ts";
import { createLimit } from "../../../team/limit.ts";
import { Forgotten, Joining, NewPassword, Setup, Token, type WaysIn } from "./protocol.ts";

const minute = 60;
const hour = 60 * minute;

/** The ways in for whoever is not signed in: the setup link, invitations, and a new password. */
export function createWaysIn({ team, trustProxy }: { team: Team; trustProxy: boolean }): Router {
  const router = Router();
  /** Links that were guessed or mistyped, by network: those that lead somewhere do not count. */
  const links = createLimit({ points: 30, duration: minute });
  const forgotten = createLimit({ points: 20, duration: hour });
  const mailsTo = createLimit({ points: 4, duration: hour });
  const networkFrom = (request: Request) => networkOf(clientAddress(request, trustProxy));

  /** Work that a link's secret opens. */
  async function byLink<T>(request: Request, work: () => Promise<T>): Promise<T> {
    const network = networkFrom(request);
    await links.take(network);
    const result = await work();
    await links.giveBack(network);
    return result;
  }

  router.get("/ways-in", async (request, response) => {
    const whyOut = await team.whyOut(request);
    response.json({ mail: team.sendsMail, slack: team.takesSlack, whyOut } satisfies WaysIn);
  });

  router.post("/setup", async (request, response) => {
    const { token, ...person } = Setup.parse(request.body);
    response.status(201).json({ member: await byLink(request, () => team.setUp(token, person)) });
  });

  router.get("/invitation", async (request, response) => {
    const token = Token.parse(request.query.token);
    response.json(await byLink(request, () => team.invitationAt(token)));
  });

  router.post("/join", async (request, response) => {
    const joining = Joining.parse(request.body);
    response.status(201).json({ member: await byLink(request, () => team.join(joining)) });
  });

  router.post("/password/forgotten", async (request, response) => {
    const { email } = Forgotten.parse(request.body);
    if (!team.sendsMail)
      throw new HttpError(
        409,
        "This server sends no email. Ask an admin for a link: Team → your name → New password.",
      );
    await forgotten.take(networkFrom(request));
    // Beyond the limit nothing is sent and the answer is the same: it must not tell who is in the team.
    if (await mailsTo.allows(email)) team.sendResetLink(email);
    response.status(202).json({});
  });

  router.post("/password/new", async (request, response) => {
    const { token, password } = NewPassword.parse(request.body);
    await byLink(request, () => team.resetPassword(token, password));
    response.status(204).end();
  });

  return router;
}
