/** All that goes over the wire between the inbox's web app and the server. The web app imports the types only. */
import { z } from "zod";
import type { Report } from "../../analytics/report.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import { maxTextLength } from "../../conversation/message.ts";
import { type Article, WebAddress } from "../../knowledge/article.ts";
import type { Proposal } from "../../knowledge/ports.ts";
import type { LastNotice, Unreachable, Way } from "../../notifications/notice.ts";
import type { Availability } from "../../settings/availability.ts";
import type { SettingChange } from "../../settings/index.ts";
import { Settings } from "../../settings/schema.ts";
import { type Site, SiteChange, SiteKey } from "../../settings/sites.ts";
import type { TeamMember } from "../../team/team-member.ts";

const conversationId = z.string().min(1).max(100);

/** `GET /api/conversations`; `mine` is what the asking member owns, closed ones aside. */
export const ListQuery = z.object({
  status: z.enum(["open", "waiting", "mine", "closed"]).default("open"),
  search: z.string().trim().max(200).optional(),
  /** The `cursor` of the page before. */
  after: z.string().max(500).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** `id` is made by the page: sent twice, it is done once. */
export const Act = z.object({ id: z.uuid() });
export const Saying = Act.extend({ text: z.string().max(50_000) });
/** `suggestion`: the assistant's that it was made from. */
export const Reply = Saying.extend({ suggestion: z.string().min(1).max(100).optional() });

export const ReportQuery = z
  .object({
    from: z.coerce.number().int().min(0),
    to: z.coerce.number().int().min(0),
    timeZone: z.string().max(60).refine(isTimeZone, "There is no such time zone.").default("UTC"),
  })
  .refine(({ from, to }) => to > from && to - from <= 400 * 24 * 60 * 60 * 1000, "At most 400 days.");

/** What the page says over `/api/live`. */
export const FromPage = z.discriminatedUnion("type", [
  /** Show me this conversation from after this `seq` on; replaces what was watched before. */
  z.object({ type: z.literal("watch"), conversationId, after: z.number().int().min(0) }),
  z.object({ type: z.literal("unwatch") }),
  /** Answered with `pong`: how a browser, which sees no WebSocket pings, learns that the line is dead. */
  z.object({ type: z.literal("ping") }),
]);
export type FromPage = z.infer<typeof FromPage>;

/** What the server says over `/api/live`. */
export type ToPage =
  /** A conversation as the list shows it, whenever something happened in it. */
  | { type: "conversation"; summary: Listed }
  /** Of the watched conversation: everything after the cursor, in order. `seq` is the new cursor. */
  | {
      type: "news";
      conversationId: string;
      seq: number;
      conversation: Conversation;
      events: ConversationEvent[];
    }
  /** Settings, sites or workspaces were changed, by whomever. */
  | { type: "settings" }
  | { type: "pong" };

/** The page must sign in again: the session ended, or the member left the team. */
export const signedOutCode = 4401;

export interface Listed {
  conversation: Conversation;
  /** What was last said; absent when only the state changed and it is not at hand. */
  lastText?: string | undefined;
  lastAt: number;
}

export interface ListedPage {
  summaries: Listed[];
  cursor?: string | undefined;
}

/** Whether a conversation can be translated: into `teamLanguage` (a BCP 47 tag), or why not and what to set. */
export interface TranslationOffer {
  teamLanguage: string;
  problem?: string | undefined;
}

export interface WholeConversation {
  conversation: Conversation;
  events: ConversationEvent[];
  translation?: TranslationOffer | undefined;
}

/** After a verb: where it stands in the conversation. `fresh` is false when it had been done before. */
export interface Done {
  fresh: boolean;
  seq: number;
  conversation?: Conversation | undefined;
}

/** `GET /api/conversations/ID/delivery`: whether the conversation got to Slack; `error` is the last one, in words. */
export type Delivery =
  | { state: "fine" }
  | { state: "trying"; error: string }
  | { state: "givenUp"; error: string; at: number };

export interface Me {
  member: TeamMember;
}

export interface SettingsPage {
  settings: Settings;
  sites: Site[];
  /** Newest first. */
  changes: SettingChange[];
  /** Which ways of telling people are connected. */
  notifications: Notifications;
  /** Whether people answer now. */
  availability: Availability;
  /** For the embed snippets. */
  publicUrl: string;
}

/** `PUT /api/settings/away`: "2h", "tomorrow", "Monday 9:00"; empty until somebody comes back. */
export const Away = z.object({ until: z.string().max(100) });

/** `POST /api/sites`. */
export const NewSite = z.object({ key: SiteKey, name: SiteChange.shape.name.unwrap() });

/** `GET /api/settings/notifications`: the last message to each recipient, and who cannot be reached. */
export interface NotificationState {
  last: LastNotice[];
  unreachable: Unreachable[];
}
export type { Way };

const phrases = Settings.shape.triggerPhrases;
/** `POST /api/triggers/replay`: trigger phrases as typed, saved or not. */
export const TriggerReplay = z.object({ phrases });
/** `POST /api/triggers/test`. */
export const TriggerTest = z.object({ phrases, text: z.string().trim().min(1).max(maxTextLength) });

/** What would become of a sentence, in words. */
export interface Tested {
  words: string;
}

/** What other phrases would have made of what visitors wrote to the assistant, the latest conversations first. */
export interface Replayed {
  messages: number;
  conversations: { read: number; of: number };
  /** Would be handed to people at once, and are not now. */
  connected: ReplayedChanges;
  /** Are handed to people at once now, and would not be any more. */
  released: ReplayedChanges;
}

export interface ReplayedChanges {
  count: number;
  /** The latest of them. */
  examples: {
    conversationId: string;
    visitorId: string;
    /** Their name or address, where it is known. */
    visitor?: string | undefined;
    /** When it was written, ms since 1970. */
    at: number;
    text: string;
    /** The words or the phrase that decide. */
    matched: string;
  }[];
}

export interface Notifications {
  email: boolean;
  sms: boolean;
}

/** `GET /api/settings/slack-workspaces`. */
export interface SlackPlaces {
  /** Whether further workspaces can install the app, at `/slack/install`. */
  canInstall: boolean;
  /** The oldest first. */
  workspaces: ListedWorkspace[];
}

/** A Slack workspace that installed the app. */
export interface ListedWorkspace {
  team: string;
  name: string;
  /** Visitors' conversations are sent to approved ones only. */
  isApproved: boolean;
  /** Who installed the app, in words. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  /** How it is doing, with the remedy in `detail`; undefined until it is approved. */
  health: { state: "on" | "broken" | "starting"; detail: string } | undefined;
}

/** `GET /api/knowledge`, and what every change of it is answered with. */
export interface KnowledgePage {
  /** The latest changed on top. */
  articles: ListedArticle[];
  /** What nobody has decided about, the oldest first. */
  proposals: Proposal[];
  sites: Pick<Site, "key" | "name">[];
}

/** An article without its text, of which there is only the beginning. */
export type ListedArticle = Omit<Article, "text"> & { hasText: boolean; preview: string };

/** `POST /api/knowledge/pages`: one address a line. */
export const NewPages = z.object({
  urls: z
    .string()
    .max(100_000)
    .transform((lines) => lines.split(/\s+/).filter(Boolean))
    .pipe(z.array(WebAddress).min(1, "Write one address a line.").max(50, "At most 50 addresses at once.")),
  siteKey: z.string().max(40).optional(),
});

/** `GET /api/knowledge/search`. */
export const TriedQuestion = z.object({
  question: z.string().trim().min(1, "Write a question first.").max(2_000),
  site: z.string().max(40).default("default"),
});

/** What the assistant would be given for a question; `share` is how much of the question it speaks of, from 0 to 1. */
export interface FoundPassage {
  articleId: string;
  title: string;
  heading: string;
  text: string;
  url?: string | undefined;
  share: number;
}

export type { Article, Proposal, Report, Settings, Site, TeamMember };

/** Every refusal's body. `fields` names what is wrong where. */
export interface Refusal {
  error: { message: string; fields?: Record<string, string[]> | undefined };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
