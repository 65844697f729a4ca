import { erf } from "./erf.ts";
import {
  calciumStretches,
  type PeriodicStimulation,
  type Stretch,
  type TimeAbove,
  timeAboveThresholds,
  whole,
} from "./graupner-brunel-calcium.ts";
import { type GraupnerBrunelSet, type GraupnerBrunelSetId, graupnerBrunelSet } from "./graupner-brunel-sets.ts";
import { exp } from "./math.ts";
import { gaussian, stream } from "./random.ts";

/**
 * The calcium rule as it was published, with its own calcium: to compute a paper's curves, not to run a class.
 *
 * Calcium C jumps by preJump, `delay` ms after a presynaptic spike, by postJump at a postsynaptic one, and decays with
 * tauCa. Above thetaD the efficacy rho of a contact is pulled to 0, above thetaP to 1 too, with noise; without calcium it
 * drifts to the nearer of its stable states 0 and 1:
 *
 *   tau·d rho/dt = -rho·(1 - rho)·(rhoStar - rho) + gammaP·(1 - rho)·[C > thetaP] - gammaD·rho·[C > thetaD]
 *                  + sigma·√tau·√([C > thetaD] + [C > thetaP])·η(t)
 *
 * @source Graupner & Brunel 2012, PNAS 109:3991
 */

/** What a stimulation does to a synapse of many contacts. */
export interface StrengthChange {
  /** Probability that a weak contact becomes strong; that a strong one becomes weak. */
  readonly up: number;
  readonly down: number;
  /** Mean strength after, relative to before. */
  readonly change: number;
}

/**
 * The paper's closed form: the cubic drift left out, and depression and potentiation spread evenly over the T seconds of
 * stimulation, rho is a Gaussian process, and a contact is strong at last if it is beyond rhoStar.
 *
 *   Γp = gammaP·alphaP, Γd = gammaD·alphaD, mean = Γp/(Γp + Γd), e = exp(-T·(Γp + Γd)/tau)
 *   v = sigma²·(alphaP + alphaD)/(Γp + Γd) · (1 - e²)
 *   UP   = ½·(1 + erf((mean·(1 - e) - rhoStar)/√v))
 *   DOWN = ½·(1 - erf((mean·(1 - e) + e - rhoStar)/√v))
 *
 * @throws RangeError
 */
export function closedForm(id: GraupnerBrunelSetId, { alphaD, alphaP }: TimeAbove, seconds: number): StrengthChange {
  const set = graupnerBrunelSet(id);
  if (!(alphaP >= 0 && alphaP <= alphaD && alphaD <= 1)) {
    throw new RangeError(`shares of time ${alphaD} and ${alphaP}: 0 to 1, the second at most the first`);
  }
  if (!(seconds > 0 && seconds < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a stimulation of ${seconds} s: a finite number above 0`);
  }
  const [up, down] = [set.gammaP * alphaP, set.gammaD * alphaD];
  const total = up + down;
  if (total === 0) return strengthChange(set, 0, 0);
  const left = exp((-seconds * total) / set.tau);
  const spread = set.sigma * Math.sqrt(((alphaP + alphaD) / total) * (1 - left * left));
  const weakMean = (up / total) * (1 - left);
  return strengthChange(
    set,
    (1 + erf((weakMean - set.rhoStar) / spread)) / 2,
    (1 - erf((weakMean + left - set.rhoStar) / spread)) / 2,
  );
}

/** The closed form's outcome of a stimulation, and the shares of time that it follows from. @throws RangeError */
export function predicted(id: GraupnerBrunelSetId, stimulation: PeriodicStimulation): StrengthChange & TimeAbove {
  const above = timeAboveThresholds(id, stimulation);
  return { ...above, ...closedForm(id, above, (stimulation.period * stimulation.periods) / 1000) };
}

/** Of the contacts a share beta was weak, strength 1; the others strong, strength b. */
function strengthChange({ beta, b }: GraupnerBrunelSet, up: number, down: number): StrengthChange {
  const strong = up * beta + (1 - down) * (1 - beta);
  return { up, down, change: (1 - strong + b * strong) / (beta + (1 - beta) * b) };
}

/** How a simulation draws. */
export interface Draws {
  /** Contacts that begin weak, and as many that begin strong. */
  readonly runs: number;
  /** A whole number, 0 … 2^32 - 1. */
  readonly seed: number;
}

/**
 * The same by simulation, cubic drift included: what the closed form leaves out shows in the difference. Every second
 * contact has the noise of the one before it with the opposite sign. The two stray to opposite sides, so the shares
 * scatter less than those of as many independent contacts, up to half.
 *
 * @throws RangeError
 */
export function simulated(
  id: GraupnerBrunelSetId,
  stimulation: PeriodicStimulation,
  { runs, seed }: Draws,
): StrengthChange {
  const set = graupnerBrunelSet(id);
  whole("runs", runs, 1);
  whole("seed", seed, 0, 0xffffffff);
  const steps = calciumStretches(id, stimulation).map((stretch) => step(set, stretch));
  const draws = stimulation.periods * steps.filter(({ deviation }) => deviation > 0).length;
  const strongFrom = (start: number, random: Uint32Array): number => {
    const noise = new Float64Array(draws);
    let strong = 0;
    for (let run = 0; run < runs; run++) {
      const sign = run % 2 === 0 ? 1 : -1;
      if (sign === 1) for (let i = 0; i < draws; i++) noise[i] = gaussian(random);
      if (efficacyAfter(steps, stimulation.periods, start, noise, sign) > set.rhoStar) strong++;
    }
    return strong;
  };
  const [raised, kept] = [strongFrom(0, stream(seed, WEAK)), strongFrom(1, stream(seed, STRONG))];
  return strengthChange(set, raised / runs, (runs - kept) / runs);
}
/** Streams of the seed for the contacts that begin weak and strong. */
const [WEAK, STRONG] = [0x9b0, 0x9b1];

/** What one stretch of a period does to rho. */
interface Step {
  /** Exact step of the Gaussian process: rho ← goal + (rho - goal)·left + deviation·η. */
  readonly goal: number;
  readonly left: number;
  readonly deviation: number;
  /** e^(-t/2tau), of the cubic drift. */
  readonly kept: number;
}

function step({ gammaD, gammaP, sigma, tau }: GraupnerBrunelSet, { lasts, above }: Stretch): Step {
  const seconds = lasts / 1000;
  const kept = exp(-seconds / (2 * tau));
  if (above === 0) return { goal: 0, left: 1, deviation: 0, kept };
  const up = above === 2 ? gammaP : 0;
  const total = up + gammaD;
  const left = exp((-seconds * total) / tau);
  return { goal: up / total, left, deviation: sigma * Math.sqrt((above / (2 * total)) * (1 - left * left)), kept };
}

/**
 * rho after all periods. The cubic drift has an exact solution where rhoStar is ½; with y = rho - ½ and k = e^(-t/2tau):
 *
 *   tau·dy/dt = y·(¼ - y²)   →   y ← y/√(k + 4·y²·(1 - k))
 *
 * Stretches above a threshold last milliseconds and tau minutes, so taking pull and drift one after the other loses
 * nothing that shows.
 */
function efficacyAfter(
  steps: readonly Step[],
  periods: number,
  start: number,
  noise: Float64Array,
  sign: 1 | -1,
): number {
  let rho = start;
  let drawn = 0;
  for (let period = 0; period < periods; period++) {
    for (const { goal, left, deviation, kept } of steps) {
      if (deviation > 0) rho = goal + (rho - goal) * left + sign * deviation * noise[drawn++]!;
      const y = rho - 0.5;
      rho = 0.5 + y / Math.sqrt(kept + 4 * y * y * (1 - kept));
    }
  }
  return rho;
}
