import { type Cell, SCALAR } from "./cell.ts";
import { gaussian, uniform } from "./random.ts";

/** The cell's random numbers as words; a scratch, filled and written back around each use. */
const words = new Uint32Array(4);

function draw<T>(cell: Cell, take: (state: Uint32Array) => T): T {
  const { scalars } = cell;
  for (let i = 0; i < 4; i++) words[i] = scalars[SCALAR.chance + i]!;
  const taken = take(words);
  for (let i = 0; i < 4; i++) scalars[SCALAR.chance + i] = words[i]!;
  return taken;
}

/**
 * Release by chance (optional): of `contacts` contacts each releases with the given probability.
 * @returns how many release; a fraction of a contact is one that is there with that probability
 */
export const releasing = (cell: Cell, contacts: number, probability: number): number =>
  draw(cell, (state) => {
    const whole = Math.floor(contacts);
    const n = whole + (uniform(state) < contacts - whole ? 1 : 0);
    let count = 0;
    for (let i = 0; i < n; i++) if (uniform(state) < probability) count++;
    return count;
  });

/** A normally distributed number, mean 0, SD 1, from the cell's own chance. */
export const normal = (cell: Cell): number => draw(cell, gaussian);
