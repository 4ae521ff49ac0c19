import type { SiteGreeting } from "../../src/channels/widget/protocol.ts";
import { inkOn } from "./ink-on.ts";

/** Lets the widget look as its site wants it. */
export function wear({ accent, side }: SiteGreeting["look"], widget: HTMLElement): void {
  widget.classList.toggle("left", side === "left");
  if (!accent) return;
  widget.style.setProperty("--accent", accent);
  widget.style.setProperty("--on-accent", inkOn(accent));
}
