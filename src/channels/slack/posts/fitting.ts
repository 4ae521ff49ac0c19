import type { Entry } from "./entry.ts";
import { maxPostLength } from "./pack.ts";
import { sizeOf } from "./size.ts";

/**
 * What of `entries` stays in a post when message `seq` has grown beyond its room, and what goes on elsewhere: the end of
 * that message, so that everything else stays where it is.
 */
export function fitting(entries: readonly Entry[], seq: number): { kept: Entry[]; rest: Entry[] } {
  const isGrown = ({ position }: Entry) => position.seq === seq;
  let room = maxPostLength - sizeOfAll(entries.filter((entry) => !isGrown(entry)));
  const rest: Entry[] = [];
  const kept: Entry[] = [];
  for (const entry of entries) {
    if (!isGrown(entry)) {
      kept.push(entry);
      continue;
    }
    room -= sizeOf(entry);
    if (room >= 0 && rest.length === 0) kept.push(entry);
    else {
      if (rest.length === 0) kept.push(goesOn(entry));
      rest.push(entry);
    }
  }
  return { kept, rest };
}

const sizeOfAll = (entries: Entry[]) => entries.reduce((sum, entry) => sum + sizeOf(entry), 0);

function goesOn(entry: Entry): Entry {
  const { position, at } = entry;
  const name = entry.kind === "line" ? "The message" : `${entry.speaker.name}’s message`;
  return { kind: "line", position, at, text: `${name} goes on in a later reply.`, isCall: false };
}
