import express, { type RequestHandler, type Router } from "express";
import twilio from "twilio";
import { z } from "zod";
import type { Notices } from "../../notifications/notice.ts";
import { type AnswersOptions, createAnswers } from "./answers.ts";
import { undelivered } from "./refusals.ts";

export interface InboundOptions extends Omit<AnswersOptions, "notices"> {
  authToken: string;
  notices: Pick<Notices, "reported" | "markUnreachable" | "markReachable" | "lastToldOf">;
  /** Counts a request that was not Twilio's. */
  refused: () => void;
}

const Status = z.object({
  MessageSid: z.string().max(100),
  MessageStatus: z.string().max(40),
  ErrorCode: z.coerce.number().int().catch(0),
  To: z.string().max(40),
});

const Message = z.object({
  MessageSid: z.string().min(1).max(100),
  From: z.string().max(40),
  Body: z.string().max(20_000).default(""),
});

/** `/webhooks/twilio/sms` and `/webhooks/twilio/status`. */
export function createInbound(options: InboundOptions): Router {
  // What Twilio signs is the address it was given, whatever proxies made of it since.
  const { authToken, publicUrl, notices, refused } = options;
  const answer = createAnswers(options);
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: "64kb" });

  const isTwilios: RequestHandler = (request, response, next) => {
    const signature = request.get("x-twilio-signature") ?? "";
    const url = `${publicUrl}${request.originalUrl}`;
    if (twilio.validateRequest(authToken, signature, url, request.body ?? {})) return next();
    refused();
    response.status(403).type("text/plain").send("This is not signed by Twilio for this address.");
  };

  router.post("/webhooks/twilio/status", form, isTwilios, async (request, response) => {
    const { MessageSid, MessageStatus, ErrorCode, To } = Status.parse(request.body);
    if (MessageStatus === "delivered") await notices.reported(MessageSid, "delivered");
    if (MessageStatus === "undelivered" || MessageStatus === "failed") {
      const { words, isForGood } = undelivered(ErrorCode, To);
      const isOurs = await notices.reported(MessageSid, "failed", words);
      if (isOurs && isForGood)
        await notices.markUnreachable({ way: "sms", recipient: To, reason: "invalid", words });
    }
    response.sendStatus(204);
  });

  router.post("/webhooks/twilio/sms", form, isTwilios, async (request, response) => {
    const { MessageSid, From, Body } = Message.parse(request.body);
    const word = Body.trim().toUpperCase();
    const reply = new twilio.twiml.MessagingResponse();
    if (stopWords.has(word))
      await notices.markUnreachable({
        ...{ way: "sms", recipient: From, reason: "opted-out" },
        words: `${From} asked for no more SMS (${word}). They can text START to get them again.`,
      });
    else if (startWords.has(word)) await notices.markReachable("sms", From);
    else {
      const words = await answer({ id: MessageSid, from: From, text: Body });
      if (words) reply.message(words);
    }
    response.type("text/xml").send(reply.toString());
  });

  return router;
}

/** As Twilio itself takes them, and answers them: twilio.com/docs/messaging (advanced opt-out). */
const stopWords = new Set(["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"]);
const startWords = new Set(["START", "UNSTOP", "YES"]);
