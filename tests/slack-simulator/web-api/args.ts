import type { z } from "zod";
import { ApiError } from "./api-error.ts";

export type Args = Record<string, unknown>;

const structured = new Set(["attachments", "blocks", "files", "icons", "metadata", "view"]);

/** Arguments of a call from its body, form-encoded with JSON inside or all JSON, and its query. */
export function argsFrom(body: string, contentType: string, query: URLSearchParams): Args {
  const fromQuery = Object.fromEntries(query);
  if (contentType.includes("json")) return { ...fromQuery, ...(JSON.parse(body || "{}") as Args) };
  const args: Args = { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) };
  for (const name of structured) if (typeof args[name] === "string") args[name] = decoded(args[name]);
  return args;
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function textArg(args: Args, name: string): string | undefined {
  const value = args[name];
  return value === undefined || value === null || value === "" ? undefined : String(value);
}

export function requiredArg(args: Args, name: string): string {
  const value = textArg(args, name);
  if (value === undefined)
    throw new ApiError("invalid_arguments", {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return value;
}

export const flagArg = (args: Args, name: string): boolean =>
  args[name] === true || args[name] === "true" || args[name] === "1" || args[name] === 1;

export function limitArg(args: Args, fallback: number, max: number): number {
  const limit = Number(args.limit ?? fallback);
  if (!Number.isInteger(limit) || limit < 1) throw new ApiError("invalid_limit");
  return Math.min(limit, max);
}

/** A structured argument, checked; the error is the one Slack gives for this argument. */
export function shapedArg<T>(args: Args, name: string, shape: z.ZodType<T>, error: string): T | undefined {
  if (args[name] === undefined || args[name] === "" || args[name] === null) return undefined;
  const result = shape.safeParse(args[name]);
  if (result.success) return result.data;
  const messages = result.error.issues.map(
    (issue) => `[ERROR] ${issue.message} [json-pointer:/${[name, ...issue.path].join("/")}]`,
  );
  throw new ApiError(error, { errors: messages, response_metadata: { messages } });
}
