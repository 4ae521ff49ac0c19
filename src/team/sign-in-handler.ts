import express, { type Request, type RequestHandler, type Response } from "express";
import { clientAddress } from "../http/client-address.ts";
import { HttpError } from "../http/errors.ts";
import { type Auth, addressHeader } from "./auth.ts";
import type { KnownDevices } from "./known-device.ts";
import type { LastMember } from "./last-member.ts";
import { type Attempt, createSignInLimit } from "./sign-in-limit.ts";

/** All that is open to browsers; the library's many other endpoints stay shut. */
const open = ["POST /sign-in/email", "POST /sign-out", "POST /change-password"];

interface Options {
  auth: () => Promise<Auth>;
  publicUrl: string;
  devices: KnownDevices;
  last: Pick<LastMember, "none">;
  trustProxy: boolean;
  /** Sessions may have ended. */
  changed: () => void;
}

/** `/api/auth/*`: signing in and out. Refusals are errors like everybody else's, in words. */
export function createSignInHandler({
  auth,
  publicUrl,
  devices,
  last,
  trustProxy,
  changed,
}: Options): RequestHandler {
  const router = express.Router();
  const limit = createSignInLimit();

  router.use(express.json({ limit: "16kb" }), async (request, response) => {
    const path = request.originalUrl.replace(/\?.*$/, "").replace(/^\/api\/auth/, "");
    if (!open.includes(`${request.method} ${path}`)) throw new HttpError(404, "There is nothing here.");

    const attempt = path === "/sign-in/email" ? attemptOf(request) : undefined;
    if (attempt) await limit.attempt(attempt);

    const { handler } = await auth();
    const answer = await handler(asFetchRequest(request));
    if (!answer.ok) throw new HttpError(answer.status, inWords(answer.status, await answer.text()));
    if (attempt) await limit.succeeded(attempt);
    send(response, answer, cookiesAfter(path, attempt));
    if (!attempt) changed();
  });
  return router;

  function cookiesAfter(path: string, attempt: Attempt | undefined): string[] {
    if (attempt) return [devices.cookieFor(attempt.email)];
    return path === "/sign-out" ? [last.none] : [];
  }

  function attemptOf(request: Request): Attempt {
    const email = String(request.body?.email ?? "")
      .trim()
      .toLowerCase()
      .slice(0, 254);
    return { address: clientAddress(request, trustProxy), email, deviceId: devices.idOf(request, email) };
  }

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

function inWords(status: number, body: string): string {
  if (status === 429) return "Too many requests. Please wait a minute and try again.";
  const code = /"code":"(\w+)"/.exec(body)?.[1];
  if (code === "INVALID_EMAIL_OR_PASSWORD" || code === "INVALID_EMAIL")
    return "This email and password do not belong together.";
  if (code === "INVALID_PASSWORD") return "The present password is not right.";
  if (code === "PASSWORD_TOO_SHORT") return "Please use at least 10 characters.";
  if (code?.includes("ORIGIN") || code?.includes("CROSS_SITE"))
    return "This request did not come from the inbox's own page.";
  return "This was not possible with what was sent.";
}

/** Cookies only: the library's answer also names the session's token, which no script should ever see. */
function send(response: Response, answer: globalThis.Response, cookies: string[]): void {
  for (const cookie of [...answer.headers.getSetCookie(), ...cookies]) response.append("Set-Cookie", cookie);
  response.status(answer.status).set("Cache-Control", "no-store").json({});
}
