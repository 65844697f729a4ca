import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that need PostgreSQL or Redis; each file has engines of its own. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    name: "cluster",
    include: ["tests/cluster/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // They wait more than they work: two at a time keep two cores half busy.
    maxWorkers: 2,
    globalSetup: ["tests/helpers/build-pages.ts", "tests/cluster/say-missing.ts"],
  },
});
