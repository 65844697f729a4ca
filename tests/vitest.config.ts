import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that need other servers: `npm run test:cluster`. */
const CLUSTER = "tests/cluster/**";
/** Tests with a browser: no sums of the model beside them. */
const PAGES = ["tests/browser/**/*.test.ts", "tests/faults/pages.test.ts", "tests/faults/secrets.test.ts"];
/** Tests in which people tap in time over sockets: they wait more than they reckon, so two of them fit two cores. */
const ROOMS = ["tests/classroom/**/*.test.ts", "tests/faults/**/*.test.ts"];

/** Tests that run so many files at a time, after those of a lower order. */
function project(name: string, include: string[], exclude: string[], maxWorkers: number, groupOrder: number) {
  return { extends: true as const, test: { name, include, exclude, maxWorkers, sequence: { groupOrder } } };
}

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A page on a busy machine says a moment later what it would have said at once.
    expect: { poll: { timeout: 5000 } },
    globalSetup: ["tests/helpers/build-pages.ts"],
    projects: [
      project("node", ["tests/**/*.test.ts"], [...PAGES, ...ROOMS, CLUSTER], 2, 0),
      project("rooms", ROOMS, PAGES, 2, 1),
      project("pages", PAGES, [], 2, 2),
    ],
  },
});
