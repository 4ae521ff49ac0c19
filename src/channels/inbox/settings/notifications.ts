import { Router } from "express";
import { z } from "zod";
import { HttpError } from "../../../http/errors.ts";
import { NotCarried } from "../../../notifications/carrier.ts";
import type { Notifications } from "../../../notifications/index.ts";
import { EmailRecipients, SmsRecipients } from "../../../settings/recipients.ts";
import type { Guard } from "../people/guard.ts";

/** `POST /api/settings/notifications/test`. */
const Test = z.discriminatedUnion("way", [
  z.object({ way: z.literal("email"), recipient: EmailRecipients.element }),
  z.object({ way: z.literal("sms"), recipient: SmsRecipients.element }),
]);

export type NotificationTools = Pick<Notifications, "state" | "test">;

/** What became of the last message to each recipient, and a message to try a way out. */
export function createNotificationRoutes({
  notifications,
  guard,
}: {
  notifications: NotificationTools;
  guard: Guard;
}): Router {
  const router = Router();

  router.get(
    "/settings/notifications",
    guard.admin(async (_member, _request, response) => void response.json(await notifications.state())),
  );

  router.post(
    "/settings/notifications/test",
    guard.admin(async (member, request, response) => {
      const { way, recipient } = Test.parse(request.body);
      response.json({ words: await said(() => notifications.test(way, recipient, member.name)) });
    }),
  );

  return router;
}

/** What the provider answered, in words, whether it took the message or not. */
async function said(send: () => Promise<string>): Promise<string> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof NotCarried) throw new HttpError(422, error.message);
    throw error;
  }
}
