import { Router } from "express";
import type { Directory, Listing } from "../../../conversation/directory.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import { directoryOf } from "../people/directory-of.ts";
import type { Guard } from "../people/guard.ts";
import { type ListedPage, ListQuery, type WholeConversation } from "./protocol.ts";

interface Options {
  store: ConversationStore;
  directory: Directory;
  guard: Guard;
  translation?: Pick<TranslationDesk, "problem" | "teamLanguage"> | undefined;
}

/** Finding conversations, and reading one. */
export function createReading({ store, directory, guard, translation }: Options): Router {
  const router = Router();

  router.get(
    "/conversations",
    guard.member(async (member, request, response) => {
      const page = await directoryOf(member, directory).list(
        listingOf(ListQuery.parse(request.query), member),
      );
      response.json(page satisfies ListedPage);
    }),
  );

  router.get(
    "/conversations/:id",
    guard.conversation(async ({ conversation }, _request, response) => {
      const events = await store.eventsAfter(conversation.id, 0);
      const offer = translation && {
        teamLanguage: await translation.teamLanguage(),
        problem: translation.problem,
      };
      response.json({ conversation, events, translation: offer } satisfies WholeConversation);
    }),
  );

  return router;
}

const listingOf = ({ status, search, after }: ListQuery, member: TeamMember): Listing => ({
  ...(status === "mine" ? { status: "open", agentId: member.id } : { status }),
  search: search || undefined,
  after,
});
