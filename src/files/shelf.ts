import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { HttpError } from "../http/errors.ts";
import { onDisk } from "./on-disk.ts";
import { tooLarge } from "./too-large.ts";

export type Body = AsyncIterable<Uint8Array>;

/** What a process left half written is surely nobody's work any more after this long. */
const abandonedAfterMs = 24 * 60 * 60_000;

/** The bytes of files on disk, under their ids. Nodes that share the folder share the files. */
export function createShelf(folder: string) {
  const partial = join(folder, "partial");
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id);

  return {
    async find(id: string): Promise<string | undefined> {
      const isThere = await stat(pathOf(id)).then(
        (found) => found.isFile(),
        () => false,
      );
      return isThere ? pathOf(id) : undefined;
    },

    /**
     * Takes all of `body` or nothing: a file appears under its id when it is complete and safe on the disk. Throws
     * `HttpError` in words when it is empty, larger than `maxBytes`, or finds no room.
     */
    async put(
      id: string,
      body: Body,
      { maxBytes }: { maxBytes: number },
    ): Promise<{ path: string; size: number }> {
      const part = join(partial, `${id}.${randomBytes(6).toString("hex")}`);
      try {
        const size = await write(part, body, maxBytes);
        const path = pathOf(id);
        await onDisk(mkdir(dirname(path), { recursive: true }));
        await onDisk(rename(part, path));
        return { path, size };
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    remove: (id: string) => rm(pathOf(id), { force: true }),

    /** Removes what earlier processes did not finish. */
    async tidy(now: number): Promise<void> {
      for (const name of await readdir(partial).catch(() => [])) {
        const { mtimeMs } = await stat(join(partial, name)).catch(() => ({ mtimeMs: now }));
        if (now - mtimeMs > abandonedAfterMs) await rm(join(partial, name), { force: true });
      }
    },
  };
}

export type Shelf = ReturnType<typeof createShelf>;

async function write(path: string, body: Body, maxBytes: number): Promise<number> {
  await onDisk(mkdir(dirname(path), { recursive: true }));
  const file: FileHandle = await onDisk(open(path, "wx", 0o600));
  try {
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      await onDisk(file.writeFile(chunk));
    }
    if (size === 0) throw new HttpError(422, "The file is empty. Choose another one.");
    await onDisk(file.sync());
    return size;
  } finally {
    await file.close();
  }
}
