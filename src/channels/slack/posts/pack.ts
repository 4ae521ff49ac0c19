import type { Entry } from "./entry.ts";
import { sizeOf } from "./size.ts";

/** Slack's own limit is not documented; posts of 11,000 characters have been refused. */
const maxPostLength = 9_000;

/** Shares entries out among as few posts as Slack allows, in order. */
export function packed(entries: readonly Entry[]): Entry[][] {
  const posts: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const last = posts.at(-1);
    if (last && size <= room) last.push(entry);
    else {
      posts.push([entry]);
      room = maxPostLength;
    }
    room -= size;
  }
  return posts;
}
