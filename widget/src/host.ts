import { followKeyboard } from "./follow-keyboard.ts";
import styles from "./style/widget.css?inline";

/** The element that holds the widget, shut off from the page's styles and the page's keyboard shortcuts. */
export function createHost(): ShadowRoot {
  const host = document.createElement("live-handoff");
  host.lang = "en";
  const root = host.attachShadow({ mode: "open" });
  dress(root);

  for (const type of ["keydown", "keypress", "keyup"])
    host.addEventListener(type, (event) => event.stopPropagation());

  settle(host);
  followKeyboard(host);
  return root;
}

/** Into the page's body; again whenever a page that changes without loading brings a new body. */
function settle(host: HTMLElement): void {
  const settleIn = () => {
    if (!host.isConnected) document.body?.append(host);
  };
  settleIn();
  new MutationObserver(settleIn).observe(document.documentElement, { childList: true });
}

/** An adopted sheet needs no `style-src` in the page's Content Security Policy. */
function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
}
