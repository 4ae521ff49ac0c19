import { Router } from "express";
import type { Guard } from "../people/guard.ts";
import type { Callable, CallablePage } from "./protocol.ts";

/** Whom Slack knows that a step of the ladder can call: people of the channels conversations go to, and groups. */
export type ListCallable = () => Promise<Callable[]>;

export function createCallableRoutes({ list, guard }: { list: ListCallable; guard: Guard }): Router {
  return Router().get(
    "/settings/callable",
    guard.admin(
      async (_member, _request, response) =>
        void response.json({ callable: await list() } satisfies CallablePage),
    ),
  );
}
