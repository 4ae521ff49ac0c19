import { Router } from "express";
import type { LaneTrouble } from "../../../conversation/lanes.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Guard } from "../people/guard.ts";
import type { Delivery } from "./protocol.ts";

/** Bringing a conversation to Slack. */
export interface SlackDelivery {
  /** What went wrong last time; undefined when everything got there. */
  troubleOf(conversationId: string): Promise<LaneTrouble | undefined>;
  /** Whether it has a thread there. */
  hasThread?(conversationId: string): Promise<boolean>;
  /** Tries what was given up once more, now. */
  retry(conversationId: string): Promise<void>;
}

interface Options {
  /** Undefined while Slack is not set up: then nothing is missing there. */
  slackDelivery?: SlackDelivery | undefined;
  slackThread?: ((conversationId: string) => Promise<string | undefined>) | undefined;
  guard: Guard;
}

/** Whether a conversation got to Slack, its thread there, and trying again when that was given up: for everybody of the team. */
export function createDeliveryRoutes({ slackDelivery, slackThread, guard }: Options): Router {
  const router = Router();

  router.get(
    "/conversations/:id/delivery",
    guard.conversation(async ({ conversation: { id } }, _request, response) => {
      response.json(await deliveryOf(id));
    }),
  );

  router.post(
    "/conversations/:id/retry",
    guard.conversation(async ({ conversation: { id } }, _request, response) => {
      await slackDelivery?.retry(id);
      response.json(await deliveryOf(id));
    }),
  );

  router.get(
    "/conversations/:id/slack",
    guard.conversation(async ({ conversation: { id } }, _request, response) => {
      const link = await slackThread?.(id);
      if (!link)
        throw new HttpError(
          404,
          "This conversation has no thread in Slack, or Slack does not say where it is.",
        );
      response.redirect(302, link);
    }),
  );

  return router;

  async function deliveryOf(id: string): Promise<Delivery> {
    const [trouble, isThere] = await Promise.all([
      slackDelivery?.troubleOf(id),
      slackDelivery?.hasThread?.(id),
    ]);
    const place = isThere ? { isInSlack: true as const } : {};
    if (!trouble) return { state: "fine", ...place };
    const { deadAt, error } = trouble;
    return deadAt === undefined
      ? { state: "trying", error, ...place }
      : { state: "givenUp", error, at: deadAt, ...place };
  }
}
