import type { App } from "@slack/bolt";
import { Router } from "express";

/** What Slack sent us since the start. */
export interface Arrived {
  /** The last event of a workspace whose signature was right. */
  eventAt: number | undefined;
  /** The last command, button or form of it. */
  interactionAt: number | undefined;
  /** The last request, of whomever, whose signature was wrong. */
  refusedAt: number | undefined;
}

export type Arrivals = ReturnType<typeof createArrivals>;

/** Events we send to ourselves prove nothing about Slack. */
export const ownEventPrefix = "EvTest";

/** Notes what reaches us from Slack, and what is turned away for its signature. */
export function createArrivals({ now }: { now: () => number }) {
  const startedAt = now();
  const events = new Map<string, number>();
  const interactions = new Map<string, number>();
  let refusedAt: number | undefined;

  const router = Router();
  router.post("/slack/events", (_request, response, next) => {
    response.once("finish", () => {
      if (response.statusCode === 401) refusedAt = now();
    });
    next();
  });

  return {
    startedAt,

    /** Mount it before that of Bolt. */
    router,

    listen(bolt: App): void {
      bolt.use(async ({ body, context, next }) => {
        const team = context.teamId ?? "";
        if (!("event" in body)) interactions.set(team, now());
        else if (!("event_id" in body && String(body.event_id).startsWith(ownEventPrefix)))
          events.set(team, now());
        await next();
      });
    },

    of: (team: string): Arrived => ({
      eventAt: events.get(team),
      interactionAt: interactions.get(team),
      refusedAt,
    }),
  };
}
