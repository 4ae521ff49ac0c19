import express, { type RequestHandler, type Router } from "express";
import twilio from "twilio";
import { type AnswersOptions, createAnswers } from "./answers.ts";
import { ReceivedSms } from "./received-sms.ts";
import { type StatusOptions, statusRouter } from "./status.ts";
import { createWishes, type WishesOptions } from "./wishes.ts";

export interface InboundOptions extends AnswersOptions, WishesOptions, Omit<StatusOptions, "isTwilios"> {
  conversations: AnswersOptions["conversations"] & WishesOptions["conversations"];
  phones: AnswersOptions["phones"];
  store: AnswersOptions["store"] & StatusOptions["store"];
  notices: AnswersOptions["notices"] & WishesOptions["notices"] & StatusOptions["notices"];
  authToken: string;
  /** Counts a request that was not Twilio's. */
  refused: () => void;
}

/** `/webhooks/twilio/sms`: messages that come in. `/webhooks/twilio/status`: what became of ours. */
export function createInbound(options: InboundOptions): Router {
  const { authToken, publicUrl, refused } = options;
  const answer = createAnswers(options);
  const wishes = createWishes(options);
  const router = express.Router();

  const isSigned: RequestHandler = (request, response, next) => {
    const signature = request.get("x-twilio-signature") ?? "";
    // What Twilio signs is the address it was given, whatever proxies made of it since.
    const url = `${publicUrl}${request.originalUrl}`;
    if (twilio.validateRequest(authToken, signature, url, request.body ?? {})) return next();
    refused();
    response.status(403).type("text/plain").send("This is not signed by Twilio for this address.");
  };
  const isTwilios = [express.urlencoded({ extended: false, limit: "64kb" }), isSigned];

  router.post("/webhooks/twilio/sms", ...isTwilios, async (request, response) => {
    const sms = ReceivedSms.parse(request.body);
    const reply = new twilio.twiml.MessagingResponse();
    const words = (await wishes.heard(sms)) ? undefined : await answer(sms);
    if (words) reply.message(words);
    response.type("text/xml").send(reply.toString());
  });

  return router.use(statusRouter({ ...options, isTwilios }));
}
