import type { Request, RequestHandler, Response } from "express";
import type { Conversation } from "../../../conversation/conversation.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Team } from "../../../team/index.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";

export type MemberRoute = (member: TeamMember, request: Request, response: Response) => Promise<void>;
/** What a member asks about one conversation of a site they work for. */
export interface Asked {
  conversation: Conversation;
  member: TeamMember;
}
export type ConversationRoute = (asked: Asked, request: Request, response: Response) => Promise<void>;

/** Who may: every route of the inbox says so where it is made. */
export interface Guard {
  member(route: MemberRoute): RequestHandler;
  admin(route: MemberRoute): RequestHandler;
  /** For a path with `:id`, a conversation's: whoever does not work for its site is told that there is none. */
  conversation(route: ConversationRoute): RequestHandler;
  /** The same for a conversation that is named elsewhere. */
  opened(member: TeamMember, id: unknown): Promise<Conversation>;
}

interface Options {
  team: Pick<Team, "signedIn">;
  store: Pick<ConversationStore, "find">;
}

export function createGuard({ team, store }: Options): Guard {
  const known = async (request: Request): Promise<TeamMember> => {
    const member = await team.signedIn(request);
    if (!member) throw new HttpError(401, "Please sign in.");
    return member;
  };

  const opened = async (member: TeamMember, id: unknown): Promise<Conversation> => {
    const conversation = await store.find(String(id));
    if (!conversation || !mayOpen(member, conversation.siteKey))
      throw new ConversationError("not_found", "There is no such conversation on the sites you work for.");
    return conversation;
  };

  return {
    opened,

    member: (route) => async (request, response) => route(await known(request), request, response),

    admin: (route) => async (request, response) => {
      const member = await known(request);
      if (member.role !== "admin") throw new HttpError(403, "Only an admin can do this.");
      return route(member, request, response);
    },

    conversation: (route) => async (request, response) => {
      const member = await known(request);
      const conversation = await opened(member, request.params.id);
      return route({ member, conversation }, request, response);
    },
  };
}
