import { availabilityAt } from "./availability.ts";
import { momentInWords } from "./moment-in-words.ts";
import type { Settings } from "./schema.ts";

/** What a visitor is told at a handoff while nobody is there; undefined, for the usual sentence, when somebody is. */
export function handoffSentenceFor(
  settings: Pick<Settings, "awayUntil" | "hours" | "awayMessage">,
  now: number,
): string | undefined {
  const away = awaySentence(settings, now);
  if (!away) return undefined;
  return settings.awayMessage || `${away} Your conversation is with them, and they answer here.`;
}

/** What a visitor is asked who may want a person, and may not. Nobody is promised who is not there. */
export function offerSentenceFor(settings: Pick<Settings, "awayUntil" | "hours">, now: number): string {
  const away = awaySentence(settings, now);
  return away
    ? `${away} Would you like to leave this conversation with them? They answer here.`
    : "Would you like to talk to a person from the team?";
}

/** That the team is away, and until when; undefined while somebody is there. */
function awaySentence(settings: Pick<Settings, "awayUntil" | "hours">, now: number): string | undefined {
  const { isOpen, opensAt } = availabilityAt(settings, now);
  if (isOpen) return undefined;
  const { timeZone } = settings.hours;
  const until =
    opensAt === undefined ? "at the moment" : `until ${momentInWords(opensAt, { now, timeZone })}`;
  return `Our team is away ${until}.`;
}
