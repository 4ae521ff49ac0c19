import { type Availability, availabilityAt } from "./availability.ts";
import { Settings } from "./schema.ts";
import type { SeesTeam } from "./team-presence.ts";

/** One change of one setting, for the change log. */
export interface SettingChange {
  key: string;
  before: unknown;
  after: unknown;
  /** The name of the person who made it. */
  by: string;
  at: number;
}

export interface SettingsStore {
  all(): Promise<Record<string, unknown>>;
  save(changes: SettingChange[]): Promise<void>;
  /** Only into the log. */
  note(changes: SettingChange[]): Promise<void>;
  /** Newest first. */
  log(limit: number): Promise<SettingChange[]>;
}

export interface SettingsDesk {
  current(): Promise<Settings>;
  /** Whether people answer now: everybody who asks gets this answer. */
  availability(): Promise<Availability>;
  /** Saves what differs and logs who changed it. Throws zod's error, with the path of each field that is wrong. */
  change(wanted: Partial<Settings>, by: string): Promise<Settings>;
  /** Puts changes of what is kept elsewhere, such as a site, into the same log. */
  note(changes: Pick<SettingChange, "key" | "before" | "after">[], by: string): Promise<void>;
  changes(limit?: number): Promise<SettingChange[]>;
  /** Calls back after each change or note, whoever made it and on whichever node. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Whom to tell of a change, and from whom to hear of theirs. */
export interface OtherNodes {
  tell(): void;
  hear(listener: () => void): void;
}

export interface SettingsOptions {
  store: SettingsStore;
  now: () => number;
  otherNodes?: OtherNodes | undefined;
  /** Asked only where presence counts and would decide. */
  seesTeam?: SeesTeam | undefined;
}

/** Every visitor's message asks for the settings; a change another node could not tell of is seen after this long. */
const rememberedMs = 1_000;

export function createSettings({
  store,
  now,
  otherNodes,
  seesTeam = nobodyLooks,
}: SettingsOptions): SettingsDesk {
  let remembered: { settings: Promise<Settings>; until: number } | undefined;
  const listeners = new Set<() => void>();
  otherNodes?.hear(changed);

  const read = async () => Settings.parse(await store.all());

  async function current(): Promise<Settings> {
    if (!remembered || remembered.until <= now()) {
      remembered = { settings: read(), until: now() + rememberedMs };
      remembered.settings.catch(() => {
        remembered = undefined;
      });
    }
    return remembered.settings;
  }

  function changed(): void {
    remembered = undefined;
    for (const listener of listeners) listener();
  }

  function tell(): void {
    changed();
    otherNodes?.tell();
  }

  return {
    current,

    async availability() {
      const settings = await current();
      const planned = availabilityAt(settings, now());
      if (!planned.isOpen || !settings.presenceCounts) return planned;
      return availabilityAt(settings, now(), await seesTeam());
    },

    async change(wanted, by) {
      const before = await read();
      const after = Settings.parse({ ...before, ...wanted });
      const changes = keys(after)
        .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
        .map((key) => ({ key, before: before[key], after: after[key], by, at: now() }));
      remembered = undefined;
      if (changes.length === 0) return after;
      await store.save(changes);
      tell();
      return after;
    },

    async note(changes, by) {
      if (changes.length === 0) return;
      await store.note(changes.map((change) => ({ ...change, by, at: now() })));
      tell();
    },

    changes: (limit = 100) => store.log(limit),

    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const nobodyLooks: SeesTeam = async () => "unknown";

const keys = (settings: Settings) => Object.keys(settings) as (keyof Settings)[];
