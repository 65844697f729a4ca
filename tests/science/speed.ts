import { advance } from "../../shared/model/advance.ts";
import { createCell, scheduleBurst, setContacts } from "../../shared/model/cell.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import { PlainCell } from "./plain-cell.ts";

export interface Speed {
  /** Biological seconds that one CPU-second simulates. */
  readonly bioSecondsPerCpuSecond: number;
  /** How many times faster that is than the plain step of plain-cell.ts, in the same run. */
  readonly ratioToReference: number;
}

const INPUTS = 60;
const CONTACTS = 84 / INPUTS;
const BURST_EVERY_MS = 200;
/** When in a burst's period each input begins: within 20 ms of each other, as in a good class. */
const place = (input: number): number => input % 20;

function runModel(seconds: number): () => void {
  const cell = createCell(standardParameters, INPUTS);
  for (let i = 0; i < INPUTS; i++) setContacts(cell, i, CONTACTS);
  return () => {
    for (let ms = 0; ms < 1000 * seconds; ms += BURST_EVERY_MS) {
      for (let i = 0; i < INPUTS; i++) scheduleBurst(cell, i, place(i));
      advance(cell, BURST_EVERY_MS);
    }
  };
}

function runPlain(seconds: number): () => void {
  const cell = new PlainCell(Array.from({ length: INPUTS }, () => CONTACTS));
  const arriving = Array.from({ length: BURST_EVERY_MS }, (_, ms) =>
    Array.from({ length: INPUTS }, (_, i) => i).filter((i) => {
      const since = ms - place(i);
      return since >= 0 && since <= 30 && since % 10 === 0;
    }),
  );
  return () => {
    for (let ms = 0; ms < 1000 * seconds; ms++) cell.step(arriving[ms % BURST_EVERY_MS]!);
  };
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Biological seconds a CPU-second, the best of three after a run that lets the engine compile. */
function speedOf(seconds: number, run: () => void): number {
  run();
  return seconds / Math.min(...[0, 1, 2].map(() => cpuSeconds(run)));
}

/** Theta bursts at 5 Hz on all of 60 inputs, the hardest that a class can play. Takes about 3 s. */
export function measureSpeed(): Speed {
  const bioSecondsPerCpuSecond = speedOf(200, runModel(200));
  const plain = speedOf(20, runPlain(20));
  return { bioSecondsPerCpuSecond, ratioToReference: bioSecondsPerCpuSecond / plain };
}

if (import.meta.main) console.log(JSON.stringify(measureSpeed()));
