import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

/** What is delivered is in dist/: tests of the whole product must not meet an older one than the sources. */
const builds = [
  { config: "vite.config.ts", sources: "src", result: "dist/server/main.js" },
  { config: "widget/vite.config.ts", sources: "widget", result: "dist/widget/widget.js" },
  {
    config: "src/channels/inbox/web/vite.config.ts",
    // It shares words and rules with the server.
    sources: "src",
    result: "dist/inbox/index.html",
  },
];

export default async function buildWhatChanged(): Promise<void> {
  const { NODE_ENV } = process.env;
  // As it is delivered: anything else holds tools for developers.
  process.env.NODE_ENV = "production";
  for (const { config, sources, result } of builds)
    if (!existsSync(result) || newest(sources) > statSync(result).mtimeMs)
      await build({ configFile: config, logLevel: "error" });
  process.env.NODE_ENV = NODE_ENV;
}

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (path) => statSync(join(folder, path)).mtimeMs,
    ),
  );
