import { describe, expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import { type Cell, SCALAR } from "../../shared/model/cell.ts";
import { inductionTable } from "../../shared/model/induction.ts";
import { standardParameters as p } from "../../shared/model/parameters.ts";
import { PATHWAYS, pathways } from "../../shared/model/pathways.ts";
import { efficacy, release, restedUse } from "../../shared/model/release.ts";
import { scheduleSpike } from "../../shared/model/schedule.ts";
import { giveSerotonin } from "../../shared/model/serotonin.ts";
import { catchUp, lapse } from "../../shared/model/slow.ts";
import { cellUnder, giveCalcium, soft } from "./conditioned.ts";

const DAY = 86_400;

test.each(PATHWAYS)("%s: a synapse at rest has its weight of 1, and nothing moves it", (pathway) => {
  const cell = cellUnder({ pathway }, [40, 40]);
  const { wmin, wspan, rho0 } = cell.parameters;
  // The published fit is rounded: 0.438 + 1.874 · 0.3 = 1.0002.
  expect(Math.abs(wmin + wspan * rho0 - 1)).toBeLessThan(0.00021);
  lapse(cell, 3 * DAY);
  expect(Math.abs(efficacy(cell, 0) - 1)).toBeLessThan(0.00021);
});

describe("the newborn's synapse", () => {
  test("has 15 % strong contacts, as far above the weak ones as the adult's, and slower NMDA receptors", () => {
    const { rho0, wmin, wspan, tauNd } = cellUnder({ pathway: "ca1-neonatal" }, [1]).parameters;
    expect([rho0, tauNd]).toEqual([expect.closeTo(0.15, 12), 150]);
    expect((wmin + wspan) / wmin).toBeCloseTo(5.28145, 9);
    expect((p.wmin + p.wspan) / p.wmin).toBeCloseTo(5.28, 2);
  });
});

describe("the mossy fibre", () => {
  const [every, count] = [10, 100];

  /** c' = -c/2 s + spikes; m' = (1 - m)/1 s while c > 25: in tenths of a millisecond, as written. */
  function integrated(seconds: number): number {
    let [c, m] = [0, 0];
    const dt = 1e-4;
    for (let i = 0; i < seconds / dt; i++) {
      if (i % (every * 10) === 0 && i < count * every * 10) c++;
      if (c > 25) m += (1 - m) * dt;
      c -= (c / 2) * dt;
    }
    return m;
  }

  function tetanised(seconds: number): Cell {
    const cell = cellUnder({ pathway: "mossy-fibre" }, [40, 40]);
    for (let pulse = 0; pulse < count; pulse++) {
      scheduleSpike(cell, 0, 0);
      advance(cell, every);
    }
    advance(cell, 1000 * seconds - every * count);
    return cell;
  }

  test("potentiates while its slow calcium is above 25, and only there", () => {
    const cell = tetanised(6);
    // From its top of some 79 the calcium takes 2·ln(79/25) = 2.3 s to the threshold.
    const wanted = integrated(6);
    expect(wanted).toBeGreaterThan(0.9);
    expect(cell.potentiated[0]! * Math.exp(4 / p.tauPresynaptic)).toBeCloseTo(wanted, 3);
    expect(cell.potentiated[1]).toBe(0);
    expect(cell.rho[0]).toBe(p.rho0);
  });

  test("then releases 0.05 + 0.15 m of its pool, three times as much and more, and facilitates less", () => {
    const cell = tetanised(6);
    const m = cell.potentiated[0]!;
    expect(restedUse(cell, 0)).toBeCloseTo(0.05 + 0.15 * m, 12);
    expect(efficacy(cell, 0)).toBeCloseTo(1 + 3 * m, 3);
    const ratio = (input: number): number => release(cell, input, 8000) ** -1 * release(cell, input, 8050);
    lapse(cell, 2);
    expect(ratio(0)).toBeLessThan(0.85 * ratio(1));
  });

  test("forgets it with three hours", () => {
    const cell = tetanised(6);
    const before = cell.potentiated[0]!;
    lapse(cell, 3 * 3600);
    const passed = cell.scalars[SCALAR.slowTime]! - 6;
    expect(cell.potentiated[0]).toBeCloseTo(before * Math.exp(-passed / (3 * 3600)), 9);
  });
});

describe("serotonin on the sea hare's synapse", () => {
  const AT_REST = p.U;
  const snail = (drugs: readonly "anisomycin"[] = []): Cell => cellUnder({ pathway: "aplysia", drugs }, [20]);
  /** Pulses so many seconds apart. */
  function pulsed(pulses: readonly number[], cell = snail()): Cell {
    for (const seconds of pulses) {
      lapse(cell, seconds);
      catchUp(cell);
      giveSerotonin(cell);
    }
    return cell;
  }

  test("raises release by 0.6·a/(1 + a), and a fades with a quarter of an hour", () => {
    const cell = pulsed([0, 900]);
    const a = 1 + Math.exp(-1);
    expect(restedUse(cell, 0)).toBeCloseTo(AT_REST * (1 + (0.6 * a) / (1 + a)), 9);
    lapse(cell, 3600);
    catchUp(cell);
    const left = a * Math.exp(-4);
    expect(restedUse(cell, 0)).toBeCloseTo(AT_REST * (1 + (0.6 * left) / (1 + left)), 9);
  });

  test("five pulses within two hours leave growth that doubles it for more than a day", () => {
    const cell = pulsed([0, 1200, 1200, 1200, 1200]);
    lapse(cell, DAY);
    expect(restedUse(cell, 0)).toBeCloseTo(AT_REST * (1 + Math.exp(-1 / 7)), 2);
  });

  test.each([
    ["four pulses", [0, 1200, 1200, 1200]],
    ["five over four hours", [0, 3600, 3600, 3600, 3600]],
  ])("%s do not", (_, pulses) => {
    const cell = pulsed(pulses);
    lapse(cell, DAY);
    expect(restedUse(cell, 0)).toBeCloseTo(AT_REST, 9);
  });

  test("nor do five while no protein can be made", () => {
    const cell = pulsed([0, 1200, 1200, 1200, 1200], snail(["anisomycin"]));
    lapse(cell, DAY);
    expect(restedUse(cell, 0)).toBeCloseTo(AT_REST, 9);
  });

  test("does nothing to another animal's", () => {
    const cell = pulsed([0, 1200, 1200, 1200, 1200], cellUnder({}, [20]));
    expect(restedUse(cell, 0)).toBe(AT_REST);
  });
});

describe("the Purkinje cell's rule, turned round", () => {
  const cell = cellUnder({ pathway: "cerebellum" }, [8]);
  const { gp, gd } = cell.parameters;

  test.each([0.5, 0.9, 1.2, 1.43, 1.8, 3])("at calcium %s", (c) => {
    const { steps } = inductionTable(cell.parameters);
    const k = 2 * Math.round(2048 * c);
    const at = k / 2 / 2048;
    expect(steps[k]! * 1000).toBeCloseTo(gp * (soft(at, p.thD) - soft(at, p.thP)), 12);
    expect(steps[k + 1]! * 1000).toBeCloseTo(gd * soft(at, p.thP), 12);
  });

  test("a little calcium potentiates, much depresses", () => {
    const changed = [1.2, 2.5].map((c) => {
      const fresh = cellUnder({ pathway: "cerebellum" }, [8]);
      giveCalcium(fresh, 0, c);
      advance(fresh, 1);
      return fresh.rho[0]! - p.rho0;
    });
    expect(changed[0]).toBeGreaterThan(0);
    expect(changed[1]).toBeLessThan(0);
  });
});

test("the lateral amygdala's spike brings its reward", () => {
  const cell = cellUnder({ pathway: "amygdala" }, [40]);
  advance(cell, 100, undefined, { spikesAt: new Set([50]) });
  expect(cell.scalars[SCALAR.reward]).toBe(1);
  expect(pathways.amygdala.change(p)).toMatchObject({ Cpost: 0.3, rewardBySpike: 1, rewardDA: 2.5 });
});
