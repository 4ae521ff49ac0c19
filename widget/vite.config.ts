import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { ownNames } from "./own-names.ts";

/** Of all that is built here together: what every page of every customer loads. */
const maxGzipBytes = 15_000;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What makes `light-dark()` work in older browsers comes with each `color-scheme`, and nothing here uses it. */
const lightDark = 1 << 20;

export default defineConfig({
  root: here("."),
  css: { lightningcss: { exclude: lightDark } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  resolve: {
    alias: { "preact/jsx-runtime": here("src/render/jsx-runtime.ts"), preact: here("src/render/preact.ts") },
  },
  plugins: [shortVariables(), weighed()],
  build: {
    outDir: here("../dist/widget"),
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome111", "firefox114", "safari16.4"],
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: here("src/main.ts"),
      output: {
        format: "iife",
        entryFileNames: "widget.js",
        minify: { mangleProps: { include: new RegExp(`^(${ownNames.join("|")})$`) } },
      },
    },
  },
});

/** Writes the names of the style sheet's own variables short: nobody outside the widget's shadow can use them. */
function shortVariables(): Plugin {
  return {
    name: "short-variables",
    renderChunk(code) {
      const names = [...new Set(code.match(/(?<=var\()--[a-z-]+/g))];
      return code.replaceAll(/--[a-z-]+/g, (name) =>
        names.includes(name) ? `--${names.indexOf(name).toString(36)}` : name,
      );
    },
  };
}

/** Says what visitors load, and fails the build when it grew too heavy. */
function weighed(): Plugin {
  return {
    name: "weighed",
    writeBundle(_options, bundle) {
      const files = Object.values(bundle).map((file) => (file.type === "chunk" ? file.code : file.source));
      const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
      const verdict = `${Object.keys(bundle).join(", ")}: ${bytes} bytes gzip of at most ${maxGzipBytes}`;
      if (bytes > maxGzipBytes) throw new Error(verdict);
      this.info(verdict);
    },
  };
}
