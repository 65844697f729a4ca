import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that need PostgreSQL or Redis: one file at a time, with engines of its own. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    name: "cluster",
    include: ["tests/cluster/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
    globalSetup: ["tests/helpers/build-pages.ts", "tests/cluster/say-missing.ts"],
  },
});
