import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";

/** Share of protein synthesis that has to be blocked for a pulse not to count. */
const BLOCKED = 0.5;

/**
 * A pulse of serotonin on the cell (Aplysia, sensory to motor neuron): every input releases more for a quarter of an hour,
 * without any coincidence. Five pulses within two hours leave growth that lasts, unless proteins could not be made during
 * them. A cell of another pathway does not answer.
 *
 *   a ← a + 1, a decays in 15 min;   U = U₀·(1 + 0.6·a/(1 + a))·(1 + growth)
 *
 * @source Montarolo 1986, Science 234:1249 (one pulse: minutes; five: more than a day; inhibitors work only during the
 *         pulses); factors are this model's [M]
 */
export function giveSerotonin(cell: Cell): void {
  const { parameters: p, scalars } = cell;
  if (p.serotoninGain === 0) return;
  scalars[SCALAR.serotonin]! += 1;
  if (p.block >= BLOCKED) return;
  const now = scalars[SCALAR.time]! / 1000;
  const first = scalars[SCALAR.firstPulse]!;
  if (first < 0 || now - first > p.serotoninWindow) {
    scalars[SCALAR.firstPulse] = now;
    scalars[SCALAR.pulses] = 0;
  }
  scalars[SCALAR.pulses]! += 1;
  if (scalars[SCALAR.pulses]! >= p.serotoninPulses) scalars[SCALAR.growth] = 1;
}

/** One slow step: serotonin's effect fades in minutes, growth in days. */
export function fadeSerotonin(cell: Cell, f: SlowFactors): void {
  cell.scalars[SCALAR.serotonin]! *= f.serotonin;
  cell.scalars[SCALAR.growth]! *= f.growth;
}
