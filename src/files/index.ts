import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Router } from "express";
import type { Attachment } from "../conversation/message.ts";
import type { Log } from "../log.ts";
import { cleanName } from "./clean-name.ts";
import { createFetching, type Fetcher } from "./fetching.ts";
import { idOf } from "./id-of.ts";
import { createLinks } from "./links.ts";
import { cleanMime, isPicture, mimeOf } from "./mime.ts";
import { NoRoom } from "./on-disk.ts";
import type { FileRecords, StoredFile } from "./ports.ts";
import { filesRouter } from "./router.ts";
import { type Body, createShelf } from "./shelf.ts";

export interface FilesOptions {
  records: FileRecords;
  /** Where the bytes lie. Nodes that work together share it. */
  folder: string;
  /** Signs links. */
  secret: string;
  publicUrl: string;
  now: () => number;
  newId: () => string;
  log: Log;
  /** By `via`: who brings the files that `expect` only announced. May be added to later. */
  fetchers: Record<string, Fetcher>;
  fetchWithinMs?: number | undefined;
}

/** A file that is sent to us. */
export interface Sent {
  name: string;
  /** As the sender says; the content decides. */
  mime?: string | undefined;
  /** Where it comes in: `widget`, `inbox`… */
  via: string;
  siteKey?: string | undefined;
  visitorId?: string | undefined;
  maxBytes: number;
}

/** A file we were told of, whose bytes `origin` leads to, in the words of `via`. */
export interface Announced {
  name: string;
  mime?: string | undefined;
  size: number;
  via: string;
  origin: string;
}

/** Whose conversation a file belongs to, and the way it came in: `widget` from the visitor, `inbox` from an agent. */
export interface Owner {
  via: string;
  siteKey: string;
  visitorId: string;
}

export interface OpenFile extends Attachment {
  path: string;
  read(): Readable;
}

/** Who may follow links of another kind, which lead to `path`. */
export interface Guard {
  path: string;
  /** Whether the file is still to be seen in what `shownIn` names. */
  mayOpen(shownIn: string, id: string): Promise<boolean>;
}

export interface GuardedFiles {
  view(attachment: Attachment, shownIn: string): LinkedFile;
  /** `PATH/ID/NAME`, for these links. */
  router: Router;
}

/** A file of a message, as a page shows it. */
export interface LinkedFile extends Attachment {
  url: string;
  isImage: boolean;
}

export interface Files {
  /** Takes a file in. Throws `HttpError` in words when it is empty, too large, or finds no room; nothing is left then. */
  keep(body: Body, sent: Sent): Promise<Attachment>;
  /** Notes a file that is fetched when it is first needed. Told of the same one again, gives the same attachment. */
  expect(announced: Announced): Promise<Attachment>;
  /** Fetches it first if it is not here yet. Undefined when there is none; throws `HttpError` when it cannot be had now. */
  open(id: string): Promise<OpenFile | undefined>;
  /** Those of `ids` that came in this way in this visitor's conversation, in that order. */
  sentBy(owner: Owner, ids: readonly string[]): Promise<Attachment[]>;
  /** An address under which anybody may open the file for a while. */
  linkTo(attachment: Attachment, how: { forMs: number }): string;
  view(attachment: Attachment): LinkedFile;
  /** Links that hold only as long as somebody says so, unlike those of `view`. */
  guarded(guard: Guard): GuardedFiles;
  /** `/files/ID/NAME`, for links. */
  router: Router;
  /** Takes its bytes off the disk, whether or not it is known any more. */
  forget(id: string): Promise<void>;
  /** Removes what an earlier process did not finish taking in. */
  tidy(): Promise<void>;
}

const viewedForMs = 60 * 60_000;

/** The files of messages: taken in or fetched, kept on disk, opened by links that expire. */
export function createFiles(options: FilesOptions): Files {
  const { records, folder, now, newId, log, fetchers, fetchWithinMs: withinMs } = options;
  const shelf = createShelf(folder);
  const fetched = createFetching({ shelf, fetchers, withinMs, log });
  const links = createLinks(options);

  async function keep(body: Body, { maxBytes, mime, ...sent }: Sent): Promise<Attachment> {
    const id = newId();
    try {
      const { path, size } = await shelf.put(id, body, { maxBytes });
      const file = {
        ...sent,
        id,
        name: cleanName(sent.name),
        mime: await mimeOf(path, mime),
        size,
        at: now(),
      };
      await records.add(file);
      return attachmentOf(file);
    } catch (error) {
      await shelf.remove(id);
      if (error instanceof NoRoom) log.error("DATA_DIR is full: files of messages are refused", { folder });
      throw error;
    }
  }

  async function expect(announced: Announced): Promise<Attachment> {
    const { via, origin, name, mime, size } = announced;
    const id = idOf(via, origin);
    const file = { via, origin, id, name: cleanName(name), mime: cleanMime(mime), size, at: now() };
    const isNew = await records.add(file);
    return attachmentOf(isNew ? file : ((await records.find(id)) ?? file));
  }

  async function open(id: string): Promise<OpenFile | undefined> {
    const file = await records.find(id);
    if (!file) return undefined;
    const path = (await shelf.find(id)) ?? (file.origin && (await fetched(file)));
    if (!path) return undefined;
    const [mime, { size }] = await Promise.all([mimeOf(path, file.mime), stat(path)]);
    return { ...attachmentOf(file), mime, size, path, read: () => createReadStream(path) };
  }

  async function sentBy({ via, siteKey, visitorId }: Owner, ids: readonly string[]): Promise<Attachment[]> {
    const files = await records.findMany(ids);
    return files
      .filter((file) => file.via === via && file.siteKey === siteKey && file.visitorId === visitorId)
      .map(attachmentOf);
  }

  const linked = (attachment: Attachment, url: string): LinkedFile => ({
    ...attachmentOf(attachment),
    ...{ url, isImage: isPicture(attachment.mime) },
  });

  function guarded({ path, mayOpen }: Guard): GuardedFiles {
    const { linkTo, follow } = createLinks({ ...options, path });
    return {
      view: (attachment, shownIn) => linked(attachment, linkTo(attachment, { forMs: viewedForMs, shownIn })),
      router: filesRouter({ open, follow, path, mayOpen }),
    };
  }

  return {
    keep,
    expect,
    open,
    sentBy,
    linkTo: links.linkTo,
    view: (attachment) => linked(attachment, links.linkTo(attachment, { forMs: viewedForMs })),
    guarded,
    router: filesRouter({ open, follow: links.follow }),
    forget: (id) => shelf.remove(id),
    tidy: () => shelf.tidy(now()),
  };
}

const attachmentOf = ({ id, name, mime, size }: Attachment | StoredFile): Attachment => ({
  id,
  name,
  mime,
  size,
});
