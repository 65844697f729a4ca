import { stream, uniform } from "../model/random.ts";
import { checkWhole, everyone, type Recollection, sample, summary } from "./willshaw.ts";

/** What a Hopfield network's capacity is measured for. */
export interface HopfieldMemory {
  readonly n: number;
  readonly patterns: number;
  /** Share of a stored pattern's bits that are turned round in the cue, 0 … 1. */
  readonly flipped?: number;
  readonly trials: number;
  readonly seed: number;
}

/** Rounds through all units after which a network that still moves is left as it is; few need more than five. */
const ROUNDS = 20;

/**
 * The textbook's associative memory, to set beside a class's: units are +1 or -1, either as likely; every pattern adds
 * its outer product; units are updated one by one, in random order, until none changes.
 *
 *   w_ki = Σ_p x_k·x_i (k ≠ i);   x_k ← +1 if Σ_i w_ki·x_i ≥ 0, else -1
 *
 * The score is the overlap with the stored pattern, Σ x_k·p_k / n: 1 when it is the same, -1 when it is its negative.
 *
 * @source Hopfield 1982, PNAS 79:2554
 * @throws RangeError
 */
export function hopfieldCapacity({ n, patterns, flipped = 0.2, trials, seed }: HopfieldMemory): Recollection {
  checkWhole("units", n, 2);
  checkWhole("patterns", patterns, 1);
  checkWhole("trials", trials, 1);
  if (!(flipped >= 0 && flipped <= 1)) throw new RangeError(`${flipped} of the bits flipped: 0 to 1`);
  const random = stream(seed, HOPFIELD_STREAM);
  return summary(trials, () => {
    const stored = Array.from({ length: patterns }, () => everyone(n).map(() => sign(uniform(random) - 0.5)));
    const weights = outerProducts(stored, n);
    const target = stored[0]!;
    const units = [...target];
    for (const k of sample(everyone(n), Math.round(flipped * n), random)) units[k] = -units[k]!;
    settle(weights, units, random);
    return units.reduce((sum, x, k) => sum + x * target[k]!, 0) / n;
  });
}
const HOPFIELD_STREAM = 0x40bf;

const sign = (x: number): number => (x >= 0 ? 1 : -1);

function outerProducts(patterns: readonly (readonly number[])[], n: number): Float64Array {
  const weights = new Float64Array(n * n);
  for (const x of patterns) {
    for (let k = 0; k < n; k++) for (let i = 0; i < n; i++) if (i !== k) weights[k * n + i]! += x[k]! * x[i]!;
  }
  return weights;
}

function settle(weights: Float64Array, units: number[], random: Uint32Array): void {
  const n = units.length;
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (const k of sample(everyone(n), n, random)) {
      let drive = 0;
      for (let i = 0; i < n; i++) drive += weights[k * n + i]! * units[i]!;
      const next = sign(drive);
      if (next !== units[k]) moved = true;
      units[k] = next;
    }
  }
}
