import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/inbox/",
  plugins: [preact()],
  build: {
    outDir: fileURLToPath(new URL("../../../../dist/inbox", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // The page's security policy forbids what is not a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
