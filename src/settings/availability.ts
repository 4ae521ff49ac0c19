import { momentInWords } from "./moment-in-words.ts";
import { isHoliday, nextOpening, openingAt } from "./schedule.ts";
import { maxAway, type Settings } from "./schema.ts";

export interface Availability {
  isOpen: boolean;
  reason: "open" | "away" | "hours" | "holiday";
  /** The next opening in ms since 1970, if there is one within 30 days. */
  opensAt?: number;
  /** For admins: "Closed: outside office hours. Opens Monday 09:00 (Europe/Berlin)." */
  words: string;
}

const lookAheadMs = 30 * 24 * 60 * 60_000;

/**
 * Whether people answer now. Who says “away” is right before every plan; then a holiday closes the whole day; then the
 * office hours decide, and without any the team is always there. Live handoff being off is another matter.
 */
export function availabilityAt(
  { awayUntil, hours }: Pick<Settings, "awayUntil" | "hours">,
  now: number,
): Availability {
  const inWords = (at: number) => momentInWords(at, { now, timeZone: hours.timeZone });

  if (awayUntil >= maxAway)
    return { isOpen: false, reason: "away", words: "Away until somebody comes back." };
  if (awayUntil > now) return closed("away", `Away until ${inWords(awayUntil)}.`, awayUntil);
  if (isHoliday(hours, now)) return closed("holiday", "Closed: a holiday.", now);

  const opening = openingAt(hours, now);
  if (!opening) return closed("hours", "Closed: outside office hours.", now);
  if (hours.week.length === 0)
    return { isOpen: true, reason: "open", words: "Open: no office hours are set." };
  return { isOpen: true, reason: "open", words: `Open until ${inWords(opening.to)}.` };

  function closed(reason: Availability["reason"], why: string, from: number): Availability {
    const opensAt = nextOpening(hours, from, now + lookAheadMs);
    if (opensAt === undefined)
      return { isOpen: false, reason, words: `${why} No opening in the next 30 days.` };
    const isSaid = reason === "away" && opensAt === from;
    return { isOpen: false, reason, opensAt, words: isSaid ? why : `${why} Opens ${inWords(opensAt)}.` };
  }
}
