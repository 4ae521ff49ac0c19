import type { ComponentChild } from "preact";
import { isSafe, Link, trimmedUrl } from "./links.tsx";

/** A visitor's text as it was typed, with web addresses made into links. Lines are kept by the stylesheet. */
export function plain(text: string): ComponentChild[] {
  const pieces: ComponentChild[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(/\bhttps?:\/\/[^\s<>]{1,2000}/gi)) {
    const url = trimmedUrl(found);
    if (!isSafe(url)) continue;
    pieces.push(text.slice(done, index), <Link href={url}>{url}</Link>);
    done = index + url.length;
  }
  return [...pieces, text.slice(done)];
}
