import express, { type Request, type RequestHandler, type Response } from "express";
import { HttpError } from "../http/errors.ts";
import { type Auth, signInLimit } from "./auth.ts";
import { addressHeader, clientAddress } from "./client-address.ts";

/** All that is open to browsers; the library's many other endpoints stay shut. */
const open = ["POST /sign-in/email", "POST /sign-out", "GET /get-session"];

interface Options {
  auth: () => Promise<Auth>;
  publicUrl: string;
  trustProxy: boolean;
}

/** `/api/auth/*`: signing in and out. Refusals are errors like everybody else's, in words. */
export function createSignInHandler({ auth, publicUrl, trustProxy }: Options): RequestHandler {
  const router = express.Router();
  router.use(express.json({ limit: "16kb" }), async (request, response) => {
    const path = request.originalUrl.replace(/\?.*$/, "").replace(/^\/api\/auth/, "");
    if (!open.includes(`${request.method} ${path}`)) throw new HttpError(404, "There is nothing here.");

    const { handler } = await auth();
    const answer = await handler(asFetchRequest(request));
    const text = await answer.text();
    if (answer.status === 429) throw tooManyAttempts(answer);
    if (!answer.ok) throw new HttpError(answer.status, inWords(text));
    send(response, answer, text);
  });
  return router;

  function asFetchRequest(request: Request): globalThis.Request {
    const headers = headersOf(request);
    headers.delete("content-length");
    headers.set(addressHeader, clientAddress(request, trustProxy));
    return new globalThis.Request(new URL(request.originalUrl, publicUrl), {
      method: request.method,
      headers,
      ...(request.method === "POST" ? { body: JSON.stringify(request.body ?? {}) } : {}),
    });
  }
}

export function headersOf({ headers }: { headers: Record<string, string | string[] | undefined> }): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of [value ?? []].flat()) result.append(name, one);
  return result;
}

function tooManyAttempts(answer: globalThis.Response): HttpError {
  const seconds = Number(answer.headers.get("x-retry-after")) || signInLimit.window;
  return new HttpError(429, `Too many attempts. Please wait ${seconds} seconds and try again.`, seconds);
}

function inWords(body: string): string {
  const code = /"code":"(\w+)"/.exec(body)?.[1];
  if (code === "INVALID_EMAIL_OR_PASSWORD" || code === "INVALID_EMAIL")
    return "This email and password do not belong together.";
  if (code?.includes("ORIGIN") || code?.includes("CROSS_SITE"))
    return "This request did not come from the inbox's own page.";
  return "Signing in was not possible with what was sent.";
}

function send(response: Response, answer: globalThis.Response, text: string): void {
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response.status(answer.status).set("Cache-Control", "no-store").type("json").send(text);
}
