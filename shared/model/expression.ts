import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";
import { earlyChange } from "./induction.ts";
import { exp, pow } from "./math.ts";

/** The weight 1 + E + z that an input's early and late change come to, relative to rest; never below the floor. */
export function weightOf(cell: Cell, input: number): number {
  const sum = 1 + earlyChange(cell.parameters, cell.rho[input]!) + cell.late[input]!;
  return sum > cell.parameters.wFloor ? sum : cell.parameters.wFloor;
}

/**
 * Expression: what a change of rho becomes. Channels conduct more (gamma, within 20 s; CaMKII phosphorylates GluA1) and
 * receptors become more numerous (N, within 2 min; they are trapped in slots of the density).
 *
 *   gamma* = (1 + E)^gammaShare;   N* = N0·(1 + E + z)/(1 + E)^gammaShare;   W_eff = gamma·N/N0
 *
 * Each can be blocked alone: without phosphorylation gamma stays 1 and N goes where it would; without insertion N stands.
 * One slow step for one input; E is the early change, z the late one.
 *
 * @source Derkach 1999, Kristensen 2011 (conductance); Opazo 2010 (number); Matsuzaki 2001 (bounds)
 */
export function express(cell: Cell, input: number, f: SlowFactors): void {
  const { gammaShare, N0, Nmax, phosphorylation } = cell.parameters;
  const conductance = pow(1 + earlyChange(cell.parameters, cell.rho[input]!), gammaShare);
  const wanted = (N0 * weightOf(cell, input)) / conductance;
  const number = wanted > Nmax ? Nmax : wanted;
  const goal = phosphorylation === 0 ? 1 : conductance;
  const gamma = goal + (cell.gamma[input]! - goal) * f.gamma;
  const receptors = number + (cell.receptors[input]! - number) * f.receptors;
  cell.gamma[input] = gamma;
  cell.receptors[input] = receptors;
  cell.strength[input] = (gamma * receptors) / N0;
}

/** The transient swelling of a stimulated spine decays with this, ms. */
const SWELLING_MS = 300_000;

/**
 * Volume of the spine relative to rest, for the picture alone: it follows the receptors, and swells for minutes after
 * stimulation that potentiates.
 *
 * @param stimulated when the input was last stimulated, ms of the cell's time, or -1
 * @source Matsuzaki 2004, Nature 429:761
 */
export function spineVolume(cell: Cell, input: number, stimulated: number): number {
  const lasting = 1 + 0.9 * (cell.receptors[input]! / cell.parameters.N0 - 1);
  const early = earlyChange(cell.parameters, cell.rho[input]!);
  if (stimulated < 0 || early <= 0) return lasting;
  return lasting + 2 * early * exp(-(cell.scalars[SCALAR.time]! - stimulated) / SWELLING_MS);
}
