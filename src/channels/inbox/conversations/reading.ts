import { Router } from "express";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Privacy } from "../../../privacy/index.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { Guard } from "../people/guard.ts";
import type { WholeConversation } from "./protocol.ts";

interface Options {
  store: ConversationStore;
  guard: Guard;
  translation?: Pick<TranslationDesk, "problem" | "teamLanguage"> | undefined;
  /** Without it nothing is erased. */
  privacy?: Pick<Privacy, "receipt"> | undefined;
  /** Whether an email service is connected. */
  sendsMail: boolean;
}

/** Reading one conversation. */
export function createReading({ store, guard, translation, privacy, sendsMail }: Options): Router {
  const router = Router();

  router.get(
    "/conversations/:id",
    guard.member(async (member, request, response) => {
      const { id } = request.params;
      const conversation = await guard.opened(member, id).catch(async (error: unknown) => {
        const erasure = await privacy?.receipt(String(id));
        if (erasure && mayOpen(member, erasure.siteKey))
          throw new HttpError(410, "This conversation was erased, with everything in it.");
        throw error;
      });
      const events = await store.eventsAfter(conversation.id, 0);
      const offer = translation && {
        teamLanguage: await translation.teamLanguage(),
        problem: translation.problem,
      };
      response.json({ conversation, events, translation: offer, sendsMail } satisfies WholeConversation);
    }),
  );

  return router;
}
