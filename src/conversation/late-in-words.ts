/** What became of those who had asked for people while live handoff was off, once it is on again. */
export interface LateHandoffs {
  /** For so many people are called. */
  called: number;
  /** So many are only marked: they asked too long ago, were answered meanwhile, or were too many. */
  left: number;
}

/** For whoever switched it on; empty when nobody had asked. */
export function lateInWords({ called, left }: LateHandoffs): string {
  const asked = "asked for the team while it was off";
  const now = called > 0 ? `People are called now for ${visitors(called)} who ${asked}.` : "";
  const more =
    called > 0
      ? `${left} more ${left === 1 ? "is" : "are"}`
      : `${visitors(left)} who ${asked} ${left === 1 ? "is" : "are"}`;
  return left === 0 ? now : `${now} ${more} marked in the inbox.`.trim();
}

const visitors = (count: number) => (count === 1 ? "1 visitor" : `${count} visitors`);
