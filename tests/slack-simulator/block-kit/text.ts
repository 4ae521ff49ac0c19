import { z } from "zod";

const atMost = (max: number) => z.string().max(max, { error: `must be less than ${max + 1} characters` });

export const plainText = (max: number) =>
  z.looseObject({
    type: z.literal("plain_text"),
    text: atMost(max).min(1, { error: "must be more than 0 characters" }),
    emoji: z.boolean().optional(),
  });

export const mrkdwnOrPlain = (max: number) =>
  z.looseObject({
    type: z.enum(["plain_text", "mrkdwn"]),
    text: atMost(max).min(1, { error: "must be more than 0 characters" }),
  });

export const actionId = atMost(255).optional();
export const blockId = atMost(255).optional();
export const string = atMost;
