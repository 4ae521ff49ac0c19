import { changedUnder } from "../../../../settings/change-key.ts";
import { hoursInWords } from "../../../../settings/hours-in-words.ts";
import { ladderLines } from "../../../../settings/ladder-lines.ts";
import { languageName } from "../../../../settings/languages.ts";
import { ratingChoices } from "../../../../settings/rating-choices.ts";
import type { Settings, Site } from "../../settings/protocol.ts";
import { exactly } from "../elements/times.ts";

/** As the fields of the page are called. */
const names: Record<keyof Settings, string> = {
  liveHandoff: "Live handoff",
  awayUntil: "Away until",
  hours: "Office hours",
  presenceCounts: "Presence counts",
  slackChannel: "Slack channel",
  routes: "Routes",
  triggerPhrases: "Trigger phrases",
  handoffRules: "Handoff rules",
  assistantInstructions: "Assistant instructions",
  emailNotifications: "Email notifications",
  emailRecipients: "Email recipients",
  smsNotifications: "SMS notifications",
  smsRecipients: "SMS recipients",
  quietHours: "Quiet hours",
  personalQuietHours: "Quiet hours of one person",
  smsPerDay: "SMS a day",
  ladder: "No-answer ladder",
  greeting: "Greeting",
  awayMessage: "Away message",
  askForRating: "Ask for a rating",
  ratingQuestion: "Rating question",
  messagesInLanguages: "Messages in other languages",
  holdSeconds: "Undo seconds",
  guestsMayReply: "Guests may reply",
  slackTeamJoins: "Let everybody of the workspace in",
  notLetIn: "Not let in",
  slackAdmins: "Slack admins",
  savedReplies: "Saved replies",
  teamLanguage: "Team language",
  maskSecrets: "Mask cards, keys and passwords",
  secretsRevealedBy: "Who may reveal what is masked",
  retentionErasesSlack: "Erase in Slack too",
};

const siteFields: Record<string, string> = {
  name: "Site name",
  origins: "Allowed origins",
  slack: "Slack channel",
  look: "Look",
  keepDays: "Days conversations are kept",
};

/** "Greeting"; "Allowed origins of Shop". */
export function changedName(key: string, sites: Site[]): string {
  const changed = changedUnder(key);
  switch (changed.kind) {
    case "workspace":
      return `Slack workspace ${changed.team}`;
    case "knowledge": {
      const { what, title } = changed;
      return `${what.startsWith("rejected") ? "what was proposed to learn" : "the knowledge"}: “${title}”`;
    }
    case "site": {
      const name = sites.find((site) => site.key === changed.siteKey)?.name ?? changed.siteKey;
      return `${siteFields[changed.field] ?? changed.field} of ${name}`;
    }
    case "setting":
      return new Map(Object.entries(names)).get(key) ?? key;
  }
}

export function valueInWords(key: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (key === "secretsRevealedBy") return value === "everyone" ? "everybody of the team" : "admins";
  if (key === "askForRating")
    return ratingChoices.find((choice) => choice.value === value)?.label ?? "nothing";
  if (key === "teamLanguage") return languageName(String(value));
  if (key === "quietHours" && isRecord(value)) return quietInWords(value);
  if (key === "personalQuietHours" && Array.isArray(value))
    return value.map((one) => `${one.recipient}: ${quietInWords(one)}`).join(", ") || "nothing";
  if (key === "ladder" && Array.isArray(value)) return ladderLines(value).join(", ") || "nothing";
  if (key === "awayUntil" && typeof value === "number") return awayInWords(value);
  if (Array.isArray(value)) return value.map((one) => valueInWords("", one)).join(", ") || "nothing";
  if (isRecord(value)) return key === "hours" ? plannedInWords(value) : entriesInWords(value);
  return value === null || value === undefined || value === "" ? "nothing" : String(value);
}

const aCenturyMs = 100 * 365 * 24 * 60 * 60_000;

function awayInWords(until: number): string {
  if (until === 0) return "not away";
  return until > Date.now() + aCenturyMs ? "somebody comes back" : exactly(until);
}

function plannedInWords({ week, timeZone, holidays }: Record<string, unknown>): string {
  const hours = Array.isArray(week) ? hoursInWords(week) : "";
  const days = Array.isArray(holidays) && holidays.length > 0 ? `, closed on ${holidays.join(", ")}` : "";
  return `${hours} (${timeZone})${days}`;
}

const quietInWords = ({ from, to }: Record<string, unknown>) => (from ? `${from} to ${to}` : "never quiet");

const entriesInWords = (value: Record<string, unknown>) =>
  Object.values(value)
    .filter((part) => part !== "")
    .join(": ");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
