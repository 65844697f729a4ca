import { exp } from "./math.ts";
import type { Parameters } from "./parameters.ts";

/**
 * The two-threshold calcium rule: above thD synapses depress, above thP they potentiate, and both pull on rho, the share
 * of a bundle's contacts in the strong state.
 *
 *   d rho/dt = gp·Sp(C)·(1 - rho) - gd·Sd(C)·rho,   S(C) = 1/(1 + exp(-(C - th)/sg))
 *
 * The thresholds are soft because the contacts of a bundle differ. Below thD - 5·sg nothing is left of either.
 *
 * @source Graupner & Brunel 2012, PNAS 109:3991
 */
export const sigmoid = (c: number, threshold: number, spread: number): number =>
  1 / (1 + exp(-(c - threshold) / spread));

/** Early change of the weight, E, relative to rest: E = wmin + wspan·rho - 1. */
export const earlyChange = ({ wmin, wspan }: Parameters, rho: number): number => wmin + wspan * rho - 1;

/** Entries a unit of calcium: linear interpolation between them is off by at most 2e-7. */
const RESOLUTION = 2048;
/** Calcium beyond which both sigmoids are 1 to the last digit, LTD thresholds. */
const CEILING = 8;

/**
 * The rule per 1 ms step as a table: rho ← rho + up(C)·(1 - rho) - down(C)·rho, both interpolated. Twice as fast as the
 * sigmoids.
 */
export interface InductionTable {
  /** Calcium below which nothing changes, LTD thresholds. */
  readonly floor: number;
  /** up, down, up, down … */
  readonly steps: Float64Array;
}

/** Tables by the constants that they follow from: cells are made by the dozen, drugs come and go. */
const tables = new Map<string, InductionTable>();
const KEPT = 32;

export function inductionTable(p: Parameters): InductionTable {
  const key = [p.rule, p.gp, p.gd, p.thD, p.thP, p.sg].join();
  const made = tables.get(key);
  if (made) return made;
  if (tables.size >= KEPT) tables.clear();
  const table = makeTable(p);
  tables.set(key, table);
  return table;
}

/**
 * With the inverse rule (cerebellum) calcium between the thresholds potentiates, and above the second depresses: LTD needs
 * more calcium than LTP. Coesmans 2004, Neuron 44:691
 */
function makeTable({ rule, gp, gd, thD, thP, sg }: Parameters): InductionTable {
  const entries = CEILING * RESOLUTION + 2;
  const steps = new Float64Array(2 * entries);
  for (let i = 0; i < entries; i++) {
    const c = i / RESOLUTION;
    const [low, high] = [sigmoid(c, thD, sg), sigmoid(c, thP, sg)];
    steps[2 * i] = (gp / 1000) * (rule === "inverse" ? low - high : high);
    steps[2 * i + 1] = (gd / 1000) * (rule === "inverse" ? high : low);
  }
  return { floor: thD - 5 * sg, steps };
}

/**
 * rho after 1 ms at calcium `c`.
 * @param potency factor on potentiation
 * @param shift   how far the threshold of potentiation stands above its usual place, LTD thresholds
 */
export function induce({ steps }: InductionTable, rho: number, c: number, potency: number, shift: number): number {
  const at = c < CEILING ? c * RESOLUTION : CEILING * RESOLUTION;
  const index = at | 0;
  const part = at - index;
  const k = 2 * index;
  const down = steps[k + 1]! + part * (steps[k + 3]! - steps[k + 1]!);
  const up = shift === 0 ? steps[k]! + part * (steps[k + 2]! - steps[k]!) : upAt(steps, c - shift);
  return rho + potency * up * (1 - rho) - down * rho;
}

function upAt(steps: Float64Array, c: number): number {
  const at = c <= 0 ? 0 : c < CEILING ? c * RESOLUTION : CEILING * RESOLUTION;
  const k = 2 * (at | 0);
  return steps[k]! + (at - (at | 0)) * (steps[k + 2]! - steps[k]!);
}
