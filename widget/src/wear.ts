import type { SiteGreeting } from "../../src/channels/widget/protocol.ts";

/** Lets the widget look as its site wants it. */
export function wear({ look: { accent, side }, ink }: SiteGreeting, widget: HTMLElement): void {
  widget.classList.toggle("left", side === "left");
  if (!accent) return;
  widget.style.setProperty("--accent", accent);
  widget.style.setProperty("--on-accent", ink);
}
