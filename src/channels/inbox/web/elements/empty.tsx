import type { ComponentChildren } from "preact";

/** What stands where there is nothing (yet), or where something failed: what it means, and what to do. */
export function Empty({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}
