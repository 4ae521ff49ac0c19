import type { Request, RequestHandler, Response } from "express";
import { HttpError } from "../../../http/errors.ts";
import type { Team } from "../../../team/index.ts";
import type { TeamMember } from "../../../team/team-member.ts";

export type MemberRoute = (member: TeamMember, request: Request, response: Response) => Promise<void>;

/** Who may: every route of the inbox says so where it is made. */
export interface Guard {
  member(route: MemberRoute): RequestHandler;
  admin(route: MemberRoute): RequestHandler;
}

export function createGuard(team: Pick<Team, "signedIn">): Guard {
  const known = async (request: Request): Promise<TeamMember> => {
    const member = await team.signedIn(request);
    if (!member) throw new HttpError(401, "Please sign in.");
    return member;
  };

  return {
    member: (route) => async (request, response) => route(await known(request), request, response),

    admin: (route) => async (request, response) => {
      const member = await known(request);
      if (member.role !== "admin") throw new HttpError(403, "Only an admin can do this.");
      return route(member, request, response);
    },
  };
}
