import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Notices } from "../../notifications/notice.ts";
import { undelivered } from "./refusals.ts";

export interface StatusOptions {
  conversations: Pick<Conversations, "loseContact">;
  store: Pick<ConversationStore, "find">;
  notices: Pick<Notices, "reported" | "markUnreachable">;
  isTwilios: readonly RequestHandler[];
}

const Status = z.object({
  MessageSid: z.string().max(100),
  MessageStatus: z.string().max(40),
  ErrorCode: z.coerce.number().int().catch(0),
  To: z.string().max(40),
});
type Status = z.infer<typeof Status>;

/** What we asked Twilio to tell us with it, if it was an SMS to a visitor: `continuing.ts`. */
const About = z.object({ conversation: z.string().max(100), after: z.coerce.number().int().min(0) });

/** `/webhooks/twilio/status`: what became of messages that Twilio took. */
export function statusRouter({ conversations, store, notices, isTwilios }: StatusOptions): Router {
  const router = express.Router();

  router.post("/webhooks/twilio/status", ...isTwilios, async (request, response) => {
    const status = Status.parse(request.body);
    if (status.MessageStatus === "delivered") await notices.reported(status.MessageSid, "delivered");
    if (status.MessageStatus === "undelivered" || status.MessageStatus === "failed")
      await failed(status, About.safeParse(request.query).data);
    response.sendStatus(204);
  });
  return router;

  async function failed(
    { MessageSid, ErrorCode, To }: Status,
    about: z.infer<typeof About> | undefined,
  ): Promise<void> {
    // Whose conversation was erased, their number is not written down again.
    if (about && !(await store.find(about.conversation))) return;
    const { words, reason } = undelivered(ErrorCode, To);
    const lost = { way: "sms", recipient: To, words } as const;
    const isOurs = (await notices.reported(MessageSid, "failed", words)) || about !== undefined;
    if (isOurs && reason) await notices.markUnreachable({ ...lost, reason });
    if (about)
      await conversations
        .loseContact({
          ...{ ...lost, reason: reason ?? "undelivered", conversationId: about.conversation },
          after: about.after,
          source: { via: "sms", externalId: `${MessageSid}/undelivered` },
        })
        .catch(unlessGone);
  }
}

/** A conversation that is no more has nobody to be told. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ConversationError)) throw error;
}
