import type { Remover } from "./remover.ts";

/** Takes files of messages off the disk. */
export const filesRemover = (files: { forget(id: string): Promise<void> }): Remover => ({
  places: ["file"],
  async remove({ externalId }) {
    await files.forget(externalId);
    return { fate: { state: "gone" } };
  },
});
