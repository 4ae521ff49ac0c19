import { defineConfig } from "vite";

/** The server as one folder of plain JavaScript: starts in a fraction of the time of many TypeScript files. */
export default defineConfig({
  build: {
    ssr: "src/main.ts",
    outDir: "dist/server",
    target: "node20",
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
  },
});
