import { describe, expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import { type Cell, SCALAR, setParameters } from "../../shared/model/cell.ts";
import { earlyChange } from "../../shared/model/induction.ts";
import { standardParameters as p } from "../../shared/model/parameters.ts";
import { scheduleSpike } from "../../shared/model/schedule.ts";
import { lapse } from "../../shared/model/slow.ts";
import { cellUnder, giveCalcium, induced } from "./conditioned.ts";

/** Optional mechanisms that hold a whole cell within its range. */

const clip = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

describe("homeostatic shutdown", () => {
  function strengthened(change: number): Cell {
    const cell = cellUnder({ modules: ["homeostatic-shutdown"] }, [60, 20]);
    cell.late[0] = change;
    // A depressed input counts as unchanged, not as a debt.
    cell.rho[1] = 0.1;
    advance(cell, 1000);
    return cell;
  }

  test.each([0, 0.7, 0.9, 1, 1.1, 1.3])(
    "potentiation when three quarters of the contacts are %s stronger",
    (change) => {
      const cell = strengthened(change);
      const mean = (60 * Math.max(0, earlyChange(p, cell.rho[0]!) + cell.late[0]!)) / 80;
      const potency = clip(1 - (mean - 0.6) / 0.3, 0, 1);
      expect(cell.scalars[SCALAR.potency]).toBeCloseTo(potency, 12);
      const rho = cell.rho[0]!;
      giveCalcium(cell, 0, 2);
      advance(cell, 1);
      expect(cell.rho[0]! - rho).toBeCloseTo(induced(rho, 2, { gp: p.gp * potency }), 8);
    },
  );

  test("switched off, it is over at once", () => {
    const cell = strengthened(1.3);
    expect(cell.scalars[SCALAR.potency]).toBe(0);
    setParameters(cell, p);
    expect(cell.scalars[SCALAR.potency]).toBe(1);
  });
});

describe("synaptic scaling", () => {
  const HOUR = 3600;

  test("doubles all weights in 1.4 days without activity, and stops there", () => {
    const cell = cellUnder({ modules: ["synaptic-scaling"], drugs: ["activity-blockade"] }, [60, 20]);
    for (const hours of [1, 5, 12, 12]) {
      lapse(cell, hours * HOUR);
      const t = cell.scalars[SCALAR.slowTime]!;
      // The rate itself dies away within twenty minutes: its integral is r0·tauRate·(1 - e^(-t/tauRate)).
      const silent = t - p.tauRate * (1 - Math.exp(-t / p.tauRate));
      expect(cell.scalars[SCALAR.scale]).toBeCloseTo(Math.exp(silent / p.tauScaling), 9);
    }
    lapse(cell, 3.7 * HOUR);
    expect(cell.scalars[SCALAR.scale]).toBeCloseTo(2, 2);
    lapse(cell, 100 * HOUR);
    expect(cell.scalars[SCALAR.scale]).toBe(2);
  });

  test("weakens a cell that fired much, to no less than a half", () => {
    const cell = cellUnder({ modules: ["synaptic-scaling"] }, [60]);
    cell.scalars[SCALAR.rate] = 5;
    lapse(cell, 10 * HOUR);
    expect(cell.scalars[SCALAR.scale]).toBeCloseTo(Math.exp((-(5 - p.r0) / p.r0) * (p.tauRate / p.tauScaling)), 9);
    cell.scalars[SCALAR.rate] = 100;
    lapse(cell, 10 * HOUR);
    expect(cell.scalars[SCALAR.scale]).toBe(0.5);
  });

  test("multiplies the conductance that a spike opens", () => {
    const opened = [1, 2].map((scale) => {
      const cell = cellUnder({ modules: ["synaptic-scaling"] }, [60]);
      cell.scalars[SCALAR.scale] = scale;
      scheduleSpike(cell, 0, 0);
      advance(cell, 1);
      return cell.scalars[SCALAR.gA]!;
    });
    expect(opened[1]! / opened[0]!).toBeCloseTo(2, 12);
  });
});

describe("metaplasticity", () => {
  test.each([0, 2, 5, 30])("shifts the threshold after a second with %s spikes, within 0.8 … 1.4", (spikes) => {
    const cell = cellUnder({ modules: ["metaplasticity"] }, [60]);
    for (let second = 0; second < 3; second++) {
      cell.scalars[SCALAR.spikes] = spikes;
      advance(cell, 1000);
    }
    const rate = p.r0 + spikes * (1 - Math.exp(-3 / p.tauRate));
    expect(cell.scalars[SCALAR.rate]).toBeCloseTo(rate, 12);
    const factor = clip(1 + 0.3 * (rate / p.r0 - 1), 0.8, 1.4);
    expect(cell.scalars[SCALAR.threshold]).toBeCloseTo(factor, 12);
    giveCalcium(cell, 0, 1.6);
    advance(cell, 1);
    expect(cell.rho[0]! - p.rho0).toBeCloseTo(induced(p.rho0, 1.6, { thP: factor * p.thP }), 8);
  });

  test("lowers the threshold of a cell that has long been silenced, to 0.8", () => {
    const cell = cellUnder({ modules: ["metaplasticity"], drugs: ["activity-blockade"] }, [60]);
    lapse(cell, 600);
    expect(cell.scalars[SCALAR.threshold]).toBeCloseTo(1 + 0.3 * (Math.exp(-600 / p.tauRate) - 1), 12);
    lapse(cell, 86_400);
    expect(cell.scalars[SCALAR.threshold]).toBe(0.8);
  });

  test("switched off, the threshold is where it was", () => {
    const cell = cellUnder({ modules: ["metaplasticity"] }, [60]);
    cell.scalars[SCALAR.spikes] = 300;
    advance(cell, 1000);
    expect(cell.scalars[SCALAR.threshold]).toBeGreaterThan(1.1);
    setParameters(cell, p);
    expect(cell.scalars[SCALAR.threshold]).toBe(1);
  });
});
