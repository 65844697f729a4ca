import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that need other servers: `npm run test:cluster`. */
const CLUSTER = "tests/cluster/**";
/** Tests in which people tap in time: a browser, or a room over sockets. */
const TIMED = ["tests/browser/**/*.test.ts", "tests/classroom/**/*.test.ts", "tests/faults/**/*.test.ts"];

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A page on a busy machine says a moment later what it would have said at once.
    expect: { poll: { timeout: 5000 } },
    globalSetup: ["tests/helpers/build-pages.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [...TIMED, CLUSTER],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // One at a time, and nothing beside it: with two cores, a neighbour's sums would make the taps late.
        extends: true,
        test: { name: "timed", include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
