import { describe, expect, test } from "vitest";
import { standardParameters } from "../../shared/model/parameters.ts";
import { stream } from "../../shared/model/random.ts";
import {
  createClassCells,
  differences,
  storePattern,
  storePatterns,
  weightsOf,
} from "../../shared/protocols/associative-memory.ts";
import { hopfieldCapacity } from "../../shared/protocols/hopfield.ts";
import {
  capacity,
  clipped,
  drawPatterns,
  hebbian,
  recall,
  recalledShare,
  sample,
  tryOne,
  type Weights,
} from "../../shared/protocols/willshaw.ts";

const at = ({ n, values }: Weights, cell: number, student: number): number => values[cell * n + student]!;
const sorted = (students: readonly number[]) => students.toSorted((a, b) => a - b);

describe("the binary matrix", () => {
  test("links those who shared a pattern, both ways, and nobody to themselves", () => {
    const matrix = hebbian(
      [
        [0, 2],
        [2, 3],
      ],
      4,
    );
    expect([...matrix.values]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0]);
  });

  test("gives back the whole of a single pattern from any one of it", () => {
    const pattern = [1, 4, 7, 8];
    const matrix = hebbian([pattern], 10);
    for (const cue of pattern) {
      const recalled = recall(matrix, [cue], 4, stream(1, cue));
      expect(sorted([cue, ...recalled])).toEqual(pattern);
    }
  });

  test("confuses patterns that overlap: a shared cue calls either", () => {
    const patterns = [
      [0, 1, 2],
      [0, 1, 3],
    ];
    const matrix = hebbian(patterns, 10);
    const random = stream(2, 0);
    const winners = Array.from({ length: 2000 }, () => recall(matrix, [0, 1], 3, random)[0]!);
    expect(new Set(winners)).toEqual(new Set([2, 3]));
    // Equals have the same chance: 4.5 SD of a count of 1000.
    expect(Math.abs(winners.filter((student) => student === 2).length - 1000)).toBeLessThan(100);
    expect(sorted(recall(matrix, [2], 3, random))).toEqual([0, 1]);
  });

  test("chooses among students without any link with the same chance", () => {
    const random = stream(3, 0);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 9000; i++) counts[recall(hebbian([], 10), [4], 2, random)[0]!]!++;
    expect(counts[4]).toBe(0);
    for (const [student, count] of counts.entries()) {
      if (student !== 4) expect(Math.abs(count - 1000)).toBeLessThan(135);
    }
  });

  test("scores the share of the missing members, the cue apart", () => {
    expect(recalledShare([1, 2, 3, 4], [1, 2], [3, 9])).toBe(0.5);
    expect(recalledShare([1, 2, 3, 4], [1, 2], [4, 3])).toBe(1);
    expect(recalledShare([1, 2], [1, 2], [])).toBe(1);
  });

  test("holds fewer patterns well the more it holds, and a larger class holds more", () => {
    const of = (n: number, active: number, patterns: number) =>
      capacity({ n, active, cue: active / 2, patterns, trials: 500, seed: 4 }).meanScore;
    expect(of(20, 4, 1)).toBe(1);
    expect(of(20, 4, 12)).toBeLessThan(of(20, 4, 4));
    expect(of(60, 12, 12)).toBeGreaterThan(of(20, 4, 12) + 0.2);
  });
});

describe("chance is the seed's", () => {
  test("the same seed gives the same capacity, another one another", () => {
    const of = (seed: number) => capacity({ n: 10, active: 3, cue: 1, patterns: 4, trials: 300, seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    const bits = (seed: number) => hopfieldCapacity({ n: 10, patterns: 4, trials: 300, seed });
    expect(bits(1)).toEqual(bits(1));
    expect(bits(1)).not.toEqual(bits(2));
  });

  test("the first patterns are these: another order of drawing would teach other classes", () => {
    const drawn = drawPatterns(2, 10, 3, stream(1, 0));
    expect(drawn).toEqual(drawPatterns(2, 10, 3, stream(1, 0)));
    expect(drawn).toEqual([
      [1, 3, 4],
      [0, 2, 6],
    ]);
  });

  test("a sample has each item at most once, and all of them when all are asked for", () => {
    const random = stream(5, 0);
    const items = [2, 3, 5, 7];
    for (let i = 0; i < 50; i++) expect(new Set(sample(items, 3, random)).size).toBe(3);
    expect(sorted(sample(items, 4, random))).toEqual(items);
    expect(items).toEqual([2, 3, 5, 7]);
  });
});

describe("real cells", () => {
  const pattern = [0, 3, 5, 6];

  test("learn on the pattern's own cells, and nowhere else", () => {
    const weights = storePatterns([pattern], 10);
    for (let cell = 0; cell < 10; cell++) {
      for (const student of pattern) {
        if (cell === student) expect(at(weights, cell, student)).toBe(0);
        else if (pattern.includes(cell)) expect(at(weights, cell, student)).toBeGreaterThan(1.4);
        // Weak activity alone depresses a little.
        else expect(at(weights, cell, student)).toBeGreaterThan(0.98);
      }
      for (const silent of [1, 2, 4, 7, 8, 9]) {
        if (cell !== silent) expect(at(weights, cell, silent)).toBeCloseTo(1, 3);
      }
    }
    expect(differences(clipped(weights), hebbian([pattern], 10))).toEqual({ missing: 0, extra: 0, links: 12 });
    expect(sorted(recall(clipped(weights), [0, 3], 4, stream(1, 0)))).toEqual([5, 6]);
  });

  test("fire inside the pattern alone, through the detonator", () => {
    const spikes = storePattern(createClassCells(10, 4), pattern);
    for (const [cell, count] of spikes.entries()) {
      if (pattern.includes(cell)) expect(count).toBeGreaterThanOrEqual(40);
      else expect(count).toBe(0);
    }
    const without = storePattern(createClassCells(10, 4, { detonatorContacts: 0 }), pattern);
    expect(without).toEqual(new Array(10).fill(0));
  });

  test("learn nothing with the NMDA receptors blocked", () => {
    const blocked = { ...standardParameters, kN: 0, gN: 0 };
    const weights = storePatterns([pattern], 10, { parameters: blocked });
    expect(differences(clipped(weights), hebbian([], 10)).extra).toBe(0);
  });

  test("give the same bits each time, taught at once or one after the other", () => {
    const patterns = drawPatterns(3, 10, 3, stream(6, 0));
    const cells = createClassCells(10, 3);
    for (const each of patterns) storePattern(cells, each);
    expect(weightsOf(cells)).toEqual(storePatterns(patterns, 10));
  });

  test("each later pattern wears a learnt synapse down a little, but not below what is read", () => {
    // 0 and 1 learn together; then 0 is in patterns without 1, and its synapse on cell 1 is active while the cell is silent.
    const cells = createClassCells(10, 3);
    storePattern(cells, [0, 1, 2]);
    const course = [at(weightsOf(cells), 1, 0)];
    for (const others of [
      [0, 3, 4],
      [0, 5, 6],
      [0, 7, 8],
    ]) {
      storePattern(cells, others);
      course.push(at(weightsOf(cells), 1, 0));
    }
    for (let i = 1; i < course.length; i++) {
      expect(course[i]!).toBeLessThan(course[i - 1]! - 0.01);
      expect(course[i]!).toBeGreaterThan(1.2);
    }
  });

  test("patterns of 28 contacts that overlap fire cells outside them; of 16 they do not", () => {
    const patterns = drawPatterns(6, 30, 6, stream(1, 7));
    const outsiders = (patternContacts: number) => {
      const cells = createClassCells(30, 6, { patternContacts });
      const fired = patterns.map(
        (each) => storePattern(cells, each).filter((spikes, cell) => spikes > 0 && !each.includes(cell)).length,
      );
      return fired.reduce((a, b) => a + b, 0);
    };
    expect(outsiders(28)).toBeGreaterThan(5);
    expect(outsiders(16)).toBe(0);
  });

  test("forget in the hours between patterns", () => {
    const patterns = drawPatterns(2, 10, 3, stream(7, 0));
    const lost = (gapSeconds: number) =>
      differences(clipped(storePatterns(patterns, 10, { gapSeconds })), hebbian(patterns, 10)).missing;
    expect(lost(600)).toBe(0);
    expect(lost(4 * 3600)).toBeGreaterThan(0);
  });
});

describe("what cannot be is refused, and the message names what is allowed", () => {
  const random = stream(1, 0);
  const memory = { n: 10, active: 3, cue: 1, patterns: 2, trials: 10, seed: 1 };

  test.each<[what: string, attempt: () => unknown, message: string]>([
    ["a student beyond the class", () => hebbian([[0, 10]], 10), "from 0 to 9"],
    ["a student twice", () => hebbian([[3, 3]], 10), "each once"],
    ["an empty pattern", () => storePatterns([[]], 10), "one or more"],
    ["a class of one", () => hebbian([], 1), "a whole number, 2 or more"],
    ["half a student", () => drawPatterns(1, 2.5, 1, random), "a whole number, 2 or more"],
    ["a pattern larger than the class", () => drawPatterns(1, 10, 11, random), "1 to 10"],
    ["no pattern", () => capacity({ ...memory, patterns: 0 }), "1 or more"],
    ["a cue larger than the pattern", () => capacity({ ...memory, cue: 4 }), "1 to 3"],
    ["no trials", () => capacity({ ...memory, trials: 0 }), "1 or more"],
    ["recall of nothing stored", () => tryOne(hebbian([], 10), [], 1, random), "1 or more"],
    ["fewer winners than the cue has", () => recall(hebbian([], 10), [1, 2, 3], 2, random), "3 to 10"],
    ["bits flipped twice over", () => hopfieldCapacity({ ...memory, flipped: 2 }), "0 to 1"],
    ["cells of a class of one", () => createClassCells(1, 2), "2 or more"],
    ["contacts that fire at rest", () => createClassCells(10, 3, { patternContacts: 40 }), "at most 28"],
    ["no bursts", () => createClassCells(10, 3, { bursts: 0 }), "1 or more"],
    ["half a second", () => createClassCells(10, 3, { gapSeconds: 0.5 }), "a whole number, 0 or more"],
    ["a larger pattern than was planned", () => storePattern(createClassCells(10, 3), [1, 2, 3, 4]), "1 to 3"],
  ])("%s", (_, attempt, message) => {
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(message);
  });
});
