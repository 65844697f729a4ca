import { type FastFactors, fastFactors, type SlowFactors, slowFactors } from "./factors.ts";
import { type InductionTable, inductionTable } from "./induction.ts";
import { checkParameters, type Parameters } from "./parameters.ts";
import { stream } from "./random.ts";

/**
 * The state of one cell and its inputs: plain numbers in one buffer, so that a checkpoint is a copy of bytes and a hash
 * reads them all. One input is one student: a bundle of identical contacts (a mean field; their number may be a fraction).
 */
export interface Cell {
  /** Inputs that the cell has room for. */
  readonly capacity: number;
  /** Whether transmission follows gamma and N with their lags (in class), or the weight at once (laboratory rows). */
  readonly expressionLag: boolean;
  /** Seed of what is left to chance; only optional mechanisms are. */
  readonly seed: number;
  readonly buffer: ArrayBuffer;
  /** One number each; see SCALAR. */
  readonly scalars: Float64Array;
  /** Feed-forward inhibition on its way, nS, by millisecond. */
  readonly inhibition: Float64Array;

  /** Contacts of the input on the cell. */
  readonly contacts: Float64Array;
  /** Release: u, x, and the time of the last spike, ms (-1: none yet). */
  readonly facilitation: Float64Array;
  readonly vesicles: Float64Array;
  readonly lastSpike: Float64Array;
  /** NMDA receptors: r, which binds, and s, open but for magnesium, 0 … 1. */
  readonly bound: Float64Array;
  readonly glutamate: Float64Array;
  /** Calcium, LTD thresholds. */
  readonly calcium: Float64Array;
  /** Share of contacts in the strong state; early change E = wmin + wspan·rho - 1. */
  readonly rho: Float64Array;
  /** Late change z, all of it, and its settled part z_s with the time it settled, s (-1: never). */
  readonly late: Float64Array;
  readonly settled: Float64Array;
  readonly settledAt: Float64Array;
  /** When the input last captured proteins, s (-1: never), and whether that session settles what it captures, 0 or 1. */
  readonly capturedAt: Float64Array;
  readonly spaced: Float64Array;
  /** Channel conductance relative to rest. */
  readonly gamma: Float64Array;
  /** AMPA receptors in the density. */
  readonly receptors: Float64Array;
  /** Weight that transmission uses, relative to rest: postsynaptic, the receptors' doing. */
  readonly strength: Float64Array;
  /** Presynaptic potentiation (mossy fibre), 0 … 1, its slow calcium, spikes, and the time both were brought up to, ms. */
  readonly potentiated: Float64Array;
  readonly slowCalcium: Float64Array;
  readonly slowCalciumAt: Float64Array;
  /** Trace of recent spikes that a plateau potential reads, at the last spike. */
  readonly eligibility: Float64Array;
  /** Until when a neighbour's potentiation lowers this input's threshold, ms. */
  readonly primedUntil: Float64Array;
  /** rho at the last full second, for mechanisms that follow its changes. */
  readonly rhoBefore: Float64Array;
  /** Event-driven calcium: strong share when the episode began, means of rho from weak and from strong, variance, last stir, s. */
  readonly shareBefore: Float64Array;
  readonly meanWeak: Float64Array;
  readonly meanStrong: Float64Array;
  readonly variance: Float64Array;
  readonly stirredAt: Float64Array;

  /** Spikes due: a count for each input and millisecond of the coming RING ms, and each millisecond's total. */
  readonly due: Uint8Array;
  readonly dueTotal: Uint16Array;
  /** Presynaptic spikes of the last ECHO ms, for calcium that follows them with a delay. */
  readonly echo: Uint8Array;

  /** The constants and what follows from them; see setParameters. */
  parameters: Parameters;
  factors: FastFactors;
  slow: readonly SlowFactors[];
  induction: InductionTable;
}

/** What the places of `scalars` hold. */
export const SCALAR = {
  /** The cell's clock, whole ms. */
  time: 0,
  /** Somatic potential, mV, and what is left of the refractory time, ms. */
  v: 1,
  refractory: 2,
  /** Conductances, nS. */
  gA: 3,
  gI: 4,
  gK: 5,
  /** The back-propagating spike's fast and slow part, mV. */
  bF: 6,
  bS: 7,
  /** Inhibitory release: vesicles, and the time of the last volley, ms (-1: none). */
  xI: 8,
  lastVolley: 9,
  /** Drive of the consolidation trigger. */
  y: 10,
  /** Sum of contacts · glutamate. */
  open: 11,
  /** Spikes scheduled and not delivered. */
  pending: 12,
  /** 1 while the fast state is exactly at rest. */
  idle: 13,
  /** Up to where the slow layer has come, s. */
  slowTime: 14,
  /** Consolidation: episode counter, gene-expression programme, proteins, reward (0 … 1). */
  kinase: 15,
  programme: 16,
  proteins: 17,
  reward: 18,
  /** Spikes of the cell in this second, and their rate in the long run, Hz. */
  spikes: 19,
  rate: 20,
  /** Factors on all weights (scaling), on gp (shutdown) and on thP (metaplasticity). */
  scale: 21,
  potency: 22,
  threshold: 23,
  /** Serotonin: level, counted pulses, time of the first of them, s (-1: none), and lasting growth, 0 … 1. */
  serotonin: 24,
  pulses: 25,
  firstPulse: 26,
  growth: 27,
  /** 1 when something potentiated in this second: the episode is not over. */
  driven: 28,
  /** State of the random numbers, four words. */
  chance: 29,
  /** Potential at the synapses, mV, and contacts whose calcium is above thP, in the step at hand. */
  dendrite: 33,
  potentiating: 34,
} as const;
const SCALARS = 35;

/** Milliseconds ahead that spikes can be scheduled. A power of two. */
export const RING = 256;
/** Places of the inhibition's ring; longer than its delay. */
export const INHIBITION_RING = 8;
/** Milliseconds that presynaptic spikes are remembered; longer than the calcium's delay. */
export const ECHO = 32;

const PER_INPUT = 27;

/** A cell at rest with `capacity` inputs that have no contacts yet. @throws RangeError for impossible constants */
export function createCell(
  parameters: Parameters,
  capacity: number,
  { expressionLag = true, seed = 0 }: { readonly expressionLag?: boolean; readonly seed?: number } = {},
): Cell {
  checkParameters(parameters);
  const doubles = doublesOf(capacity);
  const counts = (RING + ECHO) * capacity;
  // Whole 32-bit words, which is what the hash reads.
  const buffer = new ArrayBuffer(8 * doubles + 2 * RING + 4 * Math.ceil(counts / 4));
  let at = 0;
  const take = (length: number): Float64Array => {
    const view = new Float64Array(buffer, at, length);
    at += 8 * length;
    return view;
  };
  const cell: Cell = {
    capacity,
    expressionLag,
    seed,
    buffer,
    scalars: take(SCALARS),
    inhibition: take(INHIBITION_RING),
    contacts: take(capacity),
    facilitation: take(capacity),
    vesicles: take(capacity),
    lastSpike: take(capacity),
    bound: take(capacity),
    glutamate: take(capacity),
    calcium: take(capacity),
    rho: take(capacity),
    late: take(capacity),
    settled: take(capacity),
    settledAt: take(capacity),
    capturedAt: take(capacity),
    spaced: take(capacity),
    gamma: take(capacity),
    receptors: take(capacity),
    strength: take(capacity),
    potentiated: take(capacity),
    slowCalcium: take(capacity),
    slowCalciumAt: take(capacity),
    eligibility: take(capacity),
    primedUntil: take(capacity),
    rhoBefore: take(capacity),
    shareBefore: take(capacity),
    meanWeak: take(capacity),
    meanStrong: take(capacity),
    variance: take(capacity),
    stirredAt: take(capacity),
    dueTotal: new Uint16Array(buffer, at, RING),
    due: new Uint8Array(buffer, at + 2 * RING, RING * capacity),
    echo: new Uint8Array(buffer, at + 2 * RING + RING * capacity, ECHO * capacity),
    parameters,
    factors: fastFactors(parameters),
    slow: slowFactors(parameters),
    induction: inductionTable(parameters),
  };
  naive(cell);
  return cell;
}

/**
 * Puts other constants in force: a drug, another pathway. The state goes on as it is.
 * @throws RangeError for impossible constants; the old ones then stay
 */
export function setParameters(cell: Cell, parameters: Parameters): void {
  if (parameters === cell.parameters) return;
  checkParameters(parameters);
  cell.parameters = parameters;
  cell.factors = fastFactors(parameters);
  cell.slow = slowFactors(parameters);
  cell.induction = inductionTable(parameters);
  // What these two do to the whole cell is no state of its own: it ends with them.
  if (parameters.shutdown === 0) cell.scalars[SCALAR.potency] = 1;
  if (parameters.metaplasticity === 0) cell.scalars[SCALAR.threshold] = 1;
}

/** Makes every synapse what it was before the first spike: another cell in the same dish. Clock and contacts stay. */
export function naive(cell: Cell): void {
  const { scalars, parameters: p } = cell;
  const time = scalars[SCALAR.time]!;
  scalars.fill(0);
  scalars[SCALAR.time] = time;
  scalars[SCALAR.slowTime] = Math.floor(time / 1000);
  scalars[SCALAR.lastVolley] = -1;
  scalars[SCALAR.xI] = 1;
  scalars[SCALAR.firstPulse] = -1;
  scalars[SCALAR.rate] = p.r0;
  for (const factor of [SCALAR.scale, SCALAR.potency, SCALAR.threshold]) scalars[factor] = 1;
  scalars.set(stream(cell.seed, CHANCE_STREAM), SCALAR.chance);
  for (const zero of [
    ...[cell.facilitation, cell.vesicles, cell.late, cell.settled, cell.spaced, cell.potentiated, cell.slowCalcium],
    ...[cell.slowCalciumAt, cell.eligibility, cell.primedUntil, cell.meanWeak, cell.variance],
  ]) {
    zero.fill(0);
  }
  for (const never of [cell.lastSpike, cell.settledAt, cell.capturedAt, cell.stirredAt]) never.fill(-1);
  for (const share of [cell.rho, cell.rhoBefore, cell.shareBefore]) share.fill(p.rho0);
  for (const one of [cell.gamma, cell.strength, cell.meanStrong]) one.fill(1);
  cell.receptors.fill(p.N0);
  rest(cell);
}
/** The stream of a seed that the cell draws from. */
const CHANCE_STREAM = 0xce11;

/** The cell's clock, biological ms. */
export const biologicalTime = (cell: Cell): number => cell.scalars[SCALAR.time]!;

/** Gives an input its number of contacts. @throws RangeError for one that is negative or not finite */
export function setContacts(cell: Cell, input: number, contacts: number): void {
  checkInput(cell, input);
  if (!(contacts >= 0 && contacts < Number.POSITIVE_INFINITY)) throw new RangeError(`${contacts} contacts: 0 or more`);
  cell.contacts[input] = contacts;
  let open = 0;
  for (let i = 0; i < cell.capacity; i++) open += cell.contacts[i]! * cell.glutamate[i]!;
  cell.scalars[SCALAR.open] = open;
}

/** @throws RangeError for an input that the cell does not have */
export function checkInput(cell: Cell, input: number): void {
  if (!(Number.isInteger(input) && input >= 0 && input < cell.capacity)) {
    throw new RangeError(`no input ${input}: 0 to ${cell.capacity - 1}`);
  }
}

/** Puts the fast state to rest, as after a long silence; spikes that were due are dropped. */
export function rest(cell: Cell): void {
  const { scalars } = cell;
  scalars[SCALAR.v] = cell.parameters.EL;
  scalars[SCALAR.refractory] = 0;
  for (let i = SCALAR.gA; i <= SCALAR.bS; i++) scalars[i] = 0;
  scalars[SCALAR.open] = 0;
  scalars[SCALAR.dendrite] = cell.parameters.EL;
  scalars[SCALAR.potentiating] = 0;
  scalars[SCALAR.pending] = 0;
  scalars[SCALAR.idle] = 1;
  cell.inhibition.fill(0);
  cell.bound.fill(0);
  cell.glutamate.fill(0);
  cell.calcium.fill(0);
  cell.due.fill(0);
  cell.dueTotal.fill(0);
  cell.echo.fill(0);
}

/** An exact copy of the state. */
export const saveCell = (cell: Cell): ArrayBuffer => cell.buffer.slice(0);

/** Takes a state back, bit for bit; the constants are the caller's. @throws RangeError when it is another cell's shape */
export function restoreCell(cell: Cell, saved: ArrayBuffer): void {
  if (saved.byteLength !== cell.buffer.byteLength) throw new RangeError("the saved state has another shape");
  new Uint8Array(cell.buffer).set(new Uint8Array(saved));
}

/** How many of the buffer's leading numbers are doubles. */
export const doublesOf = (capacity: number): number => SCALARS + INHIBITION_RING + PER_INPUT * capacity;
