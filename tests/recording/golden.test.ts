import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { RecordedWorld } from "../../client/replay/recorded-world.ts";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { FORMAT } from "../../shared/session/header.ts";
import { observe } from "../../shared/session/observe.ts";

const files = globSync("model-*.ndjson.gz", { cwd: import.meta.dirname }).sort();
const textOf = (name: string): string => gunzipSync(readFileSync(join(import.meta.dirname, name))).toString("utf8");
const read = (name: string) => readRecording(textOf(name));

function explore(name: string): Exploration {
  const exploration = new Exploration(read(name));
  while (!exploration.done) exploration.run(1000);
  return exploration;
}

test("there is one of every format, and one of this model's version", () => {
  const formats = files.map((name) => (JSON.parse(textOf(name).split("\n", 1)[0]!) as { format: number }).format);
  expect([...new Set(formats)].sort()).toEqual(Array.from({ length: FORMAT }, (_, i) => i + 1));
  expect(files.map((name) => read(name).header.model)).toContain(MODEL_VERSION);
});

const [ours, earlier] = [true, false].map((now) =>
  files.filter((name) => (read(name).header.model === MODEL_VERSION) === now),
);

describe.each(ours!)("%s", (name) => {
  const recording = read(name);

  test("is whole, and plays with every hash as it was", () => {
    expect([recording.damage, recording.edited]).toEqual([undefined, false]);
    const exploration = explore(name);
    expect(exploration.mismatchAt).toBeUndefined();
    expect(exploration.compared).toBe(recording.hashes.size);
    expect(exploration.compared).toBeGreaterThan(100);
  });

  test("shows at each of its keyframes what it shows when played", () => {
    const playback = new Playback(recording);
    for (const { tick, view } of recording.keyframes) {
      playback.seek(tick);
      const { seats, phase, plot } = observe(playback.session);
      expect(view.seats).toEqual(seats);
      expect([view.phase, view.plot.length]).toEqual([phase, plot.length]);
    }
  });
});

test.skipIf(earlier!.length === 0).each(earlier!)("%s, of an earlier model, is shown from its keyframes", (name) => {
  const course = new RecordedWorld(read(name));
  while (!course.explored) course.explore(1000);
  expect(course.fromKeyframes?.why).toBe("model");
  for (const { tick, view } of course.recording.keyframes) expect(course.show(tick)!.view).toEqual(view);
});

test("a header without the constants of later models takes their standard values", () => {
  const text = textOf(ours!.at(-1)!);
  const [first, ...rest] = text.split("\n");
  const header = JSON.parse(first!);
  delete header.parameters.tauKinase;
  const whole = readRecording(text).header.parameters;
  expect(readRecording([JSON.stringify(header), ...rest].join("\n")).header.parameters).toEqual(whole);
});
