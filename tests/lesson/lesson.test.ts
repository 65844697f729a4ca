import { describe, expect, test } from "vitest";
import { checkSteps, MOST_STEPS, readLesson, type Step } from "../../shared/lesson/lesson.ts";
import { LESSON_IDS, type LessonId, lessons } from "../../shared/lesson/lessons.ts";
import { ROUND_IDS } from "../../shared/lesson/round.ts";
import { decodeLine, encodeEvent } from "../../shared/recording/lines.ts";
import { observe } from "../../shared/session/observe.ts";
import { commandMessage } from "../../shared/wire/messages.ts";
import { ClassState, project, StageState } from "../../shared/wire/state.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const everyone = (): boolean => true;

/** A class that follows a lesson: everybody taps where asked to, and bets on the first option. */
class Pupils extends PlayedClass {
  /** What came true of each bet, by the step that asked. */
  readonly outcomes = new Map<number, number>();

  begin(steps: readonly Step[]): this {
    this.accept({ kind: "lesson", steps });
    return this;
  }

  /** Runs one step to its end. */
  run(to: number): void {
    const step = this.session.state.lesson!.steps[to]!;
    if (step.do === "round") {
      this.accept({ kind: "step", to });
      // Without a beat each taps alone.
      this.tapThrough(this.session.round!.guided ? everyone : (seat) => seat === 0, 20);
    } else {
      this.accept({ kind: "step", to });
      while (["lapse", "stimulation"].includes(this.session.state.phase)) this.step();
    }
    const { ballot } = this.session.state.lesson!;
    if (ballot && ballot.outcome >= 0 && ballot.bet) this.outcomes.set(ballot.due, ballot.outcome);
  }
}

const GROW = 0;
const STAY = 1;
const [YES, NO] = [0, 1];
const [MOST, NOTHING] = [0, 2];

describe("the lessons of the product", () => {
  test("are lessons, and only have rounds that there are", () => {
    for (const id of LESSON_IDS) {
      expect(() => checkSteps(lessons[id].steps)).not.toThrow();
      expect(lessons[id].steps.length).toBeGreaterThan(5);
    }
  });

  const outcomesOf = (id: LessonId): [string, number][] => {
    const { steps } = lessons[id];
    const pupils = new Pupils(24).begin(steps);
    for (const i of steps.keys()) pupils.run(i);
    return steps.flatMap((step, i) =>
      step.do === "bet" ? [[step.bet, pupils.outcomes.get(i + step.over)!] as [string, number]] : [],
    );
  };

  test("of 10 minutes: alone nothing fires; one round is gone by tomorrow, three spaced ones last", () => {
    expect(outcomesOf("10")).toEqual([
      ["alone", NO],
      ["tomorrow", NOTHING],
      ["tomorrow", MOST],
    ]);
  });

  test("of 25 minutes: the weak grow with the strong, the bell fires the cell, the other bell does not", () => {
    const outcomes = outcomesOf("25");
    expect(outcomes.slice(1, 5)).toEqual([
      ["weak", expect.toSatisfy((option) => option >= STAY)],
      ["weak", GROW],
      ["bell", YES],
      ["bell", NO],
    ]);
    expect(outcomes.at(-1)).toEqual(["tomorrow", MOST]);
  });

  test("of 45 minutes: too late does not grow, anisomycin lets it fade, the strong rescue the weak, regions differ", () => {
    const outcomes = Object.fromEntries(outcomesOf("45"));
    expect(outcomes).toMatchObject({ blocked: NOTHING, rescue: MOST });
    expect(outcomes.late).toBeGreaterThanOrEqual(STAY);
  });
});

describe("what the class bets on", () => {
  const steps: Step[] = [
    { do: "bet", bet: "weak", over: 1 },
    { do: "round", round: "weak-alone" },
  ];
  const asked = (): Pupils => {
    const pupils = new Pupils(6).begin(steps);
    pupils.accept({ kind: "step", to: 0 });
    return pupils;
  };

  test("is counted, may be thought over, and is closed when the class goes on", () => {
    const pupils = asked();
    pupils.accept({ kind: "answer", seat: 0, option: 0 });
    pupils.accept({ kind: "answer", seat: 1, option: 2 });
    pupils.accept({ kind: "answer", seat: 0, option: 1 });
    expect(observe(pupils.session).ballot).toMatchObject({ bet: "weak", open: true, counts: [0, 1, 1], outcome: -1 });
    pupils.accept({ kind: "next" });
    expect(pupils.session.state.phase).toBe("between");
    expect(pupils.accept({ kind: "answer", seat: 2, option: 0 })).toBe(false);
    expect(observe(pupils.session).ballot?.counts).toEqual([0, 1, 1]);
  });

  test("is settled once what it was about is over, not before", () => {
    const pupils = asked();
    pupils.accept({ kind: "step", to: 1 });
    expect(pupils.session.state.lesson!.ballot!.open).toBe(false);
    pupils.step(80);
    expect(pupils.session.state.lesson!.ballot!.outcome).toBe(-1);
    pupils.run(1);
    expect(pupils.session.state.lesson!.ballot!.outcome).toBeGreaterThanOrEqual(0);
  });

  test("takes no answer once something else has begun, or the class has ended", () => {
    for (const kind of ["start", "end"] as const) {
      const pupils = asked();
      pupils.accept(kind === "start" ? { kind, round: ROUND_IDS.indexOf("together") } : { kind });
      expect(pupils.accept({ kind: "answer", seat: 0, option: 0 })).toBe(false);
      expect(observe(pupils.session).ballot?.open).toBe(false);
    }
  });

  test("has no option beyond its last, and nobody answers for an empty seat", () => {
    const pupils = asked();
    expect(() => pupils.session.apply({ kind: "answer", seat: 0, option: 3 })).toThrow(RangeError);
    expect(() => pupils.session.apply({ kind: "answer", seat: 40, option: 0 })).toThrow(RangeError);
  });

  test("may be a drug: the one with most votes is given for what follows", () => {
    const pupils = new Pupils(6).begin([
      { do: "vote", among: ["s831a", "apv"] },
      { do: "round", round: "together" },
    ]);
    pupils.accept({ kind: "step", to: 0 });
    for (const [seat, option] of [1, 1, 0].entries()) pupils.accept({ kind: "answer", seat, option });
    pupils.run(1);
    expect(pupils.session.state.conditions.drugs).toEqual(["apv"]);
    expect(pupils.session.meanStrength("all")).toBeLessThan(101);
    expect(pupils.session.state.met).toBe(false);
  });
});

describe("a lesson", () => {
  test("can be gone through in any order: steps repeated, skipped, gone back to", () => {
    const pupils = new Pupils(6).begin(lessons["10"].steps);
    for (const to of [2, 0, 2, 3]) {
      expect(pupils.accept({ kind: "step", to })).toBe(true);
      while (pupils.session.state.phase === "round" || pupils.session.state.phase === "lapse") pupils.step();
      expect(pupils.session.state.lesson!.at).toBe(to);
    }
  });

  test("is not changed, nor moved on in, while a round runs", () => {
    const pupils = new Pupils(6).begin(lessons["10"].steps);
    pupils.accept({ kind: "step", to: 0 });
    expect(pupils.accept({ kind: "step", to: 1 })).toBe(false);
    expect(pupils.accept({ kind: "lesson", steps: [] })).toBe(false);
    expect(pupils.session.state.lesson!.at).toBe(0);
  });

  test("can be given up, and leaves a free class behind", () => {
    const pupils = new Pupils(6).begin(lessons["10"].steps);
    pupils.accept({ kind: "lesson", steps: [] });
    expect(observe(pupils.session).lesson).toBeNull();
    expect(pupils.accept({ kind: "start", round: ROUND_IDS.indexOf("together") })).toBe(true);
  });

  test("with a fresh cell begins at 100 % again", () => {
    const pupils = new Pupils(12).begin([
      { do: "round", round: "together" },
      { do: "round", round: "baseline", fresh: true },
    ]);
    pupils.run(0);
    expect(pupils.session.meanStrength("all")).toBeGreaterThan(120);
    pupils.accept({ kind: "step", to: 1 });
    expect(pupils.session.meanStrength("all")).toBe(100);
  });

  const wrong: [string, unknown][] = [
    ["is no step", "together"],
    ["has an unknown kind", { do: "dance" }],
    ["has an unknown round", { do: "round", round: "polka" }],
    ["has a lapse of no time", { do: "lapse", seconds: 0 }],
    ["has a lapse of part of a second", { do: "lapse", seconds: 1.5 }],
    ["has an unknown drug", { do: "round", round: "together", drugs: ["tea"] }],
    ["has an unknown pathway", { do: "round", round: "together", pathway: "liver" }],
    ["lets choose among one", { do: "vote", among: ["apv"] }],
    ["lets choose the same twice", { do: "vote", among: ["apv", "apv"] }],
    ["bets on nothing", { do: "bet", bet: "rain", over: 1 }],
    ["bets on the past", { do: "bet", bet: "weak", over: 0 }],
  ];
  test.each(wrong)("is refused when a step %s, and nothing changes", (_, step) => {
    const pupils = new Pupils(3).begin(lessons["10"].steps);
    const before = pupils.session.hash();
    const event = { kind: "lesson", steps: [{ do: "round", round: "together" }, step] } as never;
    expect(() => pupils.session.apply(event)).toThrow(/step 2/);
    expect(pupils.session.hash()).toBe(before);
    expect(() => decodeLine(JSON.stringify([0, "P", [step]]))).toThrow(SyntaxError);
  });

  test("has an end: a step beyond it, or too many, are refused", () => {
    const pupils = new Pupils(3).begin(lessons["10"].steps);
    expect(() => pupils.session.apply({ kind: "step", to: 99 })).toThrow(RangeError);
    const many = Array.from({ length: MOST_STEPS + 1 }, (): Step => ({ do: "round", round: "together" }));
    expect(() => checkSteps(many)).toThrow(RangeError);
  });

  test("is in the recording: the same lines give the same class", () => {
    const pupils = new Pupils(8).begin(lessons["10"].steps);
    for (const to of [0, 1, 2, 3]) pupils.run(to);
    const lines = pupils.lines.slice(1).map(decodeLine);
    const again = new PlayedClass(0);
    let next = 0;
    while (again.session.state.tick < pupils.session.state.tick) {
      for (; next < lines.length && lines[next]!.tick <= again.session.state.tick; next++) {
        const line = lines[next]!;
        if ("event" in line) again.session.apply(line.event);
      }
      again.session.step();
    }
    expect(again.session.hash()).toBe(pupils.session.hash());
    const event = { kind: "lesson", steps: lessons["45"].steps } as const;
    expect(decodeLine(encodeEvent(7, event))).toEqual({ tick: 7, event });
  });

  test("reaches the stage as it is", () => {
    const pupils = new Pupils(8).begin(lessons["25"].steps);
    for (const to of [0, 1]) pupils.run(to);
    pupils.accept({ kind: "answer", seat: 2, option: 1 });
    const state = new ClassState();
    state.stage = new StageState();
    const view = observe(pupils.session);
    project(view, state);
    expect(viewOf(state)).toMatchObject({ lesson: view.lesson, ballot: view.ballot, met: view.met, phase: "bet" });
    expect(JSON.parse(state.ballot)).not.toHaveProperty("counts");
  });
});

test("a browser's lesson is taken without what is no part of one", () => {
  const step = { do: "round", round: "together", note: "x".repeat(1000) };
  const message = { kind: "lesson", turn: 0, steps: [step] };
  expect(commandMessage.parse(message)).toEqual({ ...message, steps: [{ do: "round", round: "together" }] });
  const endless = { do: "round", round: "together", drugs: new Array(1000).fill("apv") };
  expect(commandMessage.safeParse({ ...message, steps: [endless] }).success).toBe(false);
});

describe("a lesson as a file", () => {
  const file = (change: object = {}): string => JSON.stringify({ ...lessons["45"], ...change });

  test("comes back as it was", () => {
    expect(readLesson(file())).toEqual({ ok: true, lesson: lessons["45"] });
  });

  test("keeps only what a lesson has", () => {
    const steps = [{ do: "round", round: "together", script: "<script>", at: "all" }];
    const read = readLesson(file({ steps, author: "x", title: "t".repeat(500) }));
    expect(read).toMatchObject({ ok: true, lesson: { steps: [{ do: "round", round: "together" }] } });
    expect(JSON.stringify(read)).not.toContain("script");
    expect(JSON.stringify(read).length).toBeLessThan(300);
  });

  const refused: [string, string, string][] = [
    ["empty", "", "not-a-lesson"],
    ["something else", "[1, 2]", "not-a-lesson"],
    ["nothing at all", "null", "not-a-lesson"],
    ["cut", file().slice(0, 400), "not-a-lesson"],
    ["without a version", file({ lesson: undefined }), "not-a-lesson"],
    ["of a newer version", file({ lesson: 2 }), "newer"],
    ["with a step that cannot be", file({ steps: [{ do: "lapse", seconds: -1 }] }), "step"],
    ["with steps that are no steps", file({ steps: [null] }), "step"],
    [
      "with too many steps",
      file({ steps: new Array(MOST_STEPS + 1).fill({ do: "round", round: "together" }) }),
      "step",
    ],
    ["too long", " ".repeat(200_000), "not-a-lesson"],
  ];
  test.each(refused)("that is %s is refused, with the reason", (_, text, reason) => {
    expect(readLesson(text)).toMatchObject({ ok: false, reason });
  });
});
