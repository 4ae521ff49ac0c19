import express, { type Router } from "express";

/** How one integration is doing, in words for an admin. */
export interface Health {
  state: "on" | "off" | "starting" | "broken";
  detail: string;
}

export interface HealthOptions {
  /** Rejects while the database does not answer. */
  ping: () => Promise<void>;
  integrations: () => Record<string, Health>;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work; integrations are named but never make it unready. */
export function healthRouter({ ping, integrations }: HealthOptions): Router {
  const router = express.Router();

  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });

  router.get("/readyz", async (_request, response) => {
    const database = await ping().then(
      () => ({ state: "on", detail: "answers, migrated" }) as const,
      () => ({ state: "broken", detail: "does not answer" }) as const,
    );
    const ready = database.state === "on";
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? "ready" : "not ready", database, integrations: integrations() });
  });

  return router;
}
