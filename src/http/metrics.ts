import express, { type Router } from "express";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Lanes } from "../conversation/lanes.ts";
import type { Health } from "./health.ts";

export interface MetricsOptions {
  lanes: Pick<Lanes, "depth">;
  integrations: () => Record<string, Health>;
}

/** `/metrics` for Prometheus: the process, what waits to be delivered, and which integration is broken. */
export function metricsRouter({ lanes, integrations }: MetricsOptions): Router {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const waiting = new Gauge({
    name: "handoff_lanes_waiting",
    help: "Conversations a listener still owes news",
    labelNames: ["listener"],
    registers: [registry],
  });
  const dead = new Gauge({
    name: "handoff_lanes_dead",
    help: "Conversations a listener has given up on",
    labelNames: ["listener"],
    registers: [registry],
  });
  const broken = new Gauge({
    name: "handoff_integration_broken",
    help: "1 while an integration needs an admin",
    labelNames: ["integration"],
    registers: [registry],
  });

  const router = express.Router();
  router.get("/metrics", async (_request, response) => {
    waiting.reset();
    dead.reset();
    for (const depth of await lanes.depth()) {
      waiting.set({ listener: depth.listener }, depth.waiting);
      dead.set({ listener: depth.listener }, depth.dead);
    }
    for (const [integration, { state }] of Object.entries(integrations()))
      broken.set({ integration }, state === "broken" ? 1 : 0);
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
