import { z } from "zod";
import { maxKeepDays } from "./max-keep-days.ts";
import { Origins } from "./origins.ts";

/** A Slack workspace and channel, by their ids. */
export const SlackPlace = z.object({
  team: z.string().regex(/^T[A-Z0-9]+$/, "A workspace id begins with T."),
  channel: z.string().regex(/^[CG][A-Z0-9]+$/, "A channel id begins with C or G."),
});
export type SlackPlace = z.infer<typeof SlackPlace>;

/** How the widget looks on a site. */
export const SiteLook = z.object({
  /** The launcher and the visitor's own messages; the widget's usual colour when empty. */
  accent: z
    .string()
    .regex(/^(#[0-9a-fA-F]{6})?$/, "Write a colour such as #1a73e8.")
    .default(""),
  /** At which edge of the page the launcher stands. */
  side: z.enum(["right", "left"]).default("right"),
});
export type SiteLook = z.infer<typeof SiteLook>;

/** For how many days closed conversations are kept after their last word; 0: for ever. */
export const KeepDays = z
  .number("Write a number of days, or 0 to keep conversations for ever.")
  .int("Write whole days.")
  .min(0, "Write a number of days, or 0 to keep conversations for ever.")
  .max(maxKeepDays, `At most ${maxKeepDays} days. 0 keeps conversations for ever.`);

export const SiteChange = z.object({
  name: z.string().trim().min(1, "A site needs a name.").max(80).optional(),
  origins: Origins.optional(),
  /** Null: the usual workspace and channel. */
  slack: SlackPlace.nullable().optional(),
  look: SiteLook.optional(),
  keepDays: KeepDays.optional(),
});
export type SiteChange = z.infer<typeof SiteChange>;

/** Goes into the embed snippet. */
export const SiteKey = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "A key has small letters, digits and dashes only, at most 40.");

/** What the site is called that exists from the first start. */
export const firstSiteName = "Website";

/** One place where the widget is embedded. */
export interface Site {
  key: string;
  name: string;
  /** Origins such as `https://shop.example` whose pages may embed the widget; none means every page may. */
  origins: string[];
  /** Where its conversations go in Slack; the usual workspace and channel when undefined. */
  slack: SlackPlace | undefined;
  look: SiteLook;
  keepDays: number;
}

export interface Sites {
  find(key: string): Promise<Site | undefined>;
  list(): Promise<Site[]>;
  /** Returns false when the key is taken. */
  add(site: { key: string; name: string }): Promise<boolean>;
  /** Returns undefined when there is no such site. */
  change(key: string, change: SiteChange): Promise<Site | undefined>;
}
