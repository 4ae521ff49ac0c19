import { availabilityAt } from "./availability.ts";
import { momentInWords } from "./moment-in-words.ts";
import type { Settings } from "./schema.ts";

/** What a visitor is told at a handoff while nobody is there; undefined, for the usual sentence, when somebody is. */
export function handoffSentenceFor(
  settings: Pick<Settings, "awayUntil" | "hours" | "awayMessage">,
  now: number,
): string | undefined {
  const { isOpen, opensAt } = availabilityAt(settings, now);
  if (isOpen) return undefined;
  if (settings.awayMessage) return settings.awayMessage;

  const { timeZone } = settings.hours;
  const until =
    opensAt === undefined ? "at the moment" : `until ${momentInWords(opensAt, { now, timeZone })}`;
  return `Our team is away ${until}. Your conversation is with them, and they answer here.`;
}
