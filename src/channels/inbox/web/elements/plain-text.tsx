import type { ComponentChildren } from "preact";
import { withMasks } from "../privacy/with-masks.tsx";
import { addressAt } from "./web-address.ts";
import { WebLink } from "./web-link.tsx";

/** A visitor's text as it was typed, with web addresses made into links. Lines are kept by the stylesheet. */
export function PlainText({ text }: { text: string }) {
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const { index } of text.matchAll(/\bhttps?:\/\//gi)) {
    const url = index < done ? undefined : addressAt(text.slice(index));
    if (!url) continue;
    parts.push(
      withMasks(text.slice(done, index)),
      <WebLink key={index} href={url}>
        {url}
      </WebLink>,
    );
    done = index + url.length;
  }
  return (
    <>
      {parts}
      {withMasks(text.slice(done))}
    </>
  );
}
