import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type GoldenDrive, goldenDrive } from "../../shared/protocols/golden-drive.ts";
import { launchChromium } from "../browser/chromium.ts";
import { bundle, inJsc, jsc } from "../helpers/engines.ts";

const DRIVE = "shared/protocols/golden-drive.ts";
const root = join(import.meta.dirname, "../..");

/**
 * The checksum of the golden drive. A change of the model, its constants or the order of its operations changes it, and
 * with it MODEL_VERSION and MODEL.md; recordings made before then need the model they were made with.
 */
const GOLDEN = "535cce5d";

/** What differs between engines, versions or moments, and so has no place in the deterministic core. */
const banned: readonly [reason: string, pattern: RegExp][] = [
  [
    "a function of Math that the language does not define to the last bit",
    /\bMath\s*(?:\[|\.(?!(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|LN2|LOG2E|SQRT2|PI)\b))/,
  ],
  ["the ** operator", /\*\*/],
  ["taking Math apart", /=\s*Math\s*[;,\n]/],
  ["a clock", /\b(?:Date|performance|setTimeout|setInterval|requestAnimationFrame)\b/],
  ["chance", /\bcrypto\b/],
  ["what differs between locales", /\bIntl\b|\btoLocale|\blocaleCompare\b/],
  ["a sort without a comparison", /\.(?:sort|toSorted)\(\s*\)/],
  ["the order of an object's keys", /\bfor\s*\(\s*(?:const|let)\s+\w+\s+in\b/],
];

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

const faults = (source: string): string[] =>
  banned.filter(([, pattern]) => pattern.test(withoutComments(source))).map(([reason]) => reason);

describe("the deterministic core uses nothing that differs between engines", () => {
  const files = globSync("shared/{model,protocols,session,lesson,recording}/**/*.ts", { cwd: root });

  test("the search finds what it is for, and lets exact arithmetic be", () => {
    for (const wrong of [
      "Math.exp(x)",
      "Math.random()",
      "Math['log'](x)",
      "x ** 2",
      "const { pow } = Math;",
      "Date.now()",
      "performance.now()",
      "list.sort()",
      "for (const key in seats) {}",
    ]) {
      expect(faults(wrong), wrong).toHaveLength(1);
    }
    expect(faults("/** x ** 2 */ Math.sqrt(Math.floor(x) * Math.imul(2, 3)); // Math.exp")).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  test.each(files)("%s", (file) => {
    expect(faults(readFileSync(join(root, file), "utf8"))).toEqual([]);
  });
});

/** The first tick at which two engines part, by name; nothing when they agree. */
function firstDifference(ours: GoldenDrive, theirs: GoldenDrive): string | undefined {
  for (const [i, { name, hashes }] of ours.scenes.entries()) {
    const other = theirs.scenes[i];
    const tick = hashes.findIndex((hash, at) => hash !== other?.hashes[at]);
    if (tick >= 0 || other?.hashes.length !== hashes.length) return `${name}, tick ${tick}`;
  }
  return undefined;
}

describe("the golden drive, with every drug, region and mechanism, gives the same bits tick by tick", () => {
  const here = goldenDrive();

  test("in Node", () => {
    expect(here.checksum).toBe(GOLDEN);
    expect(here.scenes.length).toBeGreaterThan(40);
    for (const { hashes } of here.scenes) expect(new Set(hashes).size).toBeGreaterThan(500);
  });

  test("a second time, in a process that has run it already", () => {
    expect(firstDifference(here, goldenDrive())).toBeUndefined();
  }, 60_000);

  test("the comparison finds a single tick that differs", () => {
    const [first, ...rest] = here.scenes;
    const changed = first!.hashes.with(7, "00000000");
    const other = { ...here, scenes: [{ ...first!, hashes: changed }, ...rest] };
    expect(firstDifference(here, other)).toBe(`${first!.name}, tick 7`);
  });

  test("in Chromium", async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: await bundle(DRIVE) });
      const there: GoldenDrive = await page.evaluate("golden.goldenDrive()");
      expect(firstDifference(here, there)).toBeUndefined();
      expect(there.checksum).toBe(GOLDEN);
    } finally {
      await browser.close();
    }
  }, 60_000);

  test.skipIf(!jsc)(
    "in JavaScriptCore, Safari's engine (Debian's libjavascriptcoregtk-4.0-bin)",
    async () => {
      const there = inJsc<GoldenDrive>(`${await bundle(DRIVE)}\nprint(JSON.stringify(golden.goldenDrive()));\n`);
      expect(firstDifference(here, there)).toBeUndefined();
      expect(there.checksum).toBe(GOLDEN);
    },
    60_000,
  );
});
