import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { readRecording } from "../../shared/recording/recording.ts";

const read = (name: string) =>
  readRecording(gunzipSync(readFileSync(join(import.meta.dirname, name))).toString("utf8"));

function explore(name: string): Exploration {
  const exploration = new Exploration(read(name));
  while (!exploration.done) exploration.run(1000);
  return exploration;
}

test("the recording kept of this model's version plays with every hash as it was", () => {
  const exploration = explore(`model-${MODEL_VERSION}.ndjson.gz`);
  expect(exploration.mismatchAt).toBeUndefined();
  expect(exploration.compared).toBeGreaterThan(100);
});

const earlier = globSync("model-*.ndjson.gz", { cwd: import.meta.dirname }).filter(
  (name) => read(name).header.model !== MODEL_VERSION,
);

test.skipIf(earlier.length === 0).each(earlier)("%s, of an earlier model, plays to its end", (name) => {
  expect(explore(name).done).toBe(true);
});

test("a header without the constants of later models takes their standard values", () => {
  const text = gunzipSync(readFileSync(join(import.meta.dirname, `model-${MODEL_VERSION}.ndjson.gz`))).toString("utf8");
  const [first, ...rest] = text.split("\n");
  const header = JSON.parse(first!);
  delete header.parameters.tauKinase;
  const whole = readRecording(text).header.parameters;
  expect(readRecording([JSON.stringify(header), ...rest].join("\n")).header.parameters).toEqual(whole);
});
