import type { Entry } from "./entry.ts";
import { sizeOf } from "./size.ts";

/** Slack's own limit is not documented; posts of 11,000 characters have been refused. */
export const maxPostLength = 9_000;

/** Shares entries out among as few posts as Slack allows, in order. The files of one message are a post of their own. */
export function packed(entries: readonly Entry[]): Entry[][] {
  const posts: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const last = posts.at(-1);
    if (last && size <= room && isOfAKind(last.at(-1), entry)) last.push(entry);
    else {
      posts.push([entry]);
      room = maxPostLength;
    }
    room -= size;
  }
  return posts;
}

function isOfAKind(one: Entry | undefined, other: Entry): boolean {
  if (one?.kind !== "file" && other.kind !== "file") return true;
  return one?.kind === other.kind && one.position.seq === other.position.seq;
}
