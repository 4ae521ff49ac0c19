import { ApiError } from "./api-error.ts";
import { type Args, textArg } from "./args.ts";

/** A page of a list and the cursor of the next, as every paged method returns them. */
export function paged<T>(all: T[], args: Args, limit: number) {
  const cursor = textArg(args, "cursor");
  const from = cursor ? Number(Buffer.from(cursor, "base64").toString().split(":")[1]) : 0;
  if (!Number.isInteger(from)) throw new ApiError("invalid_cursor");
  const next = from + limit < all.length ? Buffer.from(`next:${from + limit}`).toString("base64") : "";
  return {
    page: all.slice(from, from + limit),
    hasMore: next !== "",
    response_metadata: { next_cursor: next },
  };
}
