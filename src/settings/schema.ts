import { z } from "zod";
import { EmailRecipients, SmsRecipients } from "./recipients.ts";

const phrase = z.string().trim().min(2, "A phrase needs two letters at least.").max(200);

/** Every setting an admin can change, with its default. The labels in Slack and on the settings page are the same. */
export const Settings = z.object({
  /** Off: nobody is handed to people, and visitors are told so. */
  liveHandoff: z.boolean().default(true),
  /** What visitors write to be handed to people at once, beside what the detector knows by itself. */
  triggerPhrases: z.array(phrase).max(200).default([]),
  /** The admin's part of the assistant's system prompt. */
  assistantInstructions: z.string().trim().max(20_000).default(""),
  /** Tell these people by email that somebody waits. */
  emailNotifications: z.boolean().default(false),
  emailRecipients: EmailRecipients.default([]),
  /** Tell these numbers by SMS that somebody waits. */
  smsNotifications: z.boolean().default(false),
  smsRecipients: SmsRecipients.default([]),
  /** The first words in the widget; empty for the standard ones, which promise only what is connected. */
  greeting: z.string().trim().max(500).default(""),
});

export type Settings = z.infer<typeof Settings>;
export type SettingName = keyof Settings;
