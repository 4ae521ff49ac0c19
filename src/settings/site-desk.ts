import { keyOf } from "./change-key.ts";
import type { SettingsDesk } from "./index.ts";
import type { Site, SiteChange, Sites } from "./sites.ts";

/** Sites as admins change them: every change is in the same log as those of the settings. */
export interface SiteDesk extends Pick<Sites, "find" | "list"> {
  /** Returns false when the key is taken. */
  add(site: { key: string; name: string }, by: string): Promise<boolean>;
  /** Changes only what `wanted` names. Returns undefined when there is no such site. */
  change(key: string, wanted: SiteChange, by: string): Promise<Site | undefined>;
}

export function createSiteDesk({
  sites,
  settings,
}: {
  sites: Sites;
  settings: Pick<SettingsDesk, "note">;
}): SiteDesk {
  return {
    find: (key) => sites.find(key),
    list: () => sites.list(),

    async add(site, by) {
      const isNew = await sites.add(site);
      if (isNew) await settings.note([{ key: keyFor(site, "name"), before: null, after: site.name }], by);
      return isNew;
    },

    async change(key, wanted, by) {
      const before = await sites.find(key);
      if (!before) return undefined;
      const origins = wanted.origins && { origins: [...new Set(wanted.origins)] };
      const after = await sites.change(key, { ...wanted, ...origins });
      if (after) await settings.note(differences(before, after, wanted), by);
      return after;
    },
  };
}

const fields = ["name", "origins", "slack", "look", "keepDays"] as const;

const differences = (before: Site, after: Site, wanted: SiteChange) =>
  fields
    .filter((field) => wanted[field] !== undefined)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      key: keyFor(before, field),
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));

const keyFor = ({ key: siteKey }: { key: string }, field: (typeof fields)[number]) =>
  keyOf({ kind: "site", siteKey, field });
