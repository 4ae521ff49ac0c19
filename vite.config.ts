import { defineConfig } from "vite";

/** The server as one folder of plain JavaScript: `npm start` compiles nothing. */
export default defineConfig({
  build: {
    ssr: true,
    rolldownOptions: { input: ["src/main.ts", "src/doctor.ts", "src/reset-link.ts"] },
    outDir: "dist/server",
    target: "node20",
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
  },
});
