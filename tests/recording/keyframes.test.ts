import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordedWorld } from "../../client/replay/recorded-world.ts";
import type { Step } from "../../shared/lesson/lesson.ts";
import { keyframeAt, viewBetween } from "../../shared/recording/between.ts";
import { lastTaps } from "../../shared/recording/course.ts";
import { isKeyframe } from "../../shared/recording/lines.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { unsealed } from "../../shared/recording/seal.ts";
import { observe } from "../../shared/session/observe.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";

const TOGETHER = 2;

/** A class with much in it, and what was to be seen at each of its ticks. */
const live = new Map<number, ClassView>();
class Watched extends PlayedClass {
  override step(ticks = 1): void {
    for (let i = 0; i < ticks; i++) {
      super.step();
      live.set(this.session.state.tick, JSON.parse(JSON.stringify(observe(this.session))));
    }
  }
}
const played = new Watched(8, 3);
played.step(30);
const STEPS: readonly Step[] = [
  { do: "bet", bet: "alone", over: 1 },
  { do: "round", round: "together" },
];
played.accept({ kind: "lesson", steps: STEPS });
played.accept({ kind: "step", to: 0 });
played.accept({ kind: "answer", seat: 1, option: 1 });
played.step(60);
played.accept({ kind: "step", to: 1 });
played.tapThrough((seat) => seat % 2 === 0, 20);
played.accept({ kind: "drug", drug: "novelty", on: true });
played.play(TOGETHER, (seat) => seat !== 5);
played.accept({ kind: "leave", seat: 2 });
played.step(300);
played.accept({ kind: "lapse", seconds: 86_400 });
while (played.session.running) played.step();
played.accept({ kind: "back" });
played.step(20);
played.play(TOGETHER, () => true);
played.accept({ kind: "end" });
played.step(30);
const text = played.text();
const recording = readRecording(text);
const { keyframes } = recording;

const rounded = (view: ClassView): unknown =>
  JSON.parse(JSON.stringify(view, (_, x) => (typeof x === "number" ? Math.round(100 * x) / 100 : x)));
const explored = (said: string): RecordedWorld => {
  const course = new RecordedWorld(readRecording(said));
  for (let i = 0; i < 100 && !course.explored; i++) course.explore(250);
  return course;
};

describe("keyframes", () => {
  test("stand at least every ten seconds and where phases begin, and are what was to be seen", () => {
    expect(recording.damage).toBeUndefined();
    for (const [i, { tick, view }] of keyframes.entries()) {
      expect(tick - (keyframes[i - 1]?.tick ?? 0)).toBeLessThanOrEqual(250);
      expect(view).toEqual(rounded(live.get(tick)!));
    }
    for (const [tick, { turn }] of live) {
      const before = live.get(tick - 1);
      if (before && before.turn !== turn) expect(keyframes[keyframeAt(keyframes, tick)]!.tick).toBe(tick);
    }
  });

  test("give in between what is near to what was, figure by figure", () => {
    for (const [tick, was] of live) {
      const view = viewBetween(keyframes, tick)!;
      expect([view.tick, view.phase, view.round]).toEqual([tick, was.phase, was.round]);
      expect(view.plot.length).toBeLessThanOrEqual(keyframes.at(-1)!.view.plot.length);
      const [before, after] = [keyframes[keyframeAt(keyframes, tick)], keyframes[keyframeAt(keyframes, tick) + 1]];
      for (const [i, seat] of view.seats.entries()) {
        const ends = [before!.view.seats[i]!.receptors, after?.view.seats[i]?.receptors ?? seat.receptors];
        expect(seat.receptors).toBeGreaterThanOrEqual(Math.min(...ends));
        expect(seat.receptors).toBeLessThanOrEqual(Math.max(...ends));
        expect(Math.abs(seat.receptors - was.seats[i]!.receptors)).toBeLessThanOrEqual(15);
      }
    }
  });

  test("that hold what no class could show are damage, and nothing of them is drawn", () => {
    const values = fc.constantFrom<unknown>(
      ...[null, -5, 1e300, "<img onerror=alert(1)>", [], {}, [[]], "F", true, [1e9], { __proto__: 1 }],
    );
    const whole = keyframes.length;
    const index = unsealed(text).body.split("\n").findIndex(isKeyframe);
    const fields = Object.keys((JSON.parse(unsealed(text).body.split("\n")[index]!) as unknown[])[3] as object);
    fc.assert(
      fc.property(fc.constantFrom(...fields), values, (name, value) => {
        const made = rewritten(text, (lines) => {
          const record = JSON.parse(lines[index]!) as [number, string, string, Record<string, unknown>];
          record[3] = { ...record[3], [name]: value };
          return lines.with(index, JSON.stringify(record));
        });
        const read = readRecording(made);
        if (read.damage === undefined) expect(read.keyframes.length).toBe(whole);
        expect(JSON.stringify(read.keyframes)).not.toContain("<img");
        for (const tick of [0, 5, 300]) viewBetween(read.keyframes, tick);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});

describe("a class that cannot be simulated as it was", () => {
  test("of another version of the model is shown from its keyframes throughout", () => {
    const other = rewritten(text, ([header, ...lines]) => [
      header!.replace(/"model":"[^"]+"/, '"model":"99.0.0"'),
      ...lines,
    ]);
    const course = explored(other);
    expect(course.fromKeyframes).toEqual({ from: 0, why: "model" });
    expect(course.ticks).toBe(recording.ticks);
    for (const { tick, view } of keyframes) expect(course.show(tick)!.view).toEqual(view);
    const inRound = course.show(keyframes.find(({ view }) => view.phase === "round")!.tick + 120)!;
    expect(inRound.pulses.flatMap(({ taps }) => taps).length).toBeGreaterThan(8);
    expect(course.otherwise).toBe(true);
    const simulated = explored(text);
    expect(simulated.otherwise).toBe(false);
    const conditions = (marks: typeof course.marks) => marks.filter(({ kind }) => kind === "condition");
    expect(course.marks.map(({ kind }) => kind)).toEqual(simulated.marks.map(({ kind }) => kind));
    expect(conditions(course.marks)).toEqual(conditions(simulated.marks));
    // Its taps are stepped to; what they did is not told.
    const { taps } = course.course;
    expect([...taps.keys]).toEqual([...simulated.course.taps.keys]);
    expect(lastTaps(taps, 3, 0, Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
    const bare = explored(rewritten(other, (lines) => lines.filter((line) => !isKeyframe(line))));
    expect([bare.fromKeyframes, bare.otherwise]).toEqual([undefined, true]);
  });

  test("whose hashes differ is shown from its keyframes from the last on that agreed", () => {
    const tap = played.lines.find((line) => line.includes('"t",3,') && Number.parseInt(line.slice(1), 10) > 200)!;
    const moved = rewritten(text, (lines) =>
      lines.map((line) => (line === tap ? line.replace('"t",3,', '"t",4,') : line)),
    );
    const course = explored(moved);
    const { from } = course.fromKeyframes!;
    expect(course.fromKeyframes!.why).toBe("differs");
    expect(course.otherwise).toBe(true);
    const bare = explored(rewritten(moved, (lines) => lines.filter((line) => !isKeyframe(line))));
    expect([bare.fromKeyframes, bare.otherwise]).toEqual([undefined, true]);
    expect(from).toBe(Math.floor(Number.parseInt(tap.slice(1), 10) / 25) * 25);
    expect(course.show(from - 1)!.view).toEqual(explored(text).show(from - 1)!.view);
    const beyond = keyframes.filter(({ tick }) => tick >= from);
    expect(beyond.length).toBeGreaterThan(4);
    for (const { tick, view } of beyond) expect(course.show(tick)!.view).toEqual(view);
  });

  test("whose events contradict each other, likewise; without keyframes it ends there", () => {
    const at = keyframes[3]!.tick;
    const contradicting = rewritten(text, (lines) => {
      const index = lines.findIndex((line) => line.startsWith(`[${at},`));
      return lines.toSpliced(index, 0, `[${at},"t",44,3]`);
    });
    const course = explored(contradicting);
    expect(course.fromKeyframes).toMatchObject({ why: "contradiction" });
    expect(course.show(keyframes.at(-1)!.tick)!.view).toEqual(keyframes.at(-1)!.view);
    const bare = rewritten(contradicting, (lines) => lines.filter((line) => !isKeyframe(line)));
    const ended = explored(bare);
    expect(ended.fromKeyframes).toBeUndefined();
    expect(ended.recording.damage).toContain("contradict each other");
    expect(ended.ticks).toBeLessThanOrEqual(at);
    expect(ended.show(ended.ticks - 1)!.view.seats).toHaveLength(8);
  });

  test("with a damaged stretch is exact before it, and shown from keyframes to its end", () => {
    const lines = text.split("\n");
    const middle = lines.findIndex((line, i) => i > lines.length / 2 && line.includes('"t"'));
    const course = explored(lines.with(middle, lines[middle]!.replace('"t"', '"T"')).join("\n"));
    expect(course.fromKeyframes).toMatchObject({ why: "damaged" });
    expect(course.ticks).toBe(keyframes.at(-1)!.tick + 1);
    expect(course.exploration.mismatchAt).toBeUndefined();
    expect(course.exploration.compared).toBeGreaterThan(10);
    expect(course.show(keyframes.at(-1)!.tick)!.view).toEqual(keyframes.at(-1)!.view);
    // One flipped digit: all of its interval is left out, and the keyframe that it may have been in.
    const flipped = explored(
      lines
        .with(
          middle,
          lines[middle]!.replace(/\d\]$/, (digit) => `${(Number(digit[0]) + 1) % 10}]`),
        )
        .join("\n"),
    );
    expect(flipped.recording.damage).toMatch(/from [\d.]+ to [\d.]+ s does not fit/);
    expect(flipped.fromKeyframes!.from).toBeLessThanOrEqual(course.fromKeyframes!.from);
    expect(flipped.show(keyframes.at(-1)!.tick)!.view).toEqual(keyframes.at(-1)!.view);
  });

  test("with a flipped digit in a keyframe's tick shows as simulated only what was", () => {
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.startsWith('[250,"') && isKeyframe(line));
    for (const tick of [150, 240, 251, 255, 259, 260, 290, 350, 450, 550, 650, 950]) {
      const course = explored(lines.with(at, lines[at]!.replace("[250,", `[${tick},`)).join("\n"));
      const { from } = course.fromKeyframes!;
      expect(from).toBeLessThanOrEqual(260);
      for (let i = 1; i < from; i++) expect(rounded(course.show(i)!.view)).toEqual(rounded(live.get(i)!));
    }
  });

  test("damaged twice, or in a keyframe, shows no keyframe that was not", () => {
    const lines = text.split("\n");
    const were = new Map(keyframes.map(({ tick, view }) => [tick, view]));
    // No check follows on the last one; of that the footer says that it was edited.
    const places = lines.flatMap((line, i) => (isKeyframe(line) ? [i] : [])).slice(0, -1);
    const changed = (line: string): string => line.replace(/("synchrony":|"cellSpikes":)(\d)/, "$17");
    for (const [i, place] of places.entries()) {
      const later = places[i + 2];
      for (const bad of [lines[place]!.replace(/"[Ff]"/, '"G"'), lines[place]!.slice(0, -1), changed(lines[place]!)]) {
        const once = lines.with(place, bad);
        const read = readRecording((later ? once.with(later, changed(once[later]!)) : once).join("\n"));
        if (read.damage === undefined) continue;
        for (const { tick, view } of read.keyframes) {
          // A plot misses the points of keyframes that are missing; the lesson is lost where its event is.
          const apart = { plot: [], lesson: null };
          expect({ ...view, ...apart }).toEqual({ ...were.get(tick), ...apart });
        }
      }
    }
  });
});
