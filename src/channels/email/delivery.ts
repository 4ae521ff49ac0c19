import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import type { Notices } from "../../notifications/notice.ts";

export interface DeliveryOptions {
  isPostmarks: RequestHandler;
  notices: Pick<Notices, "reported" | "markUnreachable">;
}

/** As Postmark documents it: developer/webhooks/bounce-webhook, delivery-webhook, spam-complaint-webhook. */
const Report = z.discriminatedUnion("RecordType", [
  z.object({ RecordType: z.literal("Delivery"), MessageID: z.string().max(100) }),
  z.object({
    RecordType: z.literal("Bounce"),
    MessageID: z.string().max(100),
    Email: z.string().max(320),
    Description: z.string().max(2_000).catch(""),
    /** Postmark sends nothing to it any more. */
    Inactive: z.boolean().catch(false),
  }),
  z.object({
    RecordType: z.literal("SpamComplaint"),
    MessageID: z.string().max(100),
    Email: z.string().max(320),
  }),
]);

/** `/webhooks/postmark/delivery`: what became of mails that Postmark took. */
export function deliveryRouter({ isPostmarks, notices }: DeliveryOptions): Router {
  const router = express.Router();

  router.post(
    "/webhooks/postmark/delivery",
    isPostmarks,
    express.json({ limit: "1mb" }),
    async (request, response) => {
      const report = Report.parse(request.body);
      if (report.RecordType === "Delivery") await notices.reported(report.MessageID, "delivered");
      else {
        const recipient = report.Email.toLowerCase();
        const words = wordsOf(report);
        const isOurs = await notices.reported(report.MessageID, "failed", words);
        if (isOurs && (report.RecordType === "SpamComplaint" || report.Inactive))
          await notices.markUnreachable({ way: "email", recipient, reason: "bounced", words });
      }
      response.sendStatus(204);
    },
  );

  return router;
}

function wordsOf(report: Exclude<z.infer<typeof Report>, { RecordType: "Delivery" }>): string {
  const { Email } = report;
  if (report.RecordType === "SpamComplaint")
    return `${Email} marked our mail as spam, so Postmark sends nothing there any more. Reactivate the address in Postmark → Suppressions.`;
  const why = report.Description ? `: ${report.Description}` : ".";
  return report.Inactive
    ? `${Email} bounced${why} Use another address, or reactivate this one in Postmark → Suppressions.`
    : `The last mail to ${Email} was not delivered${why}`;
}
