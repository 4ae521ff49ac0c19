import { momentInWords } from "./moment-in-words.ts";
import { isHoliday, nextOpening, openingAt } from "./schedule.ts";
import { maxAway, type Settings } from "./schema.ts";
import type { TeamPresence } from "./team-presence.ts";

export interface Availability {
  isOpen: boolean;
  reason: "open" | "away" | "holiday" | "hours" | "presence";
  /** The next opening in ms since 1970, if there is one within 30 days. */
  opensAt?: number;
  /** For admins: "Closed: outside office hours. Opens Monday 09:00 (Europe/Berlin)." */
  words: string;
}

const lookAheadMs = 30 * 24 * 60 * 60_000;

/**
 * Whether people answer now, in this order: away > holiday > hours > presence. Who says “away” is right before every plan;
 * then a holiday closes the whole day; then the office hours decide, and without any the team is always there; last, where
 * it counts, whether somebody is seen, which closes only when nobody is. Live handoff being off is another matter.
 */
export function availabilityAt(
  { awayUntil, hours }: Pick<Settings, "awayUntil" | "hours">,
  now: number,
  /** Left out where it does not count. */
  presence?: TeamPresence,
): Availability {
  const inWords = (at: number) => momentInWords(at, { now, timeZone: hours.timeZone });

  if (awayUntil >= maxAway)
    return { isOpen: false, reason: "away", words: "Away until somebody comes back." };
  if (awayUntil > now) return closed("away", `Away until ${inWords(awayUntil)}.`, awayUntil);
  if (isHoliday(hours, now)) return closed("holiday", "Closed: a holiday.", now);

  const opening = openingAt(hours, now);
  if (!opening) return closed("hours", "Closed: outside office hours.", now);
  if (presence === "nobody") return { isOpen: false, reason: "presence", words: nobodyIsSeen };
  const open =
    hours.week.length === 0 ? "Open: no office hours are set." : `Open until ${inWords(opening.to)}.`;
  return {
    isOpen: true,
    reason: "open",
    words: [open, presence && seen[presence]].filter(Boolean).join(" "),
  };

  function closed(reason: Availability["reason"], why: string, from: number): Availability {
    const opensAt = nextOpening(hours, from, now + lookAheadMs);
    if (opensAt === undefined)
      return { isOpen: false, reason, words: `${why} No opening in the next 30 days.` };
    const isSaid = reason === "away" && opensAt === from;
    return { isOpen: false, reason, opensAt, words: isSaid ? why : `${why} Opens ${inWords(opensAt)}.` };
  }
}

const nobodyIsSeen =
  "Closed: nobody is active in the Slack channel, and no inbox is open. Opens as soon as somebody is there.";
const seen = {
  here: "Somebody is there.",
  unknown: "Slack does not say whether somebody is there, so presence closes nothing.",
};
