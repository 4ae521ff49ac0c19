import { Router } from "express";
import { ZodError } from "zod";
import { respond } from "../interactivity/app-response.ts";
import type { Slack } from "../slack.ts";
import { ApiError } from "../web-api/api-error.ts";
import { bodyText } from "./body.ts";

/** `response_url`: what an app sends to one appears to the person who clicked, or in the channel. */
export function responseEndpoint(slack: Slack): Router {
  const router = Router();
  router.post("/response/:key", (request, response) => {
    const target = slack.responseUrls.use(request.params.key);
    if (typeof target === "string") return void response.status(404).json({ ok: false, error: target });
    try {
      respond(slack, target, JSON.parse(bodyText(request)));
      slack.calls.record({
        method: "response_url",
        args: JSON.parse(bodyText(request)),
        at: Date.now(),
        outcome: "ok",
      });
      response.type("text").send("ok");
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof ZodError || error instanceof SyntaxError))
        throw error;
      const code = error instanceof ApiError ? error.code : "invalid_payload";
      slack.calls.record({ method: "response_url", args: {}, at: Date.now(), outcome: code });
      response.status(400).json({ ok: false, error: code });
    }
  });
  return router;
}
