import { describe, expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import { type Cell, SCALAR } from "../../shared/model/cell.ts";
import { normal, releasing } from "../../shared/model/chance.ts";
import { hashCell } from "../../shared/model/fingerprint.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { standardParameters as p } from "../../shared/model/parameters.ts";
import { givePlateau } from "../../shared/model/plateau.ts";
import { scheduleBurst, scheduleSpike } from "../../shared/model/schedule.ts";
import { lapse } from "../../shared/model/slow.ts";
import { cellUnder, giveCalcium, induced, soft } from "./conditioned.ts";

/** What a second leaves of a change of rho. */
const kept = (change: number): number => change * Math.exp(-1 / (change > 0 ? p.tauE : p.tauEm));
describe("heterosynaptic depression", () => {
  /** Inputs 0 and 1 fire in this second, 0 gains 0.1; 2 and 3 are silent. */
  function second(on: boolean): Cell {
    const cell = cellUnder({ modules: on ? ["heterosynaptic-ltd"] : [] }, [40, 30, 20, 10]);
    cell.rho[0] = p.rho0 + 0.1;
    cell.rho[3] = 0.6;
    cell.rhoBefore[3] = 0.6;
    cell.lastSpike.set([100, 900]);
    advance(cell, 1000);
    return cell;
  }

  test("takes 0.15·rho·(Σ m·Δrho⁺/Σ m)/(1 - rho0) from silent inputs, and nothing from others", () => {
    const share = (0.15 * ((40 * 0.1) / 100)) / (1 - p.rho0);
    const [gaining, firing, silent, strong] = second(true).rho;
    expect(gaining).toBeCloseTo(p.rho0 + kept(0.1), 12);
    expect(firing).toBe(p.rho0);
    expect(silent).toBeCloseTo(p.rho0 + kept(-share * p.rho0), 12);
    expect(strong).toBeCloseTo(p.rho0 + kept(0.6 * (1 - share) - p.rho0), 12);
  });

  test("is off unless asked for", () => expect(second(false).rho[2]).toBe(p.rho0));
});

describe("cross-talk", () => {
  test("beside a synapse that gained 0.02 in a second thP is 0.85 of itself for ten minutes, and not elsewhere", () => {
    const cell = cellUnder({ modules: ["cross-talk"] }, [10, 10, 10, 10, 10]);
    cell.rho[1] = p.rho0 + 0.021;
    cell.rho[4] = p.rho0 + 0.019;
    advance(cell, 1000);
    const gains = (): number[] => {
      const before = [...cell.rho];
      for (const i of [0, 2, 3]) giveCalcium(cell, i, 1.05);
      advance(cell, 1);
      return [0, 2, 3].map((i) => cell.rho[i]! - before[i]!);
    };
    const [near, far] = [induced(p.rho0, 1.05, { thP: 0.85 * p.thP }), induced(p.rho0, 1.05)];
    expect(near).toBeGreaterThan(0);
    expect(far).toBeLessThan(0);
    gains().forEach((gain, i) => {
      expect(gain).toBeCloseTo(i < 2 ? near : far, 8);
    });
    lapse(cell, 601);
    for (const gain of gains()) expect(gain).toBeLessThan(0);
  });
});

describe("a plateau potential", () => {
  const spikes = [0, 100, 600, 240];
  function stirred(modules: readonly (typeof MODULES)[number][]): Cell {
    const cell = cellUnder({ modules }, [2, 2]);
    for (const at of [...spikes].sort((a, b) => a - b)) {
      advance(cell, at - cell.scalars[SCALAR.time]!);
      scheduleSpike(cell, 0, 0);
    }
    advance(cell, 900);
    return cell;
  }

  test("adds 0.3·e/(1 + e)·(1 - rho) where spikes left a trace of a second and a half", () => {
    const cell = stirred(["behavioural-time-scale"]);
    const rho = cell.rho[0]!;
    const now = cell.scalars[SCALAR.time]!;
    const e = spikes.reduce((sum, at) => sum + Math.exp(-(now - at) / 1500), 0);
    givePlateau(cell);
    expect(cell.rho[0]! - rho).toBeCloseTo(((0.3 * e) / (1 + e)) * (1 - rho), 12);
    expect(cell.rho[1]).toBe(p.rho0);
  });

  test("does nothing without its mechanism", () => {
    const cell = stirred([]);
    const before = hashCell(cell);
    givePlateau(cell);
    expect(hashCell(cell)).toBe(before);
  });
});

describe("chance in release", () => {
  const volley = (seed: number, contacts = 14.4): Cell => {
    const cell = cellUnder({ modules: ["chance-release"] }, [contacts], seed);
    scheduleBurst(cell, 0, 0);
    advance(cell, 1);
    return cell;
  };

  test("lets as many contacts release as the mean says, with a binomial's spread", () => {
    const cell = cellUnder({}, [1]);
    const draws = Array.from({ length: 20_000 }, () => releasing(cell, 14.4, 0.31));
    const mean = draws.reduce((sum, n) => sum + n, 0) / draws.length;
    const variance = draws.reduce((sum, n) => sum + (n - mean) ** 2, 0) / draws.length;
    // The 0.4th contact is there in 0.4 of all draws: it releases with probability 0.4 · 0.31.
    const wanted = 14 * 0.31 * 0.69 + 0.124 * 0.876;
    expect(Math.abs(mean - 14.4 * 0.31)).toBeLessThan(4 * Math.sqrt(wanted / draws.length));
    expect(variance / wanted).toBeCloseTo(1, 1);
    expect(draws.every((n) => Number.isInteger(n) && n >= 0 && n <= 15)).toBe(true);
  });

  test("opens, over many cells, the conductance that it opens without chance", () => {
    const certain = cellUnder({}, [14.4]);
    scheduleBurst(certain, 0, 0);
    advance(certain, 1);
    const opened = Array.from({ length: 2000 }, (_, seed) => volley(seed).scalars[SCALAR.gA]!);
    const mean = opened.reduce((sum, g) => sum + g, 0) / opened.length;
    expect(mean / certain.scalars[SCALAR.gA]!).toBeCloseTo(1, 1);
    expect(new Set(opened).size).toBeGreaterThan(5);
  });

  test("falls alike for the same seed, and differently for another", () => {
    const played = (seed: number): number => {
      const cell = volley(seed);
      advance(cell, 500);
      return hashCell(cell);
    };
    expect(played(7)).toBe(played(7));
    expect(played(8)).not.toBe(played(7));
  });
});

test("chance in release leaves no calcium below nothing, not even with a contact and a half a student", () => {
  const cell = cellUnder({ modules: ["chance-release"] }, Array(60).fill(1.4));
  for (let beat = 0; beat < 20; beat++) {
    for (let i = 0; i < 60; i++) scheduleBurst(cell, i, i % 20);
    for (let ms = 0; ms < 200; ms += 10) {
      advance(cell, 10);
      expect(Math.min(...cell.glutamate, ...cell.calcium)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...cell.glutamate)).toBeLessThan(4);
    }
  }
});

describe("noise of the rule", () => {
  test.each([1, 9])("shakes rho by 0.35·√(dt·(Sp + Sd)/m), m = %s", (m) => {
    const n = 3000;
    const cell = cellUnder({ modules: ["plasticity-noise"] }, Array(n).fill(m));
    for (let i = 0; i < n; i++) giveCalcium(cell, i, 1.5);
    advance(cell, 1);
    const off = Array.from(cell.rho, (rho) => rho - p.rho0 - induced(p.rho0, 1.5));
    const spread = Math.sqrt(off.reduce((sum, x) => sum + x * x, 0) / n);
    expect(spread / (0.35 * Math.sqrt((0.001 * (soft(1.5, p.thP) + soft(1.5, p.thD))) / m))).toBeCloseTo(1, 1);
    expect(Math.abs(off.reduce((sum, x) => sum + x, 0) / n)).toBeLessThan((4 * spread) / Math.sqrt(n));
  });
});

test("without these two mechanisms nothing is left to chance", () => {
  const others = MODULES.filter((id) => id !== "chance-release" && id !== "plasticity-noise");
  const [one, other] = [1, 2].map((seed) => cellUnder({ modules: others }, [40, 40], seed));
  for (const cell of [one!, other!]) {
    for (let i = 0; i < 5; i++) {
      scheduleBurst(cell, i % 2, 0);
      advance(cell, 400);
    }
  }
  expect([...other!.rho, ...other!.scalars.subarray(0, SCALAR.chance)]).toEqual([
    ...one!.rho,
    ...one!.scalars.subarray(0, SCALAR.chance),
  ]);
  expect(normal(other!)).not.toBe(normal(one!));
});
