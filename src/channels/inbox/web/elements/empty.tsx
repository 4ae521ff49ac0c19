import type { ComponentChildren } from "preact";

/** What stands where there is nothing (yet), or where something failed: what it means, and what to do. */
export function Empty({
  title,
  text,
  isAlone = false,
  children,
}: {
  title: string;
  text?: string;
  /** There is nothing else on the page: its title is this one. */
  isAlone?: boolean;
  children?: ComponentChildren;
}) {
  const Title = isAlone ? "h1" : "p";
  return (
    <div class="empty">
      <Title class="empty-title">{title}</Title>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}
