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
  // x - x is 0 for every finite x and NaN for all else; sums of it stay 0 or turn NaN.
  const faulty = (values: Float64Array): boolean => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i]! - values[i]!;
    return sum !== 0;
  };
  const of = (place: number): boolean => scalars[place]! - scalars[place]! !== 0;
  if (faulty(cell.facilitation) || faulty(cell.vesicles)) throw new ModelFault("release");
  if (of(SCALAR.gA) || faulty(cell.bound) || faulty(cell.glutamate)) throw new ModelFault("transmission");
  if (of(SCALAR.gI) || of(SCALAR.xI) || faulty(cell.inhibition)) throw new ModelFault("inhibition");
  if (of(SCALAR.v) || of(SCALAR.gK) || of(SCALAR.bF) || of(SCALAR.bS)) throw new ModelFault("membrane");
  if (faulty(cell.calcium)) throw new ModelFault("calcium");
  if (faulty(cell.rho)) throw new ModelFault("induction");
  if (of(SCALAR.y)) throw new ModelFault("episode");
  if (of(SCALAR.kinase) || of(SCALAR.programme) || of(SCALAR.proteins) || faulty(cell.late)) {
    throw new ModelFault("consolidation");
  }
  if (faulty(cell.gamma) || faulty(cell.receptors) || faulty(cell.strength)) throw new ModelFault("expression");
  if (faulty(scalars)) throw new ModelFault("slow");
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
