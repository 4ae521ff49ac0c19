import { Router } from "express";
import type { Guard } from "../people/guard.ts";
import { type Replayed, type Tested, TriggerReplay, TriggerTest } from "./protocol.ts";

/** Where admins try trigger phrases out before they save them. */
export interface TriggerTools {
  /** What would become of a sentence, in words. */
  test(text: string, phrases: readonly string[]): Promise<string>;
  /** What the phrases would have changed so far; takes seconds, and ends when nobody waits. */
  replay(phrases: readonly string[], signal: AbortSignal): Promise<Replayed>;
}

/** `POST /api/triggers/test` and `POST /api/triggers/replay`, both with the phrases as typed. Nothing is changed. */
export function createTriggerRoutes({ triggers, guard }: { triggers: TriggerTools; guard: Guard }): Router {
  const router = Router();

  router.post(
    "/triggers/test",
    guard.admin(async (_member, request, response) => {
      const { text, phrases } = TriggerTest.parse(request.body);
      const answer: Tested = { words: await triggers.test(text, phrases) };
      response.json(answer);
    }),
  );

  router.post(
    "/triggers/replay",
    guard.admin(async (_member, request, response) => {
      const { phrases } = TriggerReplay.parse(request.body);
      const left = new AbortController();
      response.on("close", () => left.abort());
      const answer: Replayed = await triggers.replay(phrases, left.signal);
      response.json(answer);
    }),
  );

  return router;
}
