import type { ErrorRequestHandler } from "express";
import { ZodError, z } from "zod";
import { ConversationError } from "../conversation/errors.ts";
import type { Log } from "../log.ts";

/** Refuses a request with a status and a sentence that is safe to show. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  /** Seconds until the same request may be made again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const statusOf: Record<ConversationError["code"], number> = {
  not_found: 404,
  closed: 409,
  empty: 422,
  too_long: 422,
  already_claimed: 409,
  already_sent: 409,
  not_with_people: 409,
  not_yours: 403,
  too_late: 409,
  too_many_files: 422,
  blocked: 403,
  not_asked: 409,
  off: 409,
};

/** The one place where an error becomes a response: `{error: {message, fields?}}`. Bugs are logged and not explained. */
export function errorTable(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);

    if (error instanceof ConversationError) return refuse(statusOf[error.code], error.message);
    if (error instanceof ZodError)
      return void response.status(422).json({
        error: {
          message: "Some of what was sent cannot be taken.",
          fields: z.flattenError(error).fieldErrors,
        },
      });
    if (error instanceof HttpError) {
      if (error.retryAfter !== undefined) response.set("Retry-After", String(Math.ceil(error.retryAfter)));
      return refuse(error.status, error.message);
    }
    const status = statusOfBodyParser(error);
    if (status === 413) return refuse(413, "The request is too large.");
    if (status !== undefined) return refuse(status, "The request cannot be read. Send JSON.");

    log.error("request failed", { error, method: request.method, path: request.path });
    return refuse(500, "Something went wrong on our side. It is logged; please try again.");

    function refuse(status: number, message: string): void {
      response.status(status).json({ error: { message } });
    }
  };
}

/** body-parser's errors carry a status below 500 and a `type` such as `entity.too.large`. */
function statusOfBodyParser(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("type" in error) || !("status" in error)) return undefined;
  return typeof error.status === "number" && error.status < 500 ? error.status : undefined;
}
