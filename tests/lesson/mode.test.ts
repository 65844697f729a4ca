import { describe, expect, test } from "vitest";
import { inMode, MODES, type Mode } from "../../shared/lesson/mode.ts";
import { ROUND_IDS } from "../../shared/lesson/round.ts";
import { standardScript } from "../../shared/lesson/script.ts";
import { observe } from "../../shared/session/observe.ts";
import { stepsPerTick } from "../../shared/session/timing.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const everyone = (): boolean => true;
const TOGETHER = ROUND_IDS.indexOf("together");

/** What a class that far apart wins in a mode, percent of baseline. */
function won(mode: Mode, jitter: number): number {
  const played = new PlayedClass(20);
  if (mode !== "standard") expect(played.accept({ kind: "mode", mode })).toBe(true);
  played.play(TOGETHER, everyone, jitter);
  return played.session.meanStrength("all") - 100;
}

test("in every mode a tick is a whole number of model steps, and the beat one that people can tap", () => {
  for (const mode of MODES) {
    for (const round of standardScript) {
      const played = inMode(round, mode);
      expect(Number.isInteger(stepsPerTick(played))).toBe(true);
      expect(played.beatMs).toBeGreaterThanOrEqual(400);
      for (const { lag } of Object.values(played.parts ?? {})) expect(lag).toBeLessThanOrEqual(played.beatMs);
    }
  }
});

test("assist, standard and hard are the same for the cell: the same biological times", () => {
  for (const round of standardScript) {
    for (const mode of ["assist", "hard"] as const) {
      const played = inMode(round, mode);
      expect(played.beatMs / played.slowMotion).toBeCloseTo(round.beatMs / round.slowMotion, 0);
    }
  }
  for (const mode of ["assist", "hard"] as const) expect(won(mode, 0)).toBeCloseTo(won("standard", 0), 0);
});

describe("a class 60 ms apart", () => {
  test("wins more the slower it plays", () => {
    const [assist, standard, hard, real] = (["assist", "standard", "hard", "real-time"] as const).map((mode) =>
      won(mode, 60),
    );
    expect(assist).toBeGreaterThan(standard!);
    expect(standard).toBeGreaterThan(hard!);
    expect(hard).toBeGreaterThan(real!);
    expect(real).toBeLessThan(5);
  });
});

test("weak and strong, bell and food, too late show what they are meant to, assisted too", () => {
  for (const mode of ["assist", "hard"] as const) {
    for (const id of ["weak-and-strong", "bell-and-food", "too-late"] as const) {
      const played = new PlayedClass(20);
      played.accept({ kind: "mode", mode });
      played.play(ROUND_IDS.indexOf(id), everyone, 15);
      expect(played.session.state.met, `${id}, ${mode}`).toBe(true);
    }
  }
});

test("the mode is seen, changes between rounds alone, and leaves no trace once it is back", () => {
  const played = new PlayedClass(4);
  const before = played.session.hash();
  expect(played.accept({ kind: "mode", mode: "standard" })).toBe(false);
  expect(played.accept({ kind: "mode", mode: "assist" })).toBe(true);
  expect(observe(played.session).mode).toBe("assist");
  expect(played.session.hash()).not.toBe(before);
  expect(played.accept({ kind: "mode", mode: "standard" })).toBe(true);
  expect(played.session.hash()).toBe(before);
  played.accept({ kind: "start", round: TOGETHER });
  expect(played.accept({ kind: "mode", mode: "hard" })).toBe(false);
  expect(() => played.session.apply({ kind: "mode", mode: "asleep" as Mode })).toThrow(RangeError);
});
