import { element } from "./element.ts";
import * as launcherWords from "./launcher-words.ts";
import * as paths from "./paths.ts";

export type Launcher = ReturnType<typeof createLauncher>;

export interface LauncherParts {
  pressed(): void;
  /** Somebody is about to press it. */
  approached(): void;
}

/** The button in the corner, made without a library: it is all that most visitors ever load. */
export function createLauncher({ pressed, approached }: LauncherParts) {
  const icon = svg("path");
  const drawing = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, icon);
  const button = element("button", { type: "button", "aria-describedby": "unread" }, drawing);
  const badge = element("span", { class: "badge", "aria-hidden": "true" });
  const unseen = element("span", { id: "unread", class: "unseen", role: "status" });
  const trouble = element("p", { class: "trouble", role: "status" });

  button.onclick = pressed;
  button.onpointerenter = approached;
  button.onfocus = approached;

  function show({ isOpen, unread }: { isOpen: boolean; unread: number }): void {
    button.setAttribute("aria-label", isOpen ? launcherWords.close : launcherWords.open);
    button.setAttribute("aria-expanded", String(isOpen));
    icon.setAttribute("d", isOpen ? paths.down : paths.chat);
    badge.textContent = unread > 99 ? "99+" : unread > 0 ? String(unread) : "";
    write(unseen, unread > 0 ? launcherWords.unread(unread) : "");
  }
  show({ isOpen: false, unread: 0 });

  return {
    element: element("div", { class: "launcher" }, trouble, button, badge, unseen),
    show,
    focus: () => button.focus(),

    /** Pressed, and waiting for the panel; with words when it takes longer. Undefined: no longer. */
    tell(words: string | undefined): void {
      button.setAttribute("aria-busy", String(words !== undefined));
      write(trouble, words ?? "");
    },
  };
}

/** Only a change: what is written again would be read out again. */
function write(region: HTMLElement, words: string): void {
  if (region.textContent !== words) region.textContent = words;
}

function svg(tag: string, attributes: Record<string, string> = {}, ...children: Node[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement;
  for (const name in attributes) made.setAttribute(name, attributes[name] ?? "");
  made.append(...children);
  return made;
}
