import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, defineConfig, type Plugin, type UserConfig } from "vite";
import { lentNames, ownNames } from "./own-names.ts";

/** Bytes after gzip: what every page of every customer loads, and what a visitor who opens the chat has loaded. */
const maxGzipBytes = { "widget.js": 15_000, "both files": 18_000 };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What makes `light-dark()` work in older browsers comes with each `color-scheme`, and nothing here uses it. */
const lightDark = 1 << 20;

const letters = "abcefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What each is called in what visitors load, the same in both files: "a", "b", … "Z", then "a_", "b_", … */
const shortNames = Object.fromEntries(
  [...ownNames, ...lentNames].map((name, index) => [
    name,
    letters.charAt(index % letters.length) + "_".repeat(index / letters.length),
  ]),
);

const minify = {
  mangleProps: { include: new RegExp(`^(${Object.keys(shortNames).join("|")})$`), cache: shortNames },
};

const shared: UserConfig = {
  root: here("."),
  css: { lightningcss: { exclude: lightDark } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  resolve: {
    alias: { "preact/jsx-runtime": here("src/render/jsx-runtime.ts"), preact: here("src/render/preact.ts") },
  },
};

const output: BuildOptions = {
  outDir: here("../dist/widget"),
  target: "es2022",
  cssTarget: ["chrome111", "firefox114", "safari16.4"],
  modulePreload: false,
  reportCompressedSize: false,
};

export default defineConfig({
  ...shared,
  plugins: [panel(), weighed()],
  build: {
    ...output,
    emptyOutDir: true,
    rolldownOptions: {
      input: here("src/main.ts"),
      output: { format: "iife", entryFileNames: "widget.js", minify },
    },
  },
});

/** Builds the panel beside the launcher, and tells the launcher by which name to ask for it. */
function panel(): Plugin {
  let code = "";
  return {
    name: "panel",
    async buildStart() {
      const built = await build({
        ...shared,
        configFile: false,
        logLevel: "warn",
        build: {
          ...output,
          write: false,
          rolldownOptions: {
            input: here("src/start-panel.tsx"),
            preserveEntrySignatures: "exports-only",
            output: { format: "es", entryFileNames: "panel.js", minify },
          },
        },
      });
      const [result] = Array.isArray(built) ? built : [built];
      const chunk = result && "output" in result ? result.output[0] : undefined;
      if (!chunk) throw new Error("There is no panel.js.");
      for (const file of readdirSync(here("src"), { recursive: true, encoding: "utf8" }))
        this.addWatchFile(here(`src/${file}`));
      code = chunk.code;
    },
    generateBundle(_options, bundle) {
      const version = createHash("sha256").update(code).digest("hex").slice(0, 8);
      const launcher = bundle["widget.js"];
      if (launcher?.type !== "chunk" || !launcher.code.includes("PANEL_VERSION"))
        throw new Error("widget.js does not ask for the panel.");
      launcher.code = launcher.code.replace("PANEL_VERSION", version);
      this.emitFile({ type: "asset", fileName: "panel.js", source: code });
    },
  };
}

/** Says what visitors load, and fails the build when it grew too heavy. */
function weighed(): Plugin {
  return {
    name: "weighed",
    writeBundle(_options, bundle) {
      const [launcher = 0, panel = 0] = ["widget.js", "panel.js"].map((name) => {
        const file = bundle[name];
        if (!file) throw new Error(`There is no ${name}.`);
        return gzipSync(file.type === "chunk" ? file.code : file.source, { level: 9 }).length;
      });
      const sizes = { "widget.js": launcher, "both files": launcher + panel };
      for (const [name, bytes] of Object.entries(sizes)) {
        const limit = maxGzipBytes[name === "widget.js" ? name : "both files"];
        const verdict = `${name}: ${bytes} bytes gzip of at most ${limit}`;
        if (bytes > limit) throw new Error(verdict);
        this.info(verdict);
      }
    },
  };
}
