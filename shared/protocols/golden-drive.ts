import { advance } from "../model/advance.ts";
import { type Cell, createCell, scheduleBurst, setContacts } from "../model/cell.ts";
import { hashCell } from "../model/fingerprint.ts";
import { cosTurn, exp, log, pow } from "../model/math.ts";
import { standardParameters } from "../model/parameters.ts";
import { gaussian, stream, uniform } from "../model/random.ts";
import { lapse } from "../model/slow.ts";

const STUDENTS = 40;

/**
 * A minute and ten of a class of 40 that visits every path of the model: bursts at 5 Hz with jitter, single taps, a lapse
 * of ten minutes, silence until the cell idles, and bursts again. Engine and version must not matter: the same digits
 * come out of Node, Chromium and Safari's engine, or a recording made in one would not play in another.
 *
 * @returns a checksum of the state at every second and of the portable mathematics, eight hexadecimal digits
 */
export function goldenDrive(): string {
  const cell = createCell(standardParameters, STUDENTS);
  for (let i = 0; i < STUDENTS; i++) setContacts(cell, i, 84 / STUDENTS);
  let hash = mathematics();
  const random = stream(1973, 1);
  const second = (play: (cell: Cell, beat: number) => void) => {
    for (let beat = 0; beat < 5; beat++) {
      play(cell, beat);
      advance(cell, 200);
    }
    hash = mix(hash, hashCell(cell));
  };
  const together = () => {
    for (let i = 0; i < STUDENTS; i++) {
      scheduleBurst(cell, i, Math.min(200, Math.max(0, Math.round(60 + 20 * gaussian(random)))));
    }
  };
  const alone = (_: Cell, beat: number) =>
    scheduleBurst(cell, (7 * beat) % STUDENTS, Math.floor(200 * uniform(random)), 1);
  const nobody = () => {};
  for (let s = 0; s < 25; s++) second(together);
  lapse(cell, 600);
  for (let s = 0; s < 15; s++) second(alone);
  for (let s = 0; s < 5; s++) second(nobody);
  for (let s = 0; s < 25; s++) second(together);
  return hash.toString(16).padStart(8, "0");
}

const mix = (hash: number, word: number): number => Math.imul(hash ^ word, 0x01000193) >>> 0;

/** The functions that engines would differ in, over their ranges. */
function mathematics(): number {
  const random = stream(1992, 2);
  const values = new Float64Array(5);
  const words = new Uint32Array(values.buffer);
  let hash = 0x811c9dc5;
  for (let i = 0; i < 20_000; i++) {
    const x = uniform(random);
    values[0] = exp(1400 * x - 700);
    values[1] = log(values[0]);
    values[2] = pow(3 * x, 0.4);
    values[3] = cosTurn(10 * x - 5);
    values[4] = gaussian(random);
    for (const word of words) hash = mix(hash, word);
  }
  return hash;
}
