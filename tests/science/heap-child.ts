/**
 * `node --expose-gc heap-child.ts model|allocating STEPS` prints how many bytes so many steps of a bursting cell of 60
 * inputs put on the heap; the second variant makes one small array a step.
 */
import { advance } from "../../shared/model/advance.ts";
import { createCell, setContacts } from "../../shared/model/cell.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import { scheduleBurst } from "../../shared/model/schedule.ts";

const INPUTS = 60;
const PIECE_MS = 200;

const [, , variant, STEPS] = process.argv;
const allocating = variant === "allocating";
const cell = createCell(standardParameters, INPUTS);
for (let i = 0; i < INPUTS; i++) setContacts(cell, i, 84 / INPUTS);
let kept: number[] = [];

function run(steps: number): void {
  for (let ms = 0; ms < steps; ms += PIECE_MS) {
    for (let i = 0; i < INPUTS; i++) scheduleBurst(cell, i, i % 20);
    if (!allocating) advance(cell, PIECE_MS);
    else {
      for (let i = 0; i < PIECE_MS; i++) {
        advance(cell, 1);
        kept = [i, kept.length];
      }
    }
  }
}

const collect = (globalThis as { gc?: () => void }).gc!;
// Twice: what the engine compiles and learns is there before anything is counted.
run(Number(STEPS));
run(Number(STEPS));
collect();
const before = process.memoryUsage().heapUsed;
run(Number(STEPS));
console.log(process.memoryUsage().heapUsed - before);
