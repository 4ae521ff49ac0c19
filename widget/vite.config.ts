import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Bytes after gzip that the whole widget may have: what every page of every customer has to load. */
const maxGzipBytes = 15_000;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  plugins: [weighed()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  resolve: { alias: { "preact/jsx-runtime": here("src/jsx-runtime.ts") } },
  build: {
    outDir: here("../dist/widget"),
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome111", "firefox114", "safari16.4"],
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: here("src/main.tsx"),
      output: { format: "iife", entryFileNames: "widget.js" },
    },
  },
});

/** Says what the bundle weighs, and fails the build when it grew too heavy. */
function weighed(): Plugin {
  return {
    name: "weighed",
    writeBundle(_options, bundle) {
      const widget = bundle["widget.js"];
      if (widget?.type !== "chunk") throw new Error("There is no widget.js.");
      const bytes = gzipSync(widget.code, { level: 9 }).length;
      const verdict = `widget.js: ${bytes} bytes gzip of at most ${maxGzipBytes}`;
      if (bytes > maxGzipBytes) throw new Error(verdict);
      this.info(verdict);
    },
  };
}
