import type { FromVisitor, VisitorPage } from "../../src/channels/widget/protocol.ts";

interface WhereaboutsParts {
  page(): VisitorPage;
  /** Nobody is followed around who has said nothing. */
  hasBegun(): boolean;
  /** False when it could not be sent. */
  send(frame: FromVisitor): boolean;
  everyMs: number;
}

/** Lets agents know which page the visitor is on. It looks from time to time, so the page's own code stays as it is. */
export function createWhereabouts({ page, hasBegun, send, everyMs }: WhereaboutsParts) {
  let known: string | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;

  function tell(): void {
    const now = page();
    const isTellable = now.url !== known && now.url.startsWith("http");
    if (isTellable && hasBegun() && send({ type: "page", page: now })) known = now.url;
  }

  return {
    /** For a server that has just been greeted. */
    begin(): void {
      clearInterval(watch);
      watch = setInterval(tell, everyMs);
      known = undefined;
      tell();
    },

    /** The page, for a frame that names it anyway. */
    mentioned(): VisitorPage {
      const now = page();
      known = now.url;
      return now;
    },
  };
}
