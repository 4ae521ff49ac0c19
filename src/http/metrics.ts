import express, { type Router } from "express";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Lanes } from "../conversation/lanes.ts";
import type { Health } from "./health.ts";

export interface MetricsOptions {
  lanes: Pick<Lanes, "depth">;
  integrations: () => Record<string, Health>;
  refusals: Refusals;
}

/** Counts what came in under a service's name and was not from it. */
export function createRefusals() {
  const counts = new Map<string, number>();
  return {
    count: (service: string) => void counts.set(service, (counts.get(service) ?? 0) + 1),
    all: (): ReadonlyMap<string, number> => counts,
  };
}

export type Refusals = ReturnType<typeof createRefusals>;

/** `/metrics` for Prometheus: the process, what waits to be delivered, and which integration is broken. */
export function metricsRouter({ lanes, integrations, refusals }: MetricsOptions): Router {
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

  new Counter({
    name: "handoff_webhooks_refused",
    help: "Requests in a service's name that were not signed by it",
    labelNames: ["service"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [service, count] of refusals.all()) this.inc({ service }, count);
    },
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
