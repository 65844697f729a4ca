import { type Cell, doublesOf, SCALAR } from "./cell.ts";

/** A number of the state stopped being finite. */
export class ModelFault extends Error {
  override readonly name = "ModelFault";
  /** The mechanism whose number it is, as its file is named. */
  readonly mechanism: string;

  constructor(mechanism: string) {
    super(`${mechanism}: its state is no longer finite`);
    this.mechanism = mechanism;
  }
}

/** Arrays of a cell with a number for each input, or for each millisecond. */
type Values = { [K in keyof Cell]: Cell[K] extends Float64Array ? K : never }[keyof Cell];

/**
 * What each mechanism keeps, as arrays and as places of the scalars. What steers others comes first: a fault is then named
 * where it began and not where it spread to.
 */
const KEPT: readonly { readonly by: string; readonly arrays: readonly Values[]; readonly places: readonly number[] }[] =
  [
    { by: "presynaptic", arrays: ["potentiated", "slowCalcium", "slowCalciumAt"], places: [] },
    { by: "serotonin", arrays: [], places: [SCALAR.serotonin, SCALAR.pulses, SCALAR.firstPulse, SCALAR.growth] },
    { by: "plateau", arrays: ["eligibility"], places: [] },
    { by: "cross-talk", arrays: ["primedUntil"], places: [] },
    { by: "metaplasticity", arrays: [], places: [SCALAR.threshold, SCALAR.rate, SCALAR.spikes] },
    { by: "scaling", arrays: [], places: [SCALAR.scale] },
    { by: "shutdown", arrays: [], places: [SCALAR.potency] },
    { by: "release", arrays: ["contacts", "facilitation", "vesicles", "lastSpike"], places: [] },
    { by: "transmission", arrays: ["bound", "glutamate"], places: [SCALAR.gA, SCALAR.open] },
    { by: "inhibition", arrays: ["inhibition"], places: [SCALAR.gI, SCALAR.xI, SCALAR.lastVolley] },
    { by: "membrane", arrays: [], places: [SCALAR.v, SCALAR.refractory, SCALAR.gK, SCALAR.bF, SCALAR.bS] },
    { by: "calcium", arrays: ["calcium"], places: [] },
    { by: "event-calcium", arrays: ["shareBefore", "meanWeak", "meanStrong", "variance", "stirredAt"], places: [] },
    { by: "induction", arrays: ["rho", "rhoBefore"], places: [] },
    { by: "episode", arrays: [], places: [SCALAR.y] },
    { by: "retention", arrays: ["settled", "settledAt", "capturedAt", "spaced"], places: [] },
    {
      by: "consolidation",
      arrays: ["late"],
      places: [SCALAR.kinase, SCALAR.programme, SCALAR.proteins, SCALAR.reward],
    },
    { by: "expression", arrays: ["gamma", "receptors", "strength"], places: [] },
    { by: "slow", arrays: ["scalars"], places: [] },
  ];

/** Looks at what each mechanism keeps. @throws ModelFault that names the first whose state is not finite */
export function checkSound(cell: Cell): void {
  // Plain loops: those over iterators create objects.
  for (let k = 0; k < KEPT.length; k++) {
    const { by, arrays, places } = KEPT[k]!;
    for (let i = 0; i < arrays.length; i++) if (faulty(cell[arrays[i]!])) throw new ModelFault(by);
    for (let i = 0; i < places.length; i++) if (wild(cell.scalars, places[i]!)) throw new ModelFault(by);
  }
}

/** Whether one number is not finite: x - x is 0 for every finite x, and NaN for all else. */
const wild = (values: Float64Array, i: number): boolean => values[i]! - values[i]! !== 0;

function faulty(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (wild(values, i)) return true;
  return false;
}

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
