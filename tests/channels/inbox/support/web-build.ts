import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The web app built from today's source, in a folder of its own. */
export async function buildWeb() {
  const folder = await mkdtemp(join(tmpdir(), "inbox-web-"));
  await build({
    configFile: fileURLToPath(new URL("../../../../src/channels/inbox/web/vite.config.ts", import.meta.url)),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
