import { expect, test } from "vitest";
import { aligned, type Comparison, compare, comparisonCsv } from "../../shared/recording/comparison.ts";
import type { PhaseReport } from "../../shared/recording/phases.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";
import { parseCsv } from "../lab/parse-csv.ts";

const [BASELINE, TOGETHER, WHO_GREW] = [1, 2, 3];

/** Rounds by number, days by a letter. */
function held(plan: readonly (number | "day")[], jitter: number): PlayedClass {
  const played = new PlayedClass(10);
  for (const each of plan) {
    if (each !== "day") played.play(each, () => true, jitter);
    else {
      played.accept({ kind: "lapse", seconds: 86_400 });
      while (played.session.state.phase === "lapse") played.step();
    }
  }
  played.accept({ kind: "end" });
  played.step(30);
  return played;
}

const name = (phase: PhaseReport | undefined): string =>
  phase ? `${phase.id ?? phase.kind}${phase.minutes > 0 ? ` ${phase.minutes}` : ""}` : "–";
const names = ({ rows }: Pick<Comparison, "rows">): string[] => rows.map(([a, b]) => `${name(a)} | ${name(b)}`);

test("two classes stand beside each other phase by phase; what only one did stands alone", () => {
  const one = readRecording(held([TOGETHER, "day", WHO_GREW], 20).text());
  const other = readRecording(held([BASELINE, TOGETHER, WHO_GREW], 160).text());
  const comparison = compare(one, other);
  expect(names(comparison)).toEqual(["– | baseline", "together | together", "lapse 1440 | –", "who-grew | who-grew"]);
  const [tight, loose] = comparison.rows[1]! as [PhaseReport, PhaseReport];
  expect(tight.synchrony).toBeGreaterThan(loose.synchrony + 20);
  // With the lapse in which it comes to show.
  expect(tight.gain).toBeGreaterThan(loose.gain + 20);
  // What each phase gained adds up to what there is at the end.
  for (const side of [0, 1] as const) {
    const own = comparison.rows.flatMap((row) => row[side] ?? []);
    const gained = own.reduce((sum, { gain }) => sum + gain, 0);
    expect(Math.abs(100 + gained - own.at(-1)!.all)).toBeLessThanOrEqual(own.length);
  }
  expect(comparison.classes[0]).toMatchObject({ seats: 10, learnt: undefined });
  expect(comparison.classes[0].a).toBe(comparison.rows.at(-1)![0]!.a);

  const [head, ...lines] = parseCsv(comparisonCsv(comparison).slice(1));
  expect(lines.length).toBe(4);
  const row = Object.fromEntries(head!.map((column, i) => [column, lines[1]![i]]));
  expect(row).toMatchObject({
    phase: "round",
    round: "together",
    synchrony_percent_1: String(tight.synchrony),
    spikes_2: String(loose.spikes),
  });
  expect(lines[0]!.slice(3, 8)).toEqual(["", "", "", "", ""]);
});

test("a class is aligned with itself whole, and with one in which nothing was played not at all", () => {
  const recording = readRecording(held([TOGETHER, TOGETHER], 20).text());
  const same = compare(recording, recording);
  expect(same.rows.length).toBe(2);
  for (const [a, b] of same.rows) expect(a).toEqual(b);
  const empty = readRecording(held([], 20).text());
  expect(names(compare(empty, recording))).toEqual(same.rows.map(([a]) => `– | ${name(a)}`));
  expect(aligned([], [])).toEqual([]);
  // What is to be known of a file before it is believed.
  expect(same.classes[0]).toMatchObject({ cutAt: undefined, differsAt: undefined });
  const text = held([TOGETHER], 20).text();
  expect(compare(recording, readRecording(text.slice(0, -20))).classes[1].cutAt).toBeGreaterThan(10_000);
  const edited = readRecording(rewritten(text, (lines) => lines.map((line) => line.replace('"t",3,', '"t",9,'))));
  expect(compare(recording, edited).classes.map(({ differsAt }) => differsAt === undefined)).toEqual([true, false]);
});
