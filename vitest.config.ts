import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: [
      "tests/support/fresh-build.ts",
      "tests/support/migrated-database.ts",
      "tests/support/chromium.ts",
    ],
    // Most tests wait for somebody: a browser, a database, a retry.
    maxWorkers: 2 * availableParallelism() + 1,
    // Nothing here is a singleton or happens on import, so test files share what they have loaded.
    isolate: false,
    // Machines are busy; what has happened is not waited for. See tests/support/patience.ts.
    expect: { poll: { timeout: 90_000 } },
    // Longer, so that what was waited for says so.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
