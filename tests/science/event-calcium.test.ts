import { describe, expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import type { Cell } from "../../shared/model/cell.ts";
import { scheduleSpike } from "../../shared/model/schedule.ts";
import { lapse } from "../../shared/model/slow.ts";
import { cellUnder } from "./conditioned.ts";

/** The published sets' own numbers (Graupner & Brunel 2012): the one with a long delay, and the one without. */
const slices = { pathway: "gb-hippocampal-slices", tauC: 48.8373, Cpre: 1, Cpost: 0.275865, delay: 19 } as const;
const plain = { pathway: "gb-p", tauC: 20, Cpre: 2, Cpost: 2, delay: 0 } as const;

/** Calcium at the beginning of each millisecond, with a presynaptic spike at 5 and a forced one at 40 ms. */
function course({ pathway }: { readonly pathway: (typeof slices | typeof plain)["pathway"] }): number[] {
  const cell = cellUnder({ pathway }, [0]);
  scheduleSpike(cell, 0, 5);
  return Array.from({ length: 120 }, () => {
    advance(cell, 1, undefined, { spikesAt: new Set([40]) });
    return cell.calcium[0]!;
  });
}

describe("calcium that events bring", () => {
  test.each([[slices], [plain]])("jumps after its delay, jumps at the cell's spike, and decays: %o", (set) => {
    course(set).forEach((calcium, ms) => {
      const since = (at: number): number => (ms >= at ? Math.exp(-(ms + 1 - at) / set.tauC) : 0);
      expect(calcium).toBeCloseTo(set.Cpre * since(5 + set.delay) + set.Cpost * since(40), 9);
    });
  });
});

describe("what it does to the two states of a contact", () => {
  /** τ·dρ/dt = γp(1 - ρ)[C > θp] - γd·ρ[C > θd] and its variance, in thousandths of a millisecond. */
  function integrated({ weak = 0, strong = 1, variance = 0 } = {}): number[] {
    const [gp, gd, tau, sigma, thP, thD] = [257.447, 160, 150, 2.8284, 1.3, 1];
    const dt = 1e-6;
    for (let i = 0, c = 4; c > thD; i++, c = 4 * Math.exp(-i / 20_000)) {
      const potentiates = c > thP;
      const rate = ((potentiates ? gp : 0) + gd) / tau;
      const push = potentiates ? gp / tau : 0;
      weak += dt * (push - rate * weak);
      strong += dt * (push - rate * strong);
      variance += dt * (((sigma * sigma) / tau) * (potentiates ? 2 : 1) - 2 * rate * variance);
    }
    return [weak, strong, variance];
  }

  /** Both spikes at once, once: calcium of 4 that falls through both thresholds. */
  function paired(drugs: readonly ("camkii-block" | "apv")[] = []): Cell {
    const cell = cellUnder({ pathway: "gb-p", drugs }, [0]);
    scheduleSpike(cell, 0, 10);
    advance(cell, 200, undefined, { spikesAt: new Set([10]) });
    return cell;
  }

  test("follows mean and variance of both, through the very moments at which calcium passes the thresholds", () => {
    const { meanWeak, meanStrong, variance } = paired();
    const [weak, strong, spread] = integrated();
    expect(meanWeak[0]).toBeCloseTo(weak!, 5);
    expect(meanStrong[0]).toBeCloseTo(strong!, 5);
    expect(variance[0]).toBeCloseTo(spread!, 5);
  });

  test("a minute later each contact has settled in one of them, and the next episode begins from there", () => {
    const cell = paired();
    lapse(cell, 10);
    expect(cell.stirredAt[0]).toBeGreaterThanOrEqual(0);
    lapse(cell, 100);
    expect([cell.meanWeak[0], cell.meanStrong[0], cell.variance[0], cell.stirredAt[0]]).toEqual([0, 1, 0, -1]);
    expect(cell.shareBefore[0]).toBe(cell.rho[0]);
    const share = cell.rho[0]!;
    lapse(cell, 86_400);
    expect(cell.rho[0]).toBeCloseTo(share, 6);
  });

  test("APV takes all of it away, a blocker of CaMKII the potentiation", () => {
    expect(paired(["apv"]).stirredAt[0]).toBe(-1);
    const blocked = paired(["camkii-block"]);
    expect(blocked.meanWeak[0]).toBe(0);
    expect(blocked.meanStrong[0]).toBeLessThan(1);
  });
});
