import { type Cell, SCALAR } from "./cell.ts";
import { earlyChange } from "./induction.ts";
import { exp, pow } from "./math.ts";

/**
 * Expression: what a change of rho becomes. Channels conduct more (gamma, within 20 s; CaMKII phosphorylates GluA1) and
 * receptors become more numerous (N, within 2 min; they are trapped in slots of the density).
 *
 *   gamma* = (1 + E)^0.4;   N* = N0·(1 + E + z)/gamma*;   W_eff = gamma·N/N0
 *
 * One slow step of a second for one input; E is the early change, z the late one.
 *
 * @source Derkach 1999, Kristensen 2011 (conductance); Opazo 2010 (number); Matsuzaki 2001 (bounds)
 */
export function express(cell: Cell, input: number): void {
  const { gammaShare, N0, Nmax } = cell.parameters;
  const early = earlyChange(cell.parameters, cell.rho[input]!);
  const conductance = pow(1 + early, gammaShare);
  const wanted = (N0 * (1 + early + cell.late[input]!)) / conductance;
  const number = wanted > Nmax ? Nmax : wanted > 0 ? wanted : 0;
  const gamma = cell.gamma[input]! + (conductance - cell.gamma[input]!) * cell.factors.gammaPerSecond;
  const receptors = cell.receptors[input]! + (number - cell.receptors[input]!) * cell.factors.numberPerSecond;
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
