import type { Copy } from "../../../conversation/ports.ts";
import { decodeThread } from "../replies/thread.ts";
import type { Entry } from "./entry.ts";
import { isAfter, type Position } from "./metadata.ts";
import { firstFilePart } from "./said.ts";

/**
 * What of a conversation stands in one of our posts. A message that has grown may begin in one post and go on in a later
 * one: it stands in each up to where the next begins, and the last one has the rest. `others` are the thread's posts that
 * hold any of the same messages.
 */
export function standingIn(copy: Copy, entries: readonly Entry[], others: readonly Copy[]): Entry[] {
  const later = others.filter(
    (other) => isOfFiles(other.from) === isOfFiles(copy.from) && isLater(other, copy),
  );
  return entries.filter(
    ({ position }) =>
      isOfFiles(position) === isOfFiles(copy.from) &&
      !isAfter(copy.from, position) &&
      position.seq <= copy.to.seq &&
      !later.some(({ from }) => from.seq === position.seq && position.part >= from.part),
  );
}

/** Files stand in posts of their own. */
const isOfFiles = ({ part }: Position) => part >= firstFilePart;

/** Posts are in the order in which they say things; of two that begin alike, the one that was posted later comes after. */
function isLater(one: Copy, other: Copy): boolean {
  if (isAfter(one.from, other.from)) return true;
  return !isAfter(other.from, one.from) && tsOf(one) > tsOf(other);
}

const tsOf = ({ externalId }: Copy) => Number(decodeThread(externalId).ts);
