import { type InductionTable, inductionTable } from "./induction.ts";
import { exp } from "./math.ts";
import type { Parameters } from "./parameters.ts";

/**
 * The state of one cell and its inputs: plain numbers in one buffer, so that a checkpoint is a copy of bytes and a hash
 * reads them all. One input is one student: a bundle of identical contacts (a mean field; their number may be a fraction).
 */
export interface Cell {
  readonly parameters: Parameters;
  /** Inputs that the cell has room for. */
  readonly capacity: number;
  /** Whether transmission follows gamma and N with their lags (in class), or the weight at once (laboratory rows). */
  readonly expressionLag: boolean;
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
  /** Late change z. */
  readonly late: Float64Array;
  /** Channel conductance relative to rest. */
  readonly gamma: Float64Array;
  /** AMPA receptors in the density. */
  readonly receptors: Float64Array;
  /** Weight that transmission uses, relative to rest. */
  readonly strength: Float64Array;

  /** Spikes due: a count for each input and millisecond of the coming RING ms, and each millisecond's total. */
  readonly due: Uint8Array;
  readonly dueTotal: Uint16Array;

  readonly factors: Factors;
  readonly induction: InductionTable;
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
} as const;
const SCALARS = 14;

/** Milliseconds ahead that spikes can be scheduled. A power of two. */
export const RING = 256;
/** Places of the inhibition's ring; longer than its delay. */
export const INHIBITION_RING = 8;

/** Decay factors of one step, computed once with the portable exp. */
export interface Factors {
  readonly gA: number;
  readonly gI: number;
  readonly gK: number;
  readonly bF: number;
  readonly bS: number;
  readonly calcium: number;
  readonly rise: number;
  readonly fall: number;
  readonly yRise: number;
  readonly yPerMs: number;
  readonly yPerSecond: number;
  readonly earlyPerSecond: number;
  readonly depressedPerSecond: number;
  readonly gammaPerSecond: number;
  readonly numberPerSecond: number;
}

const PER_INPUT = 12;

/** A cell at rest with `capacity` inputs that have no contacts yet. */
export function createCell(
  parameters: Parameters,
  capacity: number,
  { expressionLag = true }: { readonly expressionLag?: boolean } = {},
): Cell {
  const doubles = doublesOf(capacity);
  const counts = RING * capacity;
  // Whole 32-bit words, which is what the hash reads.
  const buffer = new ArrayBuffer(8 * doubles + 2 * RING + 4 * Math.ceil(counts / 4));
  let at = 0;
  const take = (length: number): Float64Array => {
    const view = new Float64Array(buffer, at, length);
    at += 8 * length;
    return view;
  };
  const cell: Cell = {
    parameters,
    capacity,
    expressionLag,
    buffer,
    scalars: take(SCALARS),
    inhibition: take(INHIBITION_RING),
    contacts: take(capacity),
    facilitation: take(capacity),
    vesicles: take(capacity),
    lastSpike: take(capacity).fill(-1),
    bound: take(capacity),
    glutamate: take(capacity),
    calcium: take(capacity),
    rho: take(capacity).fill(parameters.rho0),
    late: take(capacity),
    gamma: take(capacity).fill(1),
    receptors: take(capacity).fill(parameters.N0),
    strength: take(capacity).fill(1),
    dueTotal: new Uint16Array(buffer, at, RING),
    due: new Uint8Array(buffer, at + 2 * RING, counts),
    factors: factorsOf(parameters),
    induction: inductionTable(parameters),
  };
  cell.scalars[SCALAR.lastVolley] = -1;
  cell.scalars[SCALAR.xI] = 1;
  rest(cell);
  return cell;
}

function factorsOf(p: Parameters): Factors {
  return {
    gA: exp(-1 / p.tauA),
    gI: exp(-1 / p.tauI),
    gK: exp(-1 / p.tauK),
    bF: exp(-1 / p.tauBF),
    bS: exp(-1 / p.tauBS),
    calcium: exp(-1 / p.tauC),
    rise: exp(-1 / p.tauNr),
    fall: exp(-1 / p.tauNd),
    yRise: 1 - exp(-1 / p.tauY),
    yPerMs: exp(-0.001 / p.tauOff),
    yPerSecond: exp(-1 / p.tauOff),
    earlyPerSecond: exp(-1 / p.tauE),
    depressedPerSecond: exp(-1 / p.tauEm),
    gammaPerSecond: 1 - exp(-1 / p.tauGamma),
    numberPerSecond: 1 - exp(-1 / p.tauN),
  };
}

/** The cell's clock, biological ms. */
export const biologicalTime = (cell: Cell): number => cell.scalars[SCALAR.time]!;

/** Gives an input its number of contacts. @throws RangeError for one that is negative or not finite */
export function setContacts(cell: Cell, input: number, contacts: number): void {
  checkInput(cell, input);
  if (!(contacts >= 0 && contacts < Number.POSITIVE_INFINITY)) throw new RangeError(`${contacts} contacts`);
  cell.contacts[input] = contacts;
  let open = 0;
  for (let i = 0; i < cell.capacity; i++) open += cell.contacts[i]! * cell.glutamate[i]!;
  cell.scalars[SCALAR.open] = open;
}

/** Schedules one presynaptic spike, `delay` whole ms from now. @throws RangeError when that is RING ms ahead or more */
export const scheduleSpike = (cell: Cell, input: number, delay: number): void =>
  scheduleBurst(cell, input, delay, 1, 0);

/**
 * Schedules a burst of presynaptic spikes, the first `delay` whole ms from now: what one tap is.
 * @throws RangeError when its last spike is RING ms ahead or more, or a time is no whole ms; nothing is then scheduled
 */
export function scheduleBurst(
  cell: Cell,
  input: number,
  delay: number,
  spikes: number = cell.parameters.burstSpikes,
  interval: number = cell.parameters.burstInterval,
): void {
  checkInput(cell, input);
  const last = delay + (spikes - 1) * interval;
  if (!(Number.isInteger(delay) && Number.isInteger(interval) && delay >= 0 && interval >= 0 && last < RING)) {
    throw new RangeError(`${spikes} spikes from ${delay} ms, ${interval} ms apart`);
  }
  for (let i = 0; i < spikes; i++) {
    const row = (cell.scalars[SCALAR.time]! + delay + i * interval) % RING;
    cell.due[row * cell.capacity + input]!++;
    cell.dueTotal[row]!++;
    cell.scalars[SCALAR.pending]!++;
  }
}

function checkInput(cell: Cell, input: number): void {
  if (!(Number.isInteger(input) && input >= 0 && input < cell.capacity)) throw new RangeError(`no input ${input}`);
}

/** Puts the fast state to rest, as after a long silence; spikes that were due are dropped. */
export function rest(cell: Cell): void {
  const { scalars } = cell;
  scalars[SCALAR.v] = cell.parameters.EL;
  scalars[SCALAR.refractory] = 0;
  for (let i = SCALAR.gA; i <= SCALAR.bS; i++) scalars[i] = 0;
  scalars[SCALAR.open] = 0;
  scalars[SCALAR.pending] = 0;
  scalars[SCALAR.idle] = 1;
  cell.inhibition.fill(0);
  cell.bound.fill(0);
  cell.glutamate.fill(0);
  cell.calcium.fill(0);
  cell.due.fill(0);
  cell.dueTotal.fill(0);
}

/** An exact copy of the state. */
export const saveCell = (cell: Cell): ArrayBuffer => cell.buffer.slice(0);

/** Takes a state back, bit for bit. @throws RangeError when it is another cell's shape */
export function restoreCell(cell: Cell, saved: ArrayBuffer): void {
  if (saved.byteLength !== cell.buffer.byteLength) throw new RangeError("the saved state has another shape");
  new Uint8Array(cell.buffer).set(new Uint8Array(saved));
}

/** How many of the buffer's leading numbers are doubles. */
const doublesOf = (capacity: number): number => SCALARS + INHIBITION_RING + PER_INPUT * capacity;

/** Whether every number of the state is finite. */
export function isSound(cell: Cell): boolean {
  for (const x of new Float64Array(cell.buffer, 0, doublesOf(cell.capacity))) {
    if (!Number.isFinite(x)) return false;
  }
  return true;
}

const float = new Float64Array(1);
const floatWords = new Uint32Array(float.buffer);

/** FNV-1a over every 32-bit word of the state; -0 counts as 0, and every NaN as the same. */
export function hashCell(cell: Cell): number {
  let hash = 0x811c9dc5;
  const doubles = doublesOf(cell.capacity);
  for (const x of new Float64Array(cell.buffer, 0, doubles)) {
    float[0] = x + 0;
    // Which bits a NaN has is the engine's affair.
    if (Number.isNaN(x)) floatWords.fill(0x7ff80000);
    hash = Math.imul(hash ^ floatWords[0]!, 0x01000193);
    hash = Math.imul(hash ^ floatWords[1]!, 0x01000193);
  }
  for (const word of new Uint32Array(cell.buffer, 8 * doubles)) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}
