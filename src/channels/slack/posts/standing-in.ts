import type { Copy } from "../../../conversation/threads.ts";
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
  const isElsewhere = ({ position: { seq, part } }: Entry) =>
    later.some(({ from }) => from.seq === seq && part >= from.part);
  return entries
    .filter(
      ({ position }) =>
        isOfFiles(position) === isOfFiles(copy.from) &&
        !isAfter(copy.from, position) &&
        position.seq <= copy.to.seq,
    )
    .flatMap((entry, index, all) => {
      if (!isElsewhere(entry)) return [entry];
      const before = all[index - 1];
      const isSaidAlready = before?.position.seq === entry.position.seq && isElsewhere(before);
      return isSaidAlready ? [] : [goesOn(entry)];
    });
}

function goesOn(entry: Entry): Entry {
  const { position, at } = entry;
  const name = entry.kind === "line" ? "The message" : `${entry.speaker.name}’s message`;
  return { kind: "line", position, at, text: `${name} goes on in a later reply.`, isCall: false };
}

/** Files stand in posts of their own. */
export const isOfFiles = ({ part }: Position) => part >= firstFilePart;

/** For sorting. */
export const inOrder = (one: Copy, other: Copy) => (isLater(one, other) ? 1 : -1);

/** Posts are in the order in which they say things; of two that begin alike, the one that was posted later comes after. */
function isLater(one: Copy, other: Copy): boolean {
  if (isAfter(one.from, other.from)) return true;
  return !isAfter(other.from, one.from) && tsOf(one) > tsOf(other);
}

const tsOf = ({ externalId }: Copy) => Number(decodeThread(externalId).ts);
