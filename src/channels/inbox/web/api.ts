import type { Refusal } from "../protocol.ts";
import { signedOut } from "./sign-in/session.ts";

/** The server said no, in words; `fields` says what is wrong where. Status 0: it could not be reached. */
export class Refused extends Error {
  readonly status: number;
  readonly fields: Record<string, string[]>;

  constructor(status: number, message: string, fields: Record<string, string[]> = {}) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** Nobody answered, or a proxy in front of a server that is just being started. */
export const isUnreachable = (error: unknown) =>
  error instanceof Refused && [0, 502, 503, 504].includes(error.status);

/** What to tell a person about a failure. */
export const inWords = (error: unknown): string =>
  error instanceof Refused ? error.message : "Something went wrong on this page. Reload it and try again.";

export const fetched = <T>(path: string) => ask<T>("GET", path);
export const posted = <T>(path: string, body: object = {}) => ask<T>("POST", path, body);

export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {}),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new Refused(0, "The server cannot be reached. Check your connection.");
  });
  const text = await response.text().catch(() => "");
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T;

  if (response.status === 401 && !path.startsWith("/api/auth/")) signedOut();
  const { message, fields } = refusalIn(text);
  throw new Refused(response.status, message, fields);
}

function refusalIn(text: string): Refusal["error"] {
  try {
    return (JSON.parse(text) as Refusal).error;
  } catch {
    return { message: "The server did not answer as expected. Please try again." };
  }
}
