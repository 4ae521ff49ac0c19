import type { Log } from "../../../log.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { SeesTeam, Sightings } from "../../../settings/team-presence.ts";

export interface OpenInboxOptions {
  sightings: Pick<Sightings, "last" | "save">;
  settings: Pick<SettingsDesk, "current">;
  now: () => number;
  log: Log;
}

/** A page that is open says so every half minute; whoever loads it anew has not left. */
const openForMs = 90_000;
const place = "inbox";

/** Whoever has the inbox open is there, on whichever node. That nobody has says nothing: they may be in Slack. */
export function createOpenInbox({ sightings, settings, now, log }: OpenInboxOptions) {
  let lastOpenAt = Number.NEGATIVE_INFINITY;
  const isLately = (at: number) => now() - at < openForMs;

  return {
    /** A page is open, or still open. */
    isOpen(): void {
      lastOpenAt = now();
      tellOthers().catch((error: unknown) =>
        log.warn("it could not be saved that an inbox is open", { error }),
      );
    },

    seesTeam: (async () => {
      if (isLately(lastOpenAt)) return "here";
      const last = await sightings.last(place);
      return last && isLately(last.at) ? "here" : "unknown";
    }) satisfies SeesTeam,
  };

  async function tellOthers(): Promise<void> {
    const { presenceCounts } = await settings.current();
    if (presenceCounts) await sightings.save(place, { presence: "here", at: lastOpenAt });
  }
}
