import { Router } from "express";
import type { Analytics } from "../../../analytics/index.ts";
import { definitionOf } from "../../../analytics/measures.ts";
import type { Sites } from "../../../settings/sites.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { Guard } from "../people/guard.ts";
import { type MeasuredPage, MeasuredQuery, type Report, ReportQuery } from "./protocol.ts";
import { scopeFor } from "./scope.ts";

interface Options {
  analytics: Pick<Analytics, "report" | "list">;
  sites: Pick<Sites, "list">;
  guard: Guard;
}

/** The numbers about conversations, and the conversations behind each. */
export function createAnalyticsRoutes({ analytics, sites, guard }: Options): Router {
  const router = Router();
  router.get(
    "/analytics",
    guard.member(async (member, request, response) => {
      const query = ReportQuery.parse(request.query);
      const report = await analytics.report(scopeFor(query, member), query.timeZone);
      const theirs = (await sites.list()).filter(({ key }) => mayOpen(member, key));
      response.json({
        ...report,
        sites: theirs.map(({ key, name }) => ({ key, name })),
      } satisfies Report);
    }),
  );

  router.get(
    "/analytics/conversations",
    guard.member(async (member, request, response) => {
      const query = MeasuredQuery.parse(request.query);
      const { measure, cause, rule, phrase, weekday, hour, timeZone, after } = query;
      const page = await analytics.list({
        ...{ measure, after, scope: scopeFor(query, member), cause: { cause, rule, phrase } },
        hour: weekday === undefined || hour === undefined ? undefined : { weekday, hour, timeZone },
      });
      response.json({ ...page, ...definitionOf(measure) } satisfies MeasuredPage);
    }),
  );
  return router;
}
