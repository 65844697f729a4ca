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

/** Looks at what each mechanism keeps. @throws ModelFault that names the first whose state is not finite */
export function checkSound(cell: Cell): void {
  const { scalars } = cell;
  if (faulty(cell.facilitation) || faulty(cell.vesicles)) throw new ModelFault("release");
  if (wild(scalars, SCALAR.gA) || faulty(cell.bound) || faulty(cell.glutamate)) throw new ModelFault("transmission");
  if (wild(scalars, SCALAR.gI) || wild(scalars, SCALAR.xI) || faulty(cell.inhibition))
    throw new ModelFault("inhibition");
  if (wild(scalars, SCALAR.v) || wild(scalars, SCALAR.gK) || wild(scalars, SCALAR.bF) || wild(scalars, SCALAR.bS))
    throw new ModelFault("membrane");
  if (faulty(cell.calcium)) throw new ModelFault("calcium");
  if (faulty(cell.rho)) throw new ModelFault("induction");
  if (wild(scalars, SCALAR.y)) throw new ModelFault("episode");
  if (
    wild(scalars, SCALAR.kinase) ||
    wild(scalars, SCALAR.programme) ||
    wild(scalars, SCALAR.proteins) ||
    faulty(cell.late)
  ) {
    throw new ModelFault("consolidation");
  }
  if (faulty(cell.gamma) || faulty(cell.receptors) || faulty(cell.strength)) throw new ModelFault("expression");
  if (faulty(scalars)) throw new ModelFault("slow");
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
