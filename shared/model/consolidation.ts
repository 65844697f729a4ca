import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";
import { earlyChange } from "./induction.ts";
import { exp, pow } from "./math.ts";

/**
 * The cell's part of consolidation, one slow step of d seconds: episodes of potentiation (y) are counted by kinases (K),
 * enough of them spaced in time start a gene-expression programme (L), which makes plasticity-related proteins (P) for
 * the whole cell.
 *
 *   K ← K·e^(-d/tauKinase) + DA·y·(1 - e^(-d/tauOff));   H = K^nH/(K^nH + Kth^nH)
 *   (the y term only in a second in which nothing potentiates)
 *   L ← max(L·e^(-d/tauL), H);   P ← P·e^(-d/tauP) + L·(1 - block)·(1 - e^(-d/tauP))
 *
 * @param lapsing whether the fast layer stands still; otherwise it decays y itself
 * @returns share of the way to zMax (or zMin) that a tagged synapse goes in this step, 1 - e^(-P·d/tauZ)
 * @source tags and proteins: Frey & Morris 1997, Luboeinski & Tetzlaff 2021; counting: after Smolen 2006; calibrated
 */
export function makeProteins(cell: Cell, f: SlowFactors, lapsing: boolean): number {
  const { parameters: p, scalars } = cell;
  const y = scalars[SCALAR.y]!;
  const reward = scalars[SCALAR.reward]!;
  const dopamine = p.rewardBySpike === 0 ? p.DA : p.DA + (p.rewardDA - p.DA) * reward;
  // An episode counts once, when it is over, however long it was.
  const counted = scalars[SCALAR.driven] === 0 ? dopamine * y * (1 - f.y) : 0;
  scalars[SCALAR.driven] = 0;
  const kinase = scalars[SCALAR.kinase]! * f.kinase + counted;
  if (lapsing) scalars[SCALAR.y] = y * f.y;
  scalars[SCALAR.reward] = reward * f.reward;
  scalars[SCALAR.kinase] = kinase;
  const drive = pow(kinase / p.Kth, p.nH);
  const started = drive / (drive + 1);
  const going = scalars[SCALAR.programme]! * f.programme;
  const programme = going > started ? going : started;
  scalars[SCALAR.programme] = programme;
  const proteins = scalars[SCALAR.proteins]! * f.proteins + programme * (1 - p.block) * (1 - f.proteins);
  scalars[SCALAR.proteins] = proteins;
  return 1 - exp((-proteins * f.seconds) / p.tauZ);
}

/** The tag of an input: 1 for potentiation (E ≥ thTag), -1 for depression (E ≤ -thTag), 0 for none. */
export function tagOf(cell: Cell, input: number): -1 | 0 | 1 {
  const early = earlyChange(cell.parameters, cell.rho[input]!);
  const { thTag } = cell.parameters;
  return early >= thTag ? 1 : early <= -thTag ? -1 : 0;
}

/**
 * The synapse's part: a tagged one captures proteins, and its late change z grows. Both sides are needed (tag here, P in
 * the cell), and neither has to come first.
 *
 *   tag +: z += (zMax - z)·(1 - e^(-P·d/tauZ));   tag -: z += (zMin - z)·(1 - e^(-P·d/tauZ))
 */
export function capture(cell: Cell, input: number, captured: number): void {
  const tag = tagOf(cell, input);
  if (tag === 0) return;
  const { zMax, zMin } = cell.parameters;
  const z = cell.late[input]!;
  cell.late[input] = z + ((tag > 0 ? zMax : zMin) - z) * captured;
}

/** Below these, programme, proteins and counter move no synapse any more. */
const NO_PROTEIN = 1e-6;
const QUIET_KINASE = 0.05;

/** Whether no protein is there, and none will come unless something happens. */
export const consolidated = ({ scalars }: Cell): boolean =>
  scalars[SCALAR.proteins]! < NO_PROTEIN &&
  scalars[SCALAR.programme]! < NO_PROTEIN &&
  scalars[SCALAR.kinase]! < QUIET_KINASE &&
  scalars[SCALAR.y]! < QUIET_KINASE;
