import { HttpError } from "../http/errors.ts";
import type { Log } from "../log.ts";
import { before, inTime } from "./in-time.ts";
import type { StoredFile } from "./ports.ts";
import type { Body, Shelf } from "./shelf.ts";

/**
 * Gets a file's bytes from where they are. `origin` is what the channel wrote down when it heard of the file; `signal`
 * says when it has taken too long. `mime` is what the other side calls it. Throws when the file cannot be had.
 */
export type Fetcher = (
  origin: string,
  signal: AbortSignal,
) => Promise<{ body: Body; mime?: string | undefined }>;

export interface FetchingOptions {
  shelf: Shelf;
  fetchers: Record<string, Fetcher>;
  /** After this long the other side is given up; five minutes when left out. */
  withinMs?: number | undefined;
  log: Log;
}

/** The largest file that can be sent in Slack. */
const maxBytes = 1024 * 1024 * 1024;

/** Brings files here from elsewhere: each once, however many ask at the same moment; after a failure, again. */
export function createFetching({ shelf, fetchers, withinMs = 5 * 60_000, log }: FetchingOptions) {
  const underWay = new Map<string, Promise<string>>();

  async function fetch({ id, via, origin, mime: claimed }: StoredFile): Promise<string> {
    try {
      const fetcher = fetchers[via];
      if (!fetcher || origin === undefined) throw new Error(`Nobody fetches files of “${via}”.`);
      const signal = AbortSignal.timeout(withinMs);
      const { body, mime } = await before(signal, fetcher(origin, signal));
      if (isWebPage(mime) && !isWebPage(claimed))
        throw new Error("There was a web page in place of the file.");
      return (await shelf.put(id, inTime(body, signal), { maxBytes })).path;
    } catch (error) {
      log.warn("a file could not be fetched", { fileId: id, via, error });
      throw new HttpError(502, "This file could not be fetched just now. Try again in a minute.");
    }
  }

  /** The path where the file lies from now on. */
  return (file: StoredFile): Promise<string> => {
    const same = underWay.get(file.id);
    if (same) return same;
    const fetched = fetch(file).finally(() => underWay.delete(file.id));
    underWay.set(file.id, fetched);
    return fetched;
  };
}

/** Services answer with their sign-in page, and status 200, when they do not want to give a file. */
const isWebPage = (mime = "") => /^(text\/html|application\/xhtml)/i.test(mime);
