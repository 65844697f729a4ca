import { type Cell, rest, SCALAR } from "./cell.ts";
import { capture, consolidated, makeProteins } from "./consolidation.ts";
import { followCrossTalk } from "./cross-talk.ts";
import { endStir, readOut } from "./event-calcium.ts";
import { express } from "./expression.ts";
import { type SlowFactors, STRIDES } from "./factors.ts";
import { checkSound } from "./fingerprint.ts";
import { weakenSilent } from "./heterosynaptic.ts";
import { earlyChange } from "./induction.ts";
import { followRate } from "./metaplasticity.ts";
import { fadePresynaptic } from "./presynaptic.ts";
import { noteCapture, retain } from "./retention.ts";
import { scaleAll } from "./scaling.ts";
import { fadeSerotonin } from "./serotonin.ts";
import { limitPotentiation } from "./shutdown.ts";

/**
 * The slow layer, one step of d seconds: proteins are made and captured, the early change returns to rest, and receptors
 * follow. Optional mechanisms have their line here and do nothing while their switch is off.
 *
 *   rho ← rho0 + (rho - rho0)·e^(-d/tau),  tau = tauE above rest, tauEm below
 *
 * @param lapsing whether the fast layer stands still; otherwise it decays y itself
 * @source Luboeinski & Tetzlaff 2021 (tauE); calibrated (tauEm)
 */
function slowStep(cell: Cell, f: SlowFactors, lapsing: boolean): void {
  const { parameters: p, rho, late, scalars } = cell;
  if (p.rule === "event-calcium") {
    readOut(cell);
    endStir(cell);
  }
  if (!lapsing) {
    if (p.heterosynaptic !== 0) weakenSilent(cell);
    if (p.crosstalk !== 0) followCrossTalk(cell);
  }
  const captured = makeProteins(cell, f, lapsing);
  const lasting = p.retention !== 0 || p.zip !== 0;
  for (let i = 0; i < cell.capacity; i++) {
    const before = late[i]!;
    capture(cell, i, captured);
    if (lasting) {
      if (scalars[SCALAR.proteins]! > 0.01 && late[i]! > before) noteCapture(cell, i, before);
      retain(cell, i, f);
    }
    rho[i] = p.rho0 + (rho[i]! - p.rho0) * (earlyChange(p, rho[i]!) > 0 ? f.early : f.depressed);
    express(cell, i, f);
  }
  if (p.presynapticGain !== 0) fadePresynaptic(cell, f);
  fadeSerotonin(cell, f);
  if (p.scaling !== 0) scaleAll(cell, f);
  if (p.scaling !== 0 || p.metaplasticity !== 0) followRate(cell, f);
  if (p.shutdown !== 0) limitPotentiation(cell);
  cell.rhoBefore.set(rho);
  scalars[SCALAR.spikes] = 0;
  scalars[SCALAR.slowTime]! += f.seconds;
}

/** The slow step of a running cell, at each full second of its clock. @throws ModelFault when a number is not finite */
export function secondStep(cell: Cell): void {
  slowStep(cell, cell.slow[0]!, false);
  checkSound(cell);
}

/**
 * Lets whole seconds pass in which nobody taps: the slow layer alone. The fast state is at rest afterwards.
 *
 * The slow steps of lapses begin and end at fixed multiples of biological time, so one lapse equals many, bit for bit; what
 * is left at the end is done by the next lapse, or before the cell runs again. The state may thus lag by up to one step.
 *
 * @throws RangeError for a part of a second
 */
export function lapse(cell: Cell, seconds: number): void {
  if (!(Number.isInteger(seconds) && seconds >= 0)) throw new RangeError(`a lapse of ${seconds} s: whole seconds`);
  rest(cell);
  cell.scalars[SCALAR.time]! += 1000 * seconds;
  pass(cell, Math.floor(cell.scalars[SCALAR.time]! / 1000), false);
  checkSound(cell);
}

/** Brings the slow layer up to the cell's clock, before the cell runs again. */
export function catchUp(cell: Cell): void {
  const now = Math.floor(cell.scalars[SCALAR.time]! / 1000);
  if (cell.scalars[SCALAR.slowTime]! < now) pass(cell, now, true);
}

const HOUR = 3600;
const DAY = 86_400;
/** A change below this, relative to rest, moves no curve by more than its line's width: its long steps are not seen as stairs. */
const STILL = 0.01;

/** Whether nothing fades within hours any more: no early change (hence no tag), no terminal, no serotonin. */
function still({ parameters: p, capacity, rho, potentiated, scalars }: Cell): boolean {
  if (scalars[SCALAR.serotonin]! >= STILL) return false;
  for (let i = 0; i < capacity; i++) {
    const early = earlyChange(p, rho[i]!);
    if (early >= STILL || early <= -STILL || potentiated[i]! >= STILL) return false;
  }
  return true;
}

/**
 * Slow steps up to `until`, each as long as accuracy lets it be: 10 s for a day after the last volley, or until no protein
 * is about, no tag is set and nothing fades any more; then 600 s (what is left are exact exponentials); 6 h after two days.
 *
 * @param wholly to the second, with shorter steps at the end
 */
function pass(cell: Cell, until: number, wholly: boolean): void {
  const { scalars } = cell;
  for (;;) {
    const from = scalars[SCALAR.slowTime]!;
    const volley = scalars[SCALAR.lastVolley]!;
    const quiet = volley < 0 ? from : from - volley / 1000;
    const long = quiet >= HOUR && consolidated(cell) && (quiet >= DAY || still(cell));
    let level = long ? (quiet >= 2 * DAY ? 3 : 2) : 1;
    while (from % STRIDES[level]! !== 0) level--;
    if (wholly) while (level > 0 && from + STRIDES[level]! > until) level--;
    if (from + STRIDES[level]! > until) return;
    slowStep(cell, cell.slow[level]!, true);
  }
}
