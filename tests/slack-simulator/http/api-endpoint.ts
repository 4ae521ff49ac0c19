import { type Request, type Response, Router } from "express";
import type { Slack } from "../slack.ts";
import type { Failure } from "../trouble.ts";
import { ApiError, RateLimited } from "../web-api/api-error.ts";
import { type Args, argsFrom } from "../web-api/args.ts";
import { grantedScopes } from "../web-api/granted-scopes.ts";
import { acceptedScopes, callMethod } from "../web-api/index.ts";
import { bodyText } from "./body.ts";

interface Reply {
  status: number;
  body: Record<string, unknown>;
  retryAfter?: number;
}

/** `/api/<method>`: reads the call, lets arranged trouble befall it, answers and records it. */
export function apiEndpoint(slack: Slack): Router {
  const router = Router();
  router.all("/api/:method", async (request, response) => {
    const method = String(request.params.method);
    const { token, ...args } = argsFrom(
      bodyText(request),
      request.get("content-type") ?? "",
      new URL(request.url, slack.url).searchParams,
    );
    const record = (outcome: string) => slack.calls.record({ method, args, at: Date.now(), outcome });
    if (slack.troubles.isDown()) return cut(response, () => record("down"));
    const failure = slack.troubles.next(method);
    await waited(failure?.delayMs);
    const arranged = failure && arrangedReply(failure);
    const reply =
      arranged ??
      (await carriedOut(
        slack,
        method,
        withCaller(request, method, args),
        bearer(request) ?? (token ? String(token) : undefined),
      ));
    await waited(failure?.answerAfterMs);
    if (failure?.lostResponse) return cut(response, () => record("lost"));
    record(
      reply.status === 200
        ? String(reply.body.error ?? "ok")
        : reply.status === 429
          ? "ratelimited"
          : `http_${reply.status}`,
    );
    if (reply.retryAfter) response.set("retry-after", String(reply.retryAfter));
    response.set({
      "x-oauth-scopes": grantedScopes(slack).join(","),
      "x-accepted-oauth-scopes": acceptedScopes(method).join(","),
    });
    response.status(reply.status).json(reply.body);
  });
  return router;
}

const waited = (ms?: number) => (ms ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);

function cut(response: Response, record: () => void): void {
  record();
  response.socket?.destroy();
}

function arrangedReply({ error, status, retryAfter }: Failure): Reply | undefined {
  if (retryAfter !== undefined) return { status: 429, retryAfter, body: { ok: false, error: "ratelimited" } };
  if (error === undefined && status === undefined) return undefined;
  return { status: status ?? 200, body: { ok: false, error: error ?? "internal_error" } };
}

async function carriedOut(
  slack: Slack,
  method: string,
  args: Args,
  token: string | undefined,
): Promise<Reply> {
  try {
    return { status: 200, body: { ok: true, ...(await callMethod(slack, method, args, token)) } };
  } catch (error) {
    if (error instanceof RateLimited)
      return { status: 429, retryAfter: error.retryAfter, body: { ok: false, error: "ratelimited" } };
    if (error instanceof ApiError)
      return { status: 200, body: { ok: false, error: error.code, ...error.more } };
    throw error;
  }
}

const bearer = (request: Request) => request.get("authorization")?.match(/^Bearer (.+)$/i)?.[1];

const withCaller = (request: Request, method: string, args: Args): Args =>
  /^(oauth|openid)/.test(method) && request.get("authorization")
    ? { ...args, authorization: request.get("authorization") }
    : args;
