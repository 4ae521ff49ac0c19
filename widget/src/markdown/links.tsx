import type { ComponentChildren } from "preact";

/** Where a link in a message may lead: never to script, nor anywhere within the page. */
export const isSafe = (href: string) => /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/i.test(href);

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** A bare address without the punctuation of the sentence around it. */
export function trimmedUrl(url: string): string {
  const trimmed = url.replace(/[.,;:!?'"*_~\]}]+$/, "");
  const unbalanced = trimmed.endsWith(")") && trimmed.split(")").length > trimmed.split("(").length;
  return unbalanced ? trimmedUrl(trimmed.slice(0, -1)) : trimmed;
}
