import express, { type Router } from "express";
import type { Traces } from "../../conversation/traces.ts";
import { siteNameFor } from "../../settings/site-name.ts";
import type { Sites } from "../../settings/sites.ts";
import {
  continuePage,
  erasedPage,
  expiredPage,
  nowherePage,
  reloadedPage,
  script,
  style,
} from "./continue-page.ts";
import type { ContinueTokens } from "./continue-token.ts";
import type { VisitorTokens } from "./visitor-token.ts";

export interface ContinueOptions {
  continueTokens: ContinueTokens;
  tokens: VisitorTokens;
  sites: Pick<Sites, "find">;
  traces: Pick<Traces, "of">;
}

/**
 * `/widget/continue?token=…`: the same conversation, on whatever device the link of a mail is opened. From then on it is
 * `/widget/continue?site=…` there, which holds no secret: the browser knows its visitor.
 */
export function continueRouter({ continueTokens, tokens, sites, traces }: ContinueOptions): Router {
  const router = express.Router();

  router.get("/widget/continue", async (request, response) => {
    // The address leads into a conversation: it stays out of caches and of other websites' logs.
    response.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" }).type("html");
    const { token: given, site: siteKey } = request.query;
    const continued = continueTokens.read(String(given ?? ""));
    const site = await sites.find(continued?.siteKey ?? String(siteKey ?? ""));
    if (!site || (given !== undefined && !continued)) {
      response.status(404).send(nowherePage);
      return;
    }
    const shown = { siteKey: site.key, siteName: siteNameFor(site, undefined) };
    if (!continued) {
      response.send(reloadedPage(shown));
      return;
    }
    const { visitorId, issuedAfter, isTooOld } = continued;
    const trace = await traces.of({ kind: "visitor", siteKey: site.key, visitorId });
    if (trace && issuedAfter < trace.at) {
      response.status(410).send(erasedPage({ ...shown, origins: site.origins }));
      return;
    }
    if (isTooOld) {
      response.status(410).send(expiredPage);
      return;
    }
    const token = await tokens.issue(site.key, visitorId);
    response.send(continuePage({ ...shown, token }));
  });

  router.get("/widget/continue.js", (_request, response) => {
    response.set("Cache-Control", "public, max-age=300").type("js").send(script);
  });
  router.get("/widget/continue.css", (_request, response) => {
    response.set("Cache-Control", "public, max-age=300").type("css").send(style);
  });
  return router;
}
