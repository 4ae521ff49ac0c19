import type { Entry } from "./entry.ts";
import { maxPostLength } from "./pack.ts";
import { sizeOf } from "./size.ts";

/** What has no room in a post in which message `seq` has grown: the end of that message, so that all else stays. */
export function beyondRoom(entries: readonly Entry[], seq: number): Entry[] {
  const sizeOfAll = (some: readonly Entry[]) => some.reduce((sum, entry) => sum + sizeOf(entry), 0);
  const grown = entries.filter(({ position }) => position.seq === seq);
  let room = maxPostLength - sizeOfAll(entries) + sizeOfAll(grown);
  const first = grown.findIndex((entry) => {
    room -= sizeOf(entry);
    return room < 0;
  });
  return first < 0 ? [] : grown.slice(first);
}
