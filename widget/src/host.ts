import { element } from "./element.ts";
import styles from "./style/launcher.css?inline";

/** Where the widget stands: shut off from the page's styles and the page's keyboard shortcuts. */
export interface Host {
  element: HTMLElement;
  /** Holds the launcher and, before it, the panel. */
  widget: HTMLElement;
  dress(styles: string): void;
}

export function createHost(launcher: HTMLElement): Host {
  const host = element("live-handoff", { lang: "en" });
  const root = host.attachShadow({ mode: "open" });
  const widget = element("div", { class: "widget" }, launcher);
  root.append(widget);

  for (const type of ["keydown", "keypress", "keyup"])
    host.addEventListener(type, (event) => event.stopPropagation());

  /** An adopted sheet needs no `style-src` in the page's Content Security Policy. */
  function dress(styles: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  dress(styles);
  settle(host);
  return { element: host, widget, dress };
}

/** Into the page's body; again whenever a page that changes without loading brings a new body. */
function settle(host: HTMLElement): void {
  const settleIn = () => {
    if (!host.isConnected) document.body?.append(host);
  };
  settleIn();
  new MutationObserver(settleIn).observe(document.documentElement, { childList: true });
}
