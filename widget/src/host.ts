import styles from "./style/widget.css?inline";

/** Where the widget stands: shut off from the page's styles and the page's keyboard shortcuts. */
export function createHost() {
  const host = document.createElement("live-handoff");
  const root = host.attachShadow({ mode: "open" });
  const widget = document.createElement("div");
  const sheet = new CSSStyleSheet();

  host.lang = "en";
  widget.className = "widget";
  sheet.replaceSync(styles);
  // An adopted sheet needs no `style-src` in the page's Content Security Policy.
  root.adoptedStyleSheets = [sheet];
  root.append(widget);

  for (const type of ["keydown", "keypress", "keyup"])
    host.addEventListener(type, (event) => event.stopPropagation());

  settle(host);
  return { host, widget };
}

/** Into the page's body; again whenever a page that changes without loading brings a new body. */
function settle(host: HTMLElement): void {
  const settleIn = () => {
    if (!host.isConnected) document.body?.append(host);
  };
  settleIn();
  new MutationObserver(settleIn).observe(document.documentElement, { childList: true });
}
