import { HttpError } from "../http/errors.ts";

/** A full disk, in words for the one whose file finds no room. */
export class NoRoom extends HttpError {
  constructor() {
    super(
      507,
      "There is no room for files on the server just now. Send your message without it, or try again later.",
    );
  }
}

/** Waits for work on the disk. Throws `NoRoom` when there is none left. */
export async function onDisk<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw code === "ENOSPC" || code === "EDQUOT" ? new NoRoom() : error;
  });
}
