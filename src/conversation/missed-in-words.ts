import type { Decision } from "./decision.ts";

/** Why somebody needs the team who was not handed to it, for the team. */
export const missedInWords = ({ by }: Pick<Decision, "by">): string =>
  by === "failure"
    ? "Could not be answered while live handoff was off"
    : "Asked for a person while live handoff was off";
