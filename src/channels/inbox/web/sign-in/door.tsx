import type { ComponentChildren } from "preact";

/** The frame of the pages in front of the inbox: signing in, setting up, joining. */
export const Door = ({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ComponentChildren;
}) => (
  <main class="door">
    <img src="/inbox/icon.svg" alt="" width="40" height="40" />
    <h1>{title}</h1>
    {text && <p class="door-text">{text}</p>}
    {children}
  </main>
);
