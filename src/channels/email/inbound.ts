import express, { type Router } from "express";
import { type AnswersOptions, createAnswers } from "./answers.ts";
import { type DeliveryOptions, deliveryRouter } from "./delivery.ts";
import { postmarksOwn } from "./postmarks-own.ts";
import { ReceivedMail } from "./received-mail.ts";

export interface InboundOptions extends AnswersOptions, Pick<DeliveryOptions, "notices"> {
  conversations: AnswersOptions["conversations"] & DeliveryOptions["conversations"];
  store: AnswersOptions["store"] & DeliveryOptions["store"];
  password: string;
  /** Counts a request that was not Postmark's. */
  refused: () => void;
}

/** Postmark takes in 35 MB, which base64 makes a third more. */
const bodyLimit = "50mb";

/** `/webhooks/postmark/inbound`: mails that answer ours. `/webhooks/postmark/delivery`: what became of ours. */
export function createInbound({ password, refused, ...options }: InboundOptions): Router {
  const isPostmarks = postmarksOwn(password, refused);
  const take = createAnswers(options);
  const router = express.Router();

  router.post(
    "/webhooks/postmark/inbound",
    isPostmarks,
    express.json({ limit: bodyLimit }),
    async (request, response) => {
      await take(ReceivedMail.parse(request.body));
      response.sendStatus(200);
    },
  );
  return router.use(deliveryRouter({ ...options, isPostmarks }));
}
