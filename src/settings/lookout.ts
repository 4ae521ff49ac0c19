import type { SeesTeam, Sightings, TeamPresence } from "./team-presence.ts";

export interface LookoutOptions {
  place: string;
  /** Looks now; may take seconds. Never throws. */
  look: SeesTeam;
  sightings: Sightings;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What was seen is true for so long. */
export const freshMs = 60_000;
/** Older than that it says nothing any more. */
export const usableMs = 5 * 60_000;
/** A node that looks for longer is taken for dead. */
const leaseMs = 30_000;
/** Nobody who asks for a person waits longer for it. */
const patienceMs = 1_500;

/**
 * Looks only when somebody asks, once a minute at most on all nodes together. That somebody was there a moment ago is said
 * at once; that nobody was is looked at first, for a moment, because it turns visitors away.
 */
export function createLookout({ place, look, sightings, now }: LookoutOptions): SeesTeam {
  let looking: Promise<TeamPresence | undefined> | undefined;

  return async () => {
    const last = await sightings.last(place);
    const ageMs = last ? now() - last.at : Number.POSITIVE_INFINITY;
    if (last && ageMs < freshMs) return last.presence;

    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    const lately = last && ageMs < usableMs ? last.presence : "unknown";
    return lately === "here" ? lately : ((await withinPatience(looking)) ?? lately);
  };

  /** Undefined when another node looks. */
  async function lookOnce(): Promise<TeamPresence | undefined> {
    const started = now();
    if (!(await sightings.take(place, { now: started, until: started + leaseMs }))) return undefined;
    const presence = await look();
    await sightings.save(place, { presence, at: now() });
    return presence;
  }
}

function withinPatience<T>(looking: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  return Promise.race([looking, late]).finally(() => clearTimeout(timer));
}
