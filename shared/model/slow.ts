import { type Cell, rest, SCALAR } from "./cell.ts";
import { express } from "./expression.ts";
import { earlyChange } from "./induction.ts";

/**
 * The slow layer, one second of biological time: the early change returns to rest, and receptors follow. The same step
 * serves the running cell (at every full second of its clock) and a lapse, so one jump equals many, bit for bit.
 *
 *   rho ← rho0 + (rho - rho0)·exp(-1 s/tau),  tau = tauE above rest, tauEm below
 *
 * @param lapsing whether the fast layer stands still; otherwise it decays y itself
 * @source Luboeinski & Tetzlaff 2021 (tauE); calibrated (tauEm)
 */
export function slowStep(cell: Cell, lapsing: boolean): void {
  const { factors, parameters, rho, scalars } = cell;
  const { rho0 } = parameters;
  if (lapsing) scalars[SCALAR.y]! *= factors.yPerSecond;
  for (let i = 0; i < cell.capacity; i++) {
    const kept = earlyChange(parameters, rho[i]!) > 0 ? factors.earlyPerSecond : factors.depressedPerSecond;
    rho[i] = rho0 + (rho[i]! - rho0) * kept;
    express(cell, i);
  }
}

/**
 * Lets whole seconds pass in which nobody taps: the slow layer alone. The fast state is at rest afterwards.
 * @throws RangeError for a part of a second
 */
export function lapse(cell: Cell, seconds: number): void {
  if (!(Number.isInteger(seconds) && seconds >= 0)) throw new RangeError(`a lapse of ${seconds} s`);
  rest(cell);
  for (let i = 0; i < seconds; i++) {
    cell.scalars[SCALAR.time]! += 1000;
    slowStep(cell, true);
  }
}
