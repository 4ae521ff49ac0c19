import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Built {
  /** What `npm start` runs. */
  main: string;
  /** One of the programs in servers/. */
  server(name: string): string;
  remove(): void;
}

const servers = ["product", "bolt-relay", "grouped-commits", "bare-sockets", "bare-http"];

/** Builds today's source as plain JavaScript, beside the real build, which others may be using. */
export async function buildServers(): Promise<Built> {
  mkdirSync(join(root, "dist"), { recursive: true });
  const folder = mkdtempSync(join(root, "dist/bench-"));
  const logLevel = "error";

  await build({
    ...{ root, logLevel, configFile: join(root, "vite.config.ts") },
    build: { outDir: join(folder, "server") },
  });
  await build({
    ...{ root, logLevel, configFile: false },
    build: {
      ssr: true,
      outDir: join(folder, "bench"),
      target: "node20",
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          servers.map((name) => [name, join(root, "tests/bench/servers", `${name}.ts`)]),
        ),
      },
    },
  });

  return {
    main: join(folder, "server/main.js"),
    server: (name) => join(folder, "bench", `${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
