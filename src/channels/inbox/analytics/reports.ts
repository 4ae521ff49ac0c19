import { Router } from "express";
import type { Reports } from "../../../analytics/index.ts";
import type { Guard } from "../people/guard.ts";
import { ReportQuery } from "./protocol.ts";

export function createAnalyticsRoutes({ reports, guard }: { reports: Reports; guard: Guard }): Router {
  const router = Router();
  router.get(
    "/analytics",
    guard.member(async (_member, request, response) => {
      const { from, to, timeZone } = ReportQuery.parse(request.query);
      response.json(await reports.report({ from, to }, timeZone));
    }),
  );
  return router;
}
