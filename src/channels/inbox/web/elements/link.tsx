import type { ComponentChildren } from "preact";
import { go } from "../route.ts";

interface Props {
  href: string;
  children: ComponentChildren;
  class?: string;
  title?: string;
  tabIndex?: number;
  "aria-label"?: string;
  "aria-current"?: "page" | "true" | undefined;
}

/** A link inside the inbox: opens without loading the page anew, and in a new tab when asked to. */
export function Link({ href, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
