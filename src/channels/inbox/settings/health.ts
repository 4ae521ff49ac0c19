import { Router } from "express";
import type { Check } from "../../../health/check.ts";
import type { Guard } from "../people/guard.ts";

/** How admins find out whether everything works. */
export interface HealthTools {
  /** Looks at every part; takes seconds. */
  doctor(): Promise<Check[]>;
  /** Makes a handoff all the way and cleans up; tells each step as soon as it is known. */
  testHandoff(by: string, tell: (check: Check) => void): Promise<Check[]>;
}

/** `GET /api/doctor`, and `POST /api/test-handoff`, which answers a line of JSON for each step as it is done. */
export function createHealthRoutes({ health, guard }: { health: HealthTools; guard: Guard }): Router {
  const router = Router();

  router.get(
    "/doctor",
    guard.admin(async (_member, _request, response) => {
      response.json({ checks: await health.doctor() });
    }),
  );

  router.post(
    "/test-handoff",
    guard.admin(async (member, _request, response) => {
      // Neither compression nor a proxy may keep the lines until the end.
      response.set({ "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" });
      response.type("application/x-ndjson").flushHeaders();
      // Whoever closes the page does not stop the test: it has to clean up.
      await health.testHandoff(member.name, (check) => {
        if (!response.destroyed) response.write(`${JSON.stringify(check)}\n`);
      });
      response.end();
    }),
  );

  return router;
}
