import { z } from "zod";
import { Hours } from "./hours.ts";
import { Ladder, usualLadder } from "./ladder.ts";
import { tagIn } from "./languages.ts";
import { MessagesInLanguages, Sentence } from "./messages.ts";
import { PersonalQuietHours, QuietHours } from "./quiet-hours.ts";
import { EmailRecipients, SmsRecipients } from "./recipients.ts";

const phrase = z.string().trim().min(2, "A phrase needs two letters at least.").max(200);

const SavedReply = z.object({
  name: z.string().trim().min(1, "A saved reply needs a name.").max(60),
  text: z.string().trim().min(1, "A saved reply needs words.").max(3_000),
});
export type SavedReply = z.infer<typeof SavedReply>;

/** Sends what matches to another Slack channel than the usual one. */
const Route = z.object({
  /** Words of the handoff's reason, of what matched or of what the visitor said, such as "refund". */
  words: z.string().trim().min(2, "A route needs two letters at least.").max(100),
  /** By id, or #name. */
  channel: z.string().trim().min(2).max(100),
});
export type Route = z.infer<typeof Route>;

/** Every setting an admin can change, with its default. The labels in Slack and on the settings page are the same. */
export const Settings = z.object({
  /** Off: nobody is handed to people, and visitors are told so. */
  liveHandoff: z.boolean().default(true),
  /** The team is away until then (ms since 1970); 0 when it is not, `maxAway` until somebody comes back. */
  awayUntil: z.number().int().min(0).default(0),
  /** When people answer; none: always. */
  hours: Hours.default({ timeZone: "UTC", week: [], holidays: [] }),
  /** Closed, too, while nobody of the team is seen in Slack or in the inbox. */
  presenceCounts: z.boolean().default(false),
  /** Where handoffs appear in Slack, by id or #name; empty for SLACK_CHANNEL. */
  slackChannel: z.string().trim().max(100).default(""),
  routes: z.array(Route).max(50).default([]),
  /** What visitors write to be handed to people at once, beside what the detector knows by itself. */
  triggerPhrases: z.array(phrase).max(200).default([]),
  /** In the admin's words, for the assistant: when to hand off. */
  handoffRules: z.array(z.string().trim().min(5, "A rule needs a few words.").max(500)).max(50).default([]),
  /** The admin's part of the assistant's system prompt. */
  assistantInstructions: z.string().trim().max(20_000).default(""),
  /** Tell these people by email that somebody waits. */
  emailNotifications: z.boolean().default(false),
  emailRecipients: EmailRecipients.default([]),
  /** Tell these numbers by SMS that somebody waits. */
  smsNotifications: z.boolean().default(false),
  smsRecipients: SmsRecipients.default([]),
  /** When nobody is told by email or SMS; what waits then is told of afterwards. Empty: never. */
  quietHours: QuietHours.default({ from: "", to: "" }),
  /** Those of single addresses and numbers, which count instead. */
  personalQuietHours: PersonalQuietHours.default([]),
  /** At most so many SMS in 24 hours, whatever happens. */
  smsPerDay: z.number().int().min(1, "One a day at least, or switch SMS off.").max(1_000).default(50),
  /** What is done while nobody answers. */
  ladder: Ladder.default(usualLadder),
  /** The first words in the widget; empty for the standard ones, which promise only what is connected. */
  greeting: Sentence,
  /** What visitors are told at a handoff while the team is away or closed. */
  awayMessage: Sentence,
  /** Whether visitors are asked how it went: when people who answered have closed, and after the assistant alone, too. */
  askForRating: z.enum(["never", "people", "everyone"]).default("people"),
  /** In which words; empty for the standard ones, in the visitor's language where we know it. */
  ratingQuestion: Sentence,
  /** What visitors read in other languages instead of the words above. */
  messagesInLanguages: MessagesInLanguages.default([]),
  /** Seconds in which an agent can take a reply in Slack back before the visitor gets it. */
  holdSeconds: z.number().int().min(0).max(120, "At most 120 seconds.").default(0),
  /** Whether Slack's guests and people of other companies may answer visitors. */
  guestsMayReply: z.boolean().default(false),
  /** Whoever of a connected workspace signs in with Slack becomes an agent; guests do not. */
  slackTeamJoins: z.boolean().default(false),
  /** Addresses that are not let in by it: whoever was taken out of the team, for one. */
  notLetIn: z
    .array(z.string().trim().toLowerCase().pipe(z.email("One of these is not an email address.")))
    .max(1_000)
    .default([]),
  /** Slack user ids that may change settings, beside workspace admins and owners. */
  slackAdmins: z
    .array(z.string().regex(/^[UW][A-Z0-9]+$/, "A Slack user id begins with U or W."))
    .max(100)
    .default([]),
  /** In which people read and write where a conversation is translated, by its BCP 47 tag. */
  teamLanguage: z
    .string()
    .refine((tag) => tagIn(tag) !== undefined, "There is no such language. Write one such as German.")
    .default("en"),
  /** Cards, keys and passwords are masked in everything that leaves: Slack, email, SMS, the model. */
  maskSecrets: z.boolean().default(true),
  /** Who may look at what is masked, each time on the record. */
  secretsRevealedBy: z.enum(["admins", "everyone"]).default("admins"),
  /** What is erased because its time is over goes from Slack, too. */
  retentionErasesSlack: z.boolean().default(true),
  savedReplies: z.array(SavedReply).max(100).default([]),
});

export type Settings = z.infer<typeof Settings>;
export type SettingName = keyof Settings;

/** Away until somebody says otherwise. */
export const maxAway = Date.UTC(9999, 11, 31);
