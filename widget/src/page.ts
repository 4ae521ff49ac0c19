import type { VisitorPage } from "../../src/channels/widget/protocol.ts";

/** The page the visitor is on, cut to what the server takes. */
export function currentPage(): VisitorPage {
  const { href, origin, pathname } = location;
  const url = href.length > 2_000 ? (origin + pathname).slice(0, 2_000) : href;
  return { url, title: document.title.slice(0, 300) };
}
