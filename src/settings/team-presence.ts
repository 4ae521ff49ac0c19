/** Whether somebody of the team is there now, as far as one can tell. What is unknown never closes anything. */
export type TeamPresence = "here" | "nobody" | "unknown";

/** One place where the team can be seen, such as a channel of Slack or the inbox. Never throws. */
export type SeesTeam = () => Promise<TeamPresence>;

/** Of several places: whoever is seen in one of them is there, and nobody is missed only where people can be seen. */
export async function seenAnywhere(places: readonly SeesTeam[]): Promise<TeamPresence> {
  const seen = await Promise.all(places.map((look) => look()));
  return seen.find((one) => one === "here") ?? seen.find((one) => one === "nobody") ?? "unknown";
}

/** What was last seen in a place, and when (ms since 1970). */
export interface Sighting {
  presence: TeamPresence;
  at: number;
}

/** What the nodes tell each other of it, so that one looks for all. */
export interface Sightings {
  last(place: string): Promise<Sighting | undefined>;
  save(place: string, sighting: Sighting): Promise<void>;
  /** True for one asker until then: they look, and everybody else reads what they saw. */
  take(place: string, request: { now: number; until: number }): Promise<boolean>;
}
