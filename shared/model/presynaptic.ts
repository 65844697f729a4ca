import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";
import { exp, log } from "./math.ts";

/**
 * Potentiation on the sending side (mossy fibre): calcium of the terminal adds up over seconds of spikes, and above a
 * threshold more transmitter is released for hours. It needs neither NMDA receptors nor the postsynaptic cell.
 *
 *   c' = -c/2 s + spikes;   while c > 25: p → 1 within 1 s;   p decays in 3 h;   U = U₀ + gain·p
 *
 * Brings an input up to `now`, ms; `spike` adds one.
 *
 * @source Salin 1996, PNAS 93:13304 (presynaptic, facilitation); the numbers are this model's [M]
 */
export function followTerminal(cell: Cell, input: number, now: number, spike: boolean): void {
  const { parameters: p, slowCalcium, slowCalciumAt, potentiated } = cell;
  const c = slowCalcium[input]!;
  const d = (now - slowCalciumAt[input]!) / 1000;
  if (c > p.presynapticThreshold) {
    const until = p.tauSlowCalcium * log(c / p.presynapticThreshold);
    const above = until < d ? until : d;
    potentiated[input] = 1 - (1 - potentiated[input]!) * exp(-p.presynapticRate * above);
  }
  slowCalcium[input] = c * exp(-d / p.tauSlowCalcium) + (spike ? 1 : 0);
  slowCalciumAt[input] = now;
}

/** One slow step: what the last spikes do, and the potentiation of the terminals fades. */
export function fadePresynaptic(cell: Cell, f: SlowFactors): void {
  const now = 1000 * (cell.scalars[SCALAR.slowTime]! + f.seconds);
  for (let i = 0; i < cell.capacity; i++) {
    if (cell.slowCalcium[i]! > 0) followTerminal(cell, i, now, false);
    cell.potentiated[i]! *= f.presynaptic;
  }
}
