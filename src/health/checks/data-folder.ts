import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { broken, type Look, ok, warn } from "../check.ts";

const lowBytes = 500_000_000;

/** Whether files can be kept, and whether there is room left for them. */
export const lookAtDataFolder = ({ folder, newId }: { folder: string; newId: () => string }): Look => ({
  name: "Data folder",
  async look() {
    const probe = join(folder, `.probe-${newId()}`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(probe, "Written to see whether one can.");
      await rm(probe);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return broken(
        `${folder} cannot be written to (${reason}). Give this user the right to write there, or set DATA_DIR to another folder.`,
      );
    }
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (free < lowBytes)
      return warn(`Only ${Math.floor(free / 1_000_000)} MB are left for ${folder}. Make room on its disk.`);
    return ok(`${folder} can be written to; ${Math.floor(free / 1_000_000_000)} GB are free.`);
  },
});
