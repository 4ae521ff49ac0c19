import { z } from "zod";
import type { LateHandoffs } from "../../../conversation/late-in-words.ts";
import { maxTextLength } from "../../../conversation/message.ts";
import type { LastNotice, Unreachable, Way } from "../../../notifications/notice.ts";
import type { Availability } from "../../../settings/availability.ts";
import type { Callable } from "../../../settings/callable.ts";
import type { SettingChange } from "../../../settings/index.ts";
import { Settings } from "../../../settings/schema.ts";
import { type Site, SiteChange, SiteKey } from "../../../settings/sites.ts";

export interface SettingsPage {
  settings: Settings;
  sites: Site[];
  /** Newest first. */
  changes: SettingChange[];
  /** Which ways of telling people are connected. */
  notifications: Notifications;
  /** Whether people answer now. */
  availability: Availability;
  /** So many asked for people while live handoff was off, and nobody has taken them since. */
  missed: number;
  /** What became of such, where it was just switched on. */
  late?: LateHandoffs | undefined;
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

/** `GET /api/settings/callable`: whom a step of the ladder can call in Slack, by name. */
export interface CallablePage {
  callable: Callable[];
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

export type { Callable, Settings, Site };
