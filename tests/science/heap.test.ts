import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const script = join(import.meta.dirname, "heap-child.ts");
/** Room for everything that a run could create, so that nothing is collected before it is counted. */
const FLAGS = ["--expose-gc", "--min-semi-space-size=128", "--max-semi-space-size=128"];
const STEPS = 200_000;

/** Bytes a step that a run puts on the heap. */
const bytesAStep = (variant: "model" | "allocating"): number =>
  Number(execFileSync(process.execPath, [...FLAGS, script, variant, String(STEPS)], { encoding: "utf8" })) / STEPS;

/**
 * A boxed number, the smallest thing there is, has 16 bytes: below 8 the millisecond's step makes none. What is left is
 * the slow layer, once in a thousand steps.
 */
const LESS_THAN_A_NUMBER = 8;

test("a step creates nothing on the heap, not even a number", () => {
  expect(bytesAStep("model")).toBeLessThan(LESS_THAN_A_NUMBER);
}, 60_000);

test("this test would see one small object a step", () => {
  expect(bytesAStep("allocating")).toBeGreaterThan(16 + LESS_THAN_A_NUMBER);
}, 60_000);
