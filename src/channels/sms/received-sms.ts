import { z } from "zod";

const maxMedia = 10;

/** What Twilio posts for a message that came in: twilio.com/docs/messaging/guides/webhook-request. */
export const ReceivedSms = z
  .object({
    MessageSid: z.string().min(1).max(100),
    From: z.string().max(40),
    Body: z.string().max(20_000).default(""),
    NumMedia: z.coerce.number().int().min(0).max(maxMedia).catch(0),
  })
  .loose()
  .transform(({ MessageSid, From, Body, NumMedia, ...rest }) => ({
    id: MessageSid,
    from: From,
    text: Body,
    media: Array.from({ length: NumMedia }, (_none, index) => ({
      url: String(rest[`MediaUrl${index}`] ?? ""),
      mime: String(rest[`MediaContentType${index}`] ?? ""),
    })),
  }));

/** `media`: what came with it, to be fetched from Twilio. */
export type ReceivedSms = z.infer<typeof ReceivedSms>;
