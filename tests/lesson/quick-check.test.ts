import { describe, expect, test } from "vitest";
import { withTwins } from "../../shared/lesson/lesson.ts";
import { lessons } from "../../shared/lesson/lessons.ts";
import {
  ITEM_IDS,
  isItemId,
  MISCONCEPTIONS,
  misconceptionOf,
  OPTIONS,
  rightOption,
  twinOf,
} from "../../shared/lesson/quick-check/bank.ts";
import {
  classGain,
  LEAST_ANSWERS,
  normalisedGain,
  rightOf,
  scorePairs,
} from "../../shared/lesson/quick-check/score.ts";
import { questionsEn } from "../../shared/locales/quick-check/questions.en.ts";
import { questionsEs } from "../../shared/locales/quick-check/questions.es.ts";
import { questionsPtBR } from "../../shared/locales/quick-check/questions.pt-BR.ts";
import { reasonsEn } from "../../shared/locales/quick-check/reasons.en.ts";
import { reasonsEs } from "../../shared/locales/quick-check/reasons.es.ts";
import { reasonsPtBR } from "../../shared/locales/quick-check/reasons.pt-BR.ts";
import { observe } from "../../shared/session/observe.ts";
import { PlayedClass } from "../helpers/played-class.ts";

describe("the bank", () => {
  test("has two questions on each idea, and no letter is the better guess", () => {
    expect(ITEM_IDS.length).toBe(24);
    for (const idea of MISCONCEPTIONS) {
      const own = ITEM_IDS.filter((item) => misconceptionOf(item) === idea);
      expect(own.length).toBe(2);
      expect(twinOf(own[0]!)).toBe(own[1]);
      expect(rightOption(own[0]!)).not.toBe(rightOption(own[1]!));
    }
    for (const option of OPTIONS) expect(ITEM_IDS.filter((item) => rightOption(item) === option).length).toBe(6);
    for (const wrong of ["", "permanent", "permanent-3", "toString", 7, null]) expect(isItemId(wrong)).toBe(false);
  });

  test.each([
    ["en", questionsEn, reasonsEn],
    ["pt-BR", questionsPtBR, reasonsPtBR],
    ["es", questionsEs, reasonsEs],
  ] as const)("fits a phone in %s: short stems, four different options, a reason for each", (_, questions, reasons) => {
    for (const item of ITEM_IDS) {
      const { stem } = questions[item];
      expect(stem.length).toBeLessThanOrEqual(120);
      const options = OPTIONS.map((option) => questions[item][option]);
      expect(new Set(options).size).toBe(4);
      for (const option of options) expect(option.length).toBeLessThanOrEqual(60);
      const why = OPTIONS.map((option) => reasons[item][option]);
      expect(new Set(why).size).toBe(4);
      for (const reason of why) expect(reason.length).toBeGreaterThan(10);
    }
    // By chance the right option would be the longest in a quarter of them.
    const longest = ITEM_IDS.filter((item) => {
      const lengths = OPTIONS.map((option) => questions[item][option].length);
      return lengths[rightOf(item)] === Math.max(...lengths);
    });
    expect(longest.length).toBeLessThanOrEqual(ITEM_IDS.length / 3);
  });

  test("asks in a lesson each idea before and after, by twins, whichever comes first", () => {
    for (const id of ["25", "45"] as const) {
      for (const swaps of [() => false, () => true, (idea: string) => idea.length % 2 === 0]) {
        const asked = withTwins(lessons[id].steps, swaps).flatMap((step) => (step.do === "check" ? [step.item] : []));
        expect(asked.length).toBeGreaterThanOrEqual(6);
        const [before, after] = [asked.slice(0, asked.length / 2), asked.slice(asked.length / 2)];
        expect(after).toEqual(before.map(twinOf));
      }
    }
  });
});

describe("the score of a class", () => {
  const [first, second] = ["permanent-1", "permanent-2"] as const;
  const answers = (item: typeof first | typeof second, right: number, wrong: number, none = 0): number[] => [
    ...new Array<number>(right).fill(rightOf(item)),
    ...new Array<number>(wrong).fill((rightOf(item) + 1) % 4),
    ...new Array<number>(none).fill(-1),
  ];

  test("counts those who answered both, and nobody else", () => {
    const [pair] = scorePairs([
      { item: first, answers: answers(first, 2, 8, 3) },
      // Seats 0, 1 and 2 are silent now; 3 to 9 are right; three came since.
      { item: second, answers: [-1, -1, -1, ...answers(second, 7, 0), -1, -1, -1, ...answers(second, 3, 0)] },
    ]);
    expect(pair).toEqual({ before: first, after: second, answered: 7, right: { before: 0, after: 7 } });
    expect(classGain([pair!])).toBe(1);
  });

  test("tells nothing of fewer than five", () => {
    const few = LEAST_ANSWERS - 1;
    const [pair] = scorePairs([
      { item: first, answers: answers(first, 1, few - 1) },
      { item: second, answers: answers(second, few, 0) },
    ]);
    expect(pair).toMatchObject({ answered: few, right: undefined });
    expect(classGain([pair!])).toBeUndefined();
  });

  test("is Hake's gain: from 40 to 70 percent is half of what there was to learn; a loss is negative", () => {
    expect(normalisedGain(0.4, 0.7)).toBeCloseTo(0.5, 12);
    expect(normalisedGain(0.5, 0.25)).toBeCloseTo(-0.5, 12);
    expect(normalisedGain(1, 1)).toBeUndefined();
    const pairs = scorePairs([
      { item: first, answers: answers(first, 4, 6) },
      { item: second, answers: answers(second, 7, 3) },
    ]);
    expect(classGain(pairs)).toBeCloseTo(0.5, 12);
  });

  test("a question alone is no pair", () => {
    expect(scorePairs([{ item: first, answers: answers(first, 9, 0) }])).toEqual([]);
    expect(classGain([])).toBeUndefined();
  });
});

describe("a question in a lesson", () => {
  const asked = (): PlayedClass => {
    const played = new PlayedClass(7);
    const steps = [
      { do: "check", item: "permanent-1" },
      { do: "check", item: "permanent-2" },
    ] as const;
    played.accept({ kind: "lesson", steps });
    played.accept({ kind: "step", to: 0 });
    return played;
  };
  const all = (played: PlayedClass, option: number): void => {
    for (let seat = 0; seat < 7; seat++) played.accept({ kind: "answer", seat, option });
  };

  test("is answered while it is open, changed, closed, and its twin tells what was learnt", () => {
    const played = asked();
    const { session } = played;
    all(played, 0);
    expect(played.accept({ kind: "answer", seat: 3, option: rightOf("permanent-1") })).toBe(true);
    expect(() => session.apply({ kind: "answer", seat: 3, option: 4 })).toThrow(RangeError);
    played.accept({ kind: "next" });
    expect(observe(session).ballot).toMatchObject({
      item: "permanent-1",
      open: false,
      outcome: 1,
      counts: [6, 1, 0, 0],
    });
    expect(played.accept({ kind: "answer", seat: 4, option: 1 })).toBe(false);
    expect(played.accept({ kind: "next" })).toBe(false);
    played.accept({ kind: "step", to: 1 });
    all(played, rightOf("permanent-2"));
    played.accept({ kind: "next" });
    expect(observe(session).learnt).toEqual([
      { before: "permanent-1", after: "permanent-2", answered: 7, right: { before: 1, after: 7 } },
    ]);
    // Asked again, the newer answers count.
    played.accept({ kind: "step", to: 0 });
    all(played, rightOf("permanent-1"));
    played.accept({ kind: "next" });
    expect(session.state.lesson!.checks!.length).toBe(2);
  });

  test("unknown questions are no lesson", () => {
    const { session } = new PlayedClass(3);
    for (const item of ["permanent-3", "__proto__", 1]) {
      const steps = [{ do: "check", item }] as never;
      expect(() => session.apply({ kind: "lesson", steps })).toThrow("step 1: item");
    }
  });
});
