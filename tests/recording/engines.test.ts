import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { launchChromium } from "../browser/chromium.ts";
import { bundle, inJsc, jsc } from "../helpers/engines.ts";
import { everyHash } from "./every-hash.ts";

const golden = globSync("model-*.ndjson.gz", { cwd: import.meta.dirname })
  .map((name) => ({ name, text: gunzipSync(readFileSync(join(import.meta.dirname, name))).toString("utf8") }))
  .filter(({ text }) => readRecording(text).header.model === MODEL_VERSION);
const recorded = golden.map(({ text }) => [...readRecording(text).hashes]);
const script = await bundle("tests/recording/every-hash.ts");
const texts = golden.map(({ text }) => text);

describe("the golden recordings have every second's hash", () => {
  test("in Node", () => {
    expect(recorded.length).toBeGreaterThan(1);
    expect(texts.map(everyHash)).toEqual(recorded);
  });

  test("in Chromium", async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      expect(await page.evaluate(`${JSON.stringify(texts)}.map(golden.everyHash)`)).toEqual(recorded);
    } finally {
      await browser.close();
    }
  }, 60_000);

  test.skipIf(!jsc)(
    "in JavaScriptCore, Safari's engine (Debian's libjavascriptcoregtk-4.0-bin)",
    () => {
      expect(inJsc(`${script}\nprint(JSON.stringify(${JSON.stringify(texts)}.map(golden.everyHash)));\n`)).toEqual(
        recorded,
      );
    },
    60_000,
  );
});
