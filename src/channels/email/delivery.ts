import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Notices } from "../../notifications/notice.ts";

export interface DeliveryOptions {
  isPostmarks: RequestHandler;
  notices: Pick<Notices, "reported" | "markUnreachable">;
  conversations: Pick<Conversations, "loseContact">;
  store: Pick<ConversationStore, "find">;
}

/** What we gave the mail to know it by, if it was one to a visitor: `mail/unseen-mail.ts`. */
const Metadata = z.object({ conversation: z.string().max(100), after: z.coerce.number().int().min(0) });

const about = {
  MessageID: z.string().max(100),
  Email: z.string().max(320),
  Metadata: Metadata.optional().catch(undefined),
};

/** As Postmark documents it: developer/webhooks/bounce-webhook, delivery-webhook, spam-complaint-webhook. */
const Report = z.discriminatedUnion("RecordType", [
  z.object({ RecordType: z.literal("Delivery"), MessageID: z.string().max(100) }),
  z.object({
    RecordType: z.literal("Bounce"),
    ...about,
    Description: z.string().max(2_000).catch(""),
    /** Postmark sends nothing to it any more. */
    Inactive: z.boolean().catch(false),
  }),
  z.object({
    RecordType: z.literal("SpamComplaint"),
    ...about,
  }),
]);

type Failure = Exclude<z.infer<typeof Report>, { RecordType: "Delivery" }>;

/** `/webhooks/postmark/delivery`: what became of mails that Postmark took. */
export function deliveryRouter({ isPostmarks, notices, conversations, store }: DeliveryOptions): Router {
  const router = express.Router();

  router.post(
    "/webhooks/postmark/delivery",
    isPostmarks,
    express.json({ limit: "1mb" }),
    async (request, response) => {
      const report = Report.parse(request.body);
      if (report.RecordType === "Delivery") await notices.reported(report.MessageID, "delivered");
      else await failed(report);
      response.sendStatus(204);
    },
  );

  return router;

  async function failed(report: Failure): Promise<void> {
    const { MessageID, Metadata: known } = report;
    // Whose conversation was erased, their address is not written down again.
    if (known && !(await store.find(known.conversation))) return;
    const recipient = report.Email.toLowerCase();
    const words = wordsOf(report);
    const isForGood = report.RecordType === "SpamComplaint" || report.Inactive;
    const isOurs = (await notices.reported(MessageID, "failed", words)) || known !== undefined;
    if (isOurs && isForGood)
      await notices.markUnreachable({ way: "email", recipient, reason: "bounced", words });
    if (known)
      await conversations
        .loseContact({
          ...{ conversationId: known.conversation, after: known.after, way: "email", recipient, words },
          reason: isForGood ? "bounced" : "undelivered",
          source: { via: "email", externalId: `${MessageID}/bounced` },
        })
        .catch(unlessGone);
  }
}

/** A conversation that is no more has nobody to be told. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ConversationError)) throw error;
}

function wordsOf(report: Failure): string {
  const { Email } = report;
  if (report.RecordType === "SpamComplaint")
    return `${Email} marked our mail as spam, so Postmark sends nothing there any more. Reactivate the address in Postmark → Suppressions.`;
  const why = report.Description ? `: ${report.Description}` : ".";
  return report.Inactive
    ? `${Email} bounced${why} Use another address, or reactivate this one in Postmark → Suppressions.`
    : `The last mail to ${Email} was not delivered${why}`;
}
