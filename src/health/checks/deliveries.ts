import type { Lanes } from "../../conversation/lanes.ts";
import { broken, type Look, ok, warn } from "../check.ts";

/** Whether what happened reaches those who must hear of it. */
export const lookAtDeliveries = ({ lanes }: { lanes: Pick<Lanes, "depth" | "troubles"> }): Look => ({
  name: "Deliveries",
  async look() {
    const [depth, troubles] = await Promise.all([lanes.depth(), lanes.troubles(1)]);
    const [worst] = troubles;
    const dead = sum(depth.map((lane) => lane.dead));
    const waiting = sum(depth.map((lane) => lane.waiting));
    if (dead > 0)
      return broken(
        `Given up for ${inWords(dead)}: ${named(depth, "dead")}. ${because(worst)}They are tried again at the next message, or once the cause is mended.`,
      );
    if (worst) return warn(`Being tried again: ${named(depth, "waiting")}. ${because(worst)}`.trim());
    if (waiting > 0) return ok(`Under way: ${named(depth, "waiting")}.`);
    return ok("Everything has been delivered.");
  },
});

interface Depth {
  listener: string;
  waiting: number;
  dead: number;
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

const inWords = (count: number) => `${count} ${count === 1 ? "conversation" : "conversations"}`;

const named = (depth: Depth[], which: "waiting" | "dead") =>
  depth
    .filter((lane) => lane[which] > 0)
    .map((lane) => `${lane[which]} to ${lane.listener}`)
    .join(", ");

const because = (trouble: { listener: string; error: string } | undefined) =>
  trouble ? `The last reason (${trouble.listener}): ${ended(trouble.error)} ` : "";

const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
