import { Router } from "express";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import type { Guard } from "../people/guard.ts";
import type { WholeConversation } from "./protocol.ts";

interface Options {
  store: ConversationStore;
  guard: Guard;
  translation?: Pick<TranslationDesk, "problem" | "teamLanguage"> | undefined;
}

/** Reading one conversation. */
export function createReading({ store, guard, translation }: Options): Router {
  const router = Router();

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
