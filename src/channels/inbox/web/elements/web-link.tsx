import type { ComponentChildren } from "preact";

interface Props {
  href: string;
  title?: string | undefined;
  children: ComponentChildren;
}

/** A link in a message: opens beside the inbox, and tells nothing of where it was followed. */
export const WebLink = ({ href, title, children }: Props) => (
  <a href={href} title={title} target="_blank" rel="noopener noreferrer nofollow">
    {children}
  </a>
);

/** Where a link in a message may lead: never to script, nor anywhere within the inbox. */
export const isSafe = (href: string): boolean =>
  URL.canParse(href) && ["http:", "https:", "mailto:", "tel:"].includes(new URL(href).protocol);
