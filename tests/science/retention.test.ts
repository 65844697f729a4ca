import { describe, expect, test } from "vitest";
import { type Cell, SCALAR } from "../../shared/model/cell.ts";
import type { Conditions } from "../../shared/model/conditions.ts";
import { noteCapture } from "../../shared/model/retention.ts";
import { lapse } from "../../shared/model/slow.ts";
import { cellUnder } from "./conditioned.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const RETENTION: Partial<Conditions> = { modules: ["retention"] };

/** Two inputs with late LTP of 0.8, of which so much has settled. */
function withLate(settled: number, conditions: Partial<Conditions>): Cell {
  const cell = cellUnder(conditions, [40, 40]);
  cell.late.fill(0.8);
  cell.settled.fill(settled);
  return cell;
}

describe("how long late LTP lasts", () => {
  test("without the mechanism, for ever", () => {
    const cell = withLate(0, {});
    lapse(cell, 365 * DAY);
    expect(cell.late[0]).toBe(0.8);
  });

  test.each([1, 3.5, 21])("what one session left fades with 3.5 days: after %s days", (days) => {
    const cell = withLate(0, RETENTION);
    lapse(cell, days * DAY);
    expect(cell.late[0]).toBeCloseTo(0.8 * Math.exp(-days / 3.5), 12);
  });

  test("what has settled is there after a year, to the last bit", () => {
    const cell = withLate(0.5, RETENTION);
    lapse(cell, 365 * DAY);
    expect(cell.settled[0]).toBe(0.5);
    expect(cell.late[0]).toBeCloseTo(0.5, 12);
  });

  test("in the dentate gyrus it is there by itself", () => {
    const cell = withLate(0.5, { pathway: "dentate" });
    lapse(cell, 7 * DAY);
    expect(cell.late[0]).toBeCloseTo(0.5 + 0.3 * Math.exp(-2), 12);
  });
});

describe("half of what fades settles", () => {
  /** Captures at these hours, with so much late LTP there already, then a step in which the proteins are gone. */
  function afterSessions(hours: readonly number[], late: number): Cell {
    const cell = withLate(0, RETENTION);
    cell.late.fill(late);
    for (const hour of hours) {
      cell.scalars[SCALAR.slowTime] = hour * HOUR;
      noteCapture(cell, 0, late);
    }
    cell.scalars[SCALAR.time] = 1000 * hours.at(-1)! * HOUR;
    lapse(cell, 600);
    return cell;
  }
  const left = (seconds: number): number => Math.exp(-seconds / (3.5 * DAY));

  test.each([
    ["after a second session more than twelve hours later", [0, 13], 0.6, 0.3],
    ["not after one session", [0], 0.6, 0],
    ["not after one that lasts", [0, 6, 11, 20], 0.6, 0],
    ["not where there was too little late LTP to build on", [0, 13], 0.19, 0],
  ])("%s", (_, hours, late, settled) => {
    const cell = afterSessions(hours, late);
    expect(cell.settled[0]).toBeCloseTo(settled, 12);
    expect(cell.late[0]).toBeCloseTo(settled + (late - settled) * left(600), 12);
    expect(cell.settled[1]).toBe(0);
  });

  test("once the proteins of that session are gone, and only once", () => {
    const cell = afterSessions([0, 13], 0.6);
    cell.spaced[0] = 1;
    cell.scalars.fill(1, SCALAR.programme, SCALAR.proteins + 1);
    const before = cell.settled[0]!;
    lapse(cell, 600);
    expect(cell.settled[0]).toBe(before);
    // Programme and proteins die away with an hour.
    lapse(cell, 8 * HOUR);
    const after = cell.settled[0]!;
    expect(after).toBeGreaterThan(before);
    lapse(cell, 8 * HOUR);
    expect(cell.settled[0]).toBe(after);
  });
});

describe("a lively cage", () => {
  const LIVELY: Partial<Conditions> = { ...RETENTION, drugs: ["enriched-environment"] };
  /** What a week leaves of settled LTP of this age. */
  function afterAWeek(ageDays: number, conditions = LIVELY): number {
    const cell = withLate(0.5, conditions);
    cell.settledAt.fill(0);
    cell.scalars[SCALAR.time] = 1000 * ageDays * DAY;
    cell.scalars[SCALAR.slowTime] = ageDays * DAY;
    lapse(cell, 7 * DAY);
    return cell.settled[0]! / 0.5;
  }

  test("halves young settled LTP each week", () => expect(afterAWeek(14)).toBeCloseTo(0.5, 9));
  test("leaves it alone from 90 days on", () => expect(afterAWeek(90)).toBe(1));
  test("wears at it less and less between: what a week leaves is linear in its age", () => {
    expect(afterAWeek(60 - 3.5)).toBeCloseTo(0.75, 2);
    const ages = [20, 30, 45, 60, 75, 85].map((age) => afterAWeek(age));
    expect([...ages].sort((a, b) => a - b)).toEqual(ages);
  });
  test("is nothing to it without one", () => expect(afterAWeek(14, RETENTION)).toBe(1));
});

describe("ZIP", () => {
  test.each([[RETENTION], [{}]])("erases late LTP, settled or not, within half an hour: %o", (conditions) => {
    const cell = withLate(0.5, { ...conditions, drugs: ["zip"] });
    for (const minutes of [30, 60]) {
      lapse(cell, minutes * 60);
      const t = cell.scalars[SCALAR.slowTime]!;
      expect(cell.settled[0]).toBeCloseTo(0.5 * Math.exp(-t / 1800), 9);
      const fading = 0.3 * (conditions.modules ? Math.exp(-t / (3.5 * DAY)) : 1);
      expect(cell.late[0]! - cell.settled[0]!).toBeCloseTo(fading * Math.exp(-t / 1800), 9);
    }
  });
});
