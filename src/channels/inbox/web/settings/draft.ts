import { useState } from "preact/hooks";
import type { SettingsPage as Loaded, Settings, Site } from "../../settings/protocol.ts";
import { ask } from "../api.ts";
import { useSubmit } from "../elements/form.tsx";

/** What a site may be changed to; a Slack place may be half typed. */
export type SiteEdit = Partial<Omit<Site, "key" | "slack">> & { slack?: Site["slack"] | null };

export type Draft = ReturnType<typeof useDraft>;

/**
 * What was typed on the settings page and is not saved yet. Only that is kept and sent, so what somebody else saves
 * meanwhile shows up here and is never taken back.
 */
export function useDraft(loaded: Loaded, saved: (loaded: Loaded) => void) {
  const [edits, setEdits] = useState<Partial<Settings>>({});
  const [siteEdits, setSiteEdits] = useState<Partial<Record<string, SiteEdit>>>({});
  const [isSaved, setSaved] = useState(false);
  /** What the last save set off. */
  const [late, setLate] = useState<Loaded["late"]>();
  const [refused, setRefused] = useState<string>();

  const { submit, busy, problem, fields } = useSubmit(async () => {
    setRefused("settings");
    const page = await ask<Loaded>("PUT", "/api/settings", differing(loaded.settings, edits));
    saved(page);
    setLate(page.late);
    setEdits((now) => without(now, edits));
    for (const site of loaded.sites) {
      const change = differing(site, { ...siteEdits[site.key] });
      if (Object.keys(change).length === 0) continue;
      setRefused(site.key);
      saved(await ask<Loaded>("PUT", `/api/sites/${encodeURIComponent(site.key)}`, change));
    }
    setSiteEdits((now) => without(now, siteEdits));
    setSaved(true);
  });

  return {
    ...{ submit, busy, problem, fields, isSaved, late, notifications: loaded.notifications },
    settings: { ...loaded.settings, ...edits },
    /** Without what is typed and not saved yet. */
    saved: loaded.settings,
    sites: loaded.sites.map((site) => ({ ...site, ...siteEdits[site.key] })),

    set:
      <Name extends keyof Settings>(name: Name) =>
      (value: Settings[Name]) => {
        setSaved(false);
        setEdits((before) => ({ ...before, [name]: value }));
      },

    setSite(key: string, edit: SiteEdit) {
      setSaved(false);
      setSiteEdits((before) => ({ ...before, [key]: { ...before[key], ...edit } }));
    },

    errors: (name: keyof Settings) => (refused === "settings" ? fields[name] : undefined),
    siteErrors: (key: string, name: keyof SiteEdit) => (refused === key ? fields[name] : undefined),
  };
}

/** What was typed while the rest was on its way is still to be saved. */
const without = <Edits extends object>(now: Edits, sent: Edits): Partial<Edits> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => new Map(Object.entries(sent)).get(name) !== value),
  ) as Partial<Edits>;

function differing<Whole extends object>(before: Whole, edits: { [Name in keyof Whole]?: unknown }): object {
  const current = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => !isSame(value ?? null, current.get(name) ?? null)),
  );
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
