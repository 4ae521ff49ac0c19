import { Router } from "express";
import type { Past } from "../../../analytics/histories.ts";
import { createReports } from "../../../analytics/index.ts";
import { directoryOf } from "../people/directory-of.ts";
import type { Guard } from "../people/guard.ts";
import { ReportQuery } from "./protocol.ts";

interface Options extends Past {
  guard: Guard;
}

export function createAnalyticsRoutes({ store, directory, guard }: Options): Router {
  const router = Router();
  router.get(
    "/analytics",
    guard.member(async (member, request, response) => {
      const { from, to, timeZone } = ReportQuery.parse(request.query);
      const reports = createReports({ store, directory: directoryOf(member, directory) });
      response.json(await reports.report({ from, to }, timeZone));
    }),
  );
  return router;
}
