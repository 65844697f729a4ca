/** What is to be drawn at one instant: plain numbers in buffers that are used again for the next one. */

/** Everything small that moves, each with a shape of its own. */
export const MARKS = [
  "ampa",
  "ampa-lit",
  "ampa-won",
  "ampa-won-lit",
  "nmda",
  "plug",
  "nmda-plugged",
  "glutamate",
  "calcium",
  "vesicle",
  "spike",
  "epsp",
  "back",
] as const;
export type MarkKind = (typeof MARKS)[number];
const INDEX = Object.fromEntries(MARKS.map((kind, i) => [kind, i])) as Record<MarkKind, number>;

/** Directions in which some are drawn beforehand: a full turn in this many steps. */
export const TURNS = 32;
/** Those: channels face their bouton, light has a tail behind it. */
export const TURNED: readonly MarkKind[] = ["nmda", "plug", "nmda-plugged", "spike", "epsp", "back"];

/** A list of marks as columns. It grows to the largest frame seen and is never shrunk. */
export interface Marks {
  count: number;
  kind: Uint8Array;
  /** 0 … TURNS - 1 clockwise from the right. */
  turn: Uint8Array;
  x: Float32Array;
  y: Float32Array;
  alpha: Float32Array;
}

export const noMarks = (room = 1024): Marks => ({
  count: 0,
  kind: new Uint8Array(room),
  turn: new Uint8Array(room),
  x: new Float32Array(room),
  y: new Float32Array(room),
  alpha: new Float32Array(room),
});

export function addMark(marks: Marks, kind: MarkKind, x: number, y: number, alpha: number, turn = 0): void {
  putMark(marks, INDEX[kind], x, y, alpha, turn);
}

/**
 * Begins a mark; whoever adds thousands writes x, y and alpha into their columns, where a number needs no box.
 * @returns its index
 */
export function beginMark(marks: Marks, kind: MarkKind, turn = 0): number {
  const i = marks.count++;
  if (i >= marks.kind.length) grow(marks);
  marks.kind[i] = INDEX[kind];
  marks.turn[i] = turn;
  return i;
}

/** Adds a mark by its kind's number: for lists of marks with kinds of their own. */
export function putMark(marks: Marks, kind: number, x: number, y: number, alpha: number, turn: number): void {
  if (alpha <= 0.01) return;
  const i = marks.count++;
  if (i >= marks.kind.length) grow(marks);
  marks.kind[i] = kind;
  marks.turn[i] = turn;
  marks.x[i] = x;
  marks.y[i] = y;
  marks.alpha[i] = alpha;
}

function grow(marks: Marks): void {
  const bigger = noMarks(marks.kind.length * 2);
  bigger.kind.set(marks.kind);
  bigger.turn.set(marks.turn);
  bigger.x.set(marks.x);
  bigger.y.set(marks.y);
  bigger.alpha.set(marks.alpha);
  const { kind, turn, x, y, alpha } = bigger;
  Object.assign(marks, { kind, turn, x, y, alpha });
}

/** How many marks of a kind a list holds. */
export function countMarks(marks: Marks, kind: MarkKind): number {
  let n = 0;
  for (let i = 0; i < marks.count; i++) if (marks.kind[i] === INDEX[kind]) n++;
  return n;
}

/** The turn index of what points somewhere. */
export const turnTo = ({ dx, dy }: { readonly dx: number; readonly dy: number }): number =>
  Math.round(((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * TURNS) % TURNS;

/** One synapse, without its marks. */
export interface SynapseFrame {
  seat: number;
  /** Radius of the spine head, px. */
  head: number;
  /** AMPA receptors: `seated` in their slots, the others on their way. */
  receptors: number;
  seated: number;
  /** Brightness of a receptor at rest, 0 … 1: its conductance. */
  conductance: number;
  /** Glow of the open receptors, within the flash budget, 0 … 1. */
  flash: number;
  /** Calcium above the threshold of LTP, lingering, 0 … 1. */
  marked: number;
  /** The bouton's glow while it releases, 0 … 1. */
  release: number;
  /** Glutamate in the cleft as a filled shape, 0 … 1: only in calm pictures, which draw no dots. */
  cleft: number;
  /** How much the synapse stands out: 1 asked to tap, less while it watches or is out of reach. */
  presence: number;
  /** NMDA receptors drawn, and those whose plug is drawn out of the pore. */
  channels: number;
  plugsOut: number;
}

export interface SomaFrame {
  /** Somatic potential as a share of the vessel, 0 … 1, and where the line of the threshold is. */
  level: number;
  threshold: number;
  /** Dendritic potential as a share of its gauge, and where Mg²⁺ begins to leave. */
  dendrite: number;
  magnesium: number;
  /** Glow of the cell's spike, within the flash budget, 0 … 1. */
  glow: number;
  /** Glow of the dendrites, 0 … 1: their potential without its flicker. */
  charge: number;
  /** Growth of the ring that runs out from a spike, 0 … 1; 1: none. */
  ring: number;
}

export interface SceneFrame {
  /** Session ms. */
  time: number;
  readonly synapses: SynapseFrame[];
  readonly soma: SomaFrame;
  /** Light on axons and dendrites, under the synapses. */
  readonly light: Marks;
  /** Molecules, on top. */
  readonly molecules: Marks;
}

export const emptyFrame = (): SceneFrame => ({
  time: 0,
  synapses: [],
  soma: { level: 0, threshold: 0, dendrite: 0, magnesium: 0, glow: 0, charge: 0, ring: 1 },
  light: noMarks(),
  molecules: noMarks(2048),
});
