import { advance } from "../../shared/model/advance.ts";
import { createCell, SCALAR, setContacts } from "../../shared/model/cell.ts";
import { type Conditions, parametersUnder, STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import type { Electrode } from "../../shared/model/electrode.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { type Parameters, standardParameters } from "../../shared/model/parameters.ts";
import { scheduleBurst } from "../../shared/model/schedule.ts";
import { lapse } from "../../shared/model/slow.ts";
import { PlainCell } from "./plain-cell.ts";

export interface Speed {
  /** Biological seconds that one CPU-second simulates: theta bursts at 5 Hz on all of 60 inputs. */
  readonly bioSecondsPerCpuSecond: number;
  /** How many times faster that is than the plain step of plain-cell.ts, in the same run. */
  readonly ratioToReference: number;
  /** The same with every optional mechanism on, and with event-driven calcium. */
  readonly allMechanisms: number;
  readonly eventCalcium: number;
  /** A class that taps four seconds of twenty-four: the still cell skips, or is made not to. */
  readonly withIdleSkip: number;
  readonly withoutIdleSkip: number;
  /** CPU-ms that a biological second costs, by number of inputs. */
  readonly costByInputs: readonly { readonly inputs: number; readonly ms: number }[];
  /** Largest distance of these costs from a straight line through them, as a share of the line. */
  readonly offTheLine: number;
  /** CPU-ms of a year's lapse of 60 synapses that have just been potentiated. */
  readonly yearMs: number;
}

const INPUTS = 60;
const CLASS_CONTACTS = 84;
const BURST_EVERY_MS = 200;
const CYCLE_MS = 24_000;
/** When in a burst's period each input begins: within 20 ms of each other, as in a good class. */
const place = (input: number): number => input % 20;

interface Drive {
  readonly inputs?: number;
  readonly parameters?: Parameters;
  /** Share of the time in which the class taps. */
  readonly share?: number;
  /** An electrode that does nothing keeps the cell from skipping. */
  readonly electrode?: Electrode;
}

function runModel(seconds: number, drive: Drive = {}): () => void {
  const { inputs = INPUTS, parameters = standardParameters, share = 1, electrode } = drive;
  const cell = createCell(parameters, inputs);
  for (let i = 0; i < inputs; i++) setContacts(cell, i, CLASS_CONTACTS / inputs);
  return () => {
    for (let ms = 0; ms < 1000 * seconds; ms += BURST_EVERY_MS) {
      if (ms % CYCLE_MS < share * CYCLE_MS) for (let i = 0; i < inputs; i++) scheduleBurst(cell, i, place(i));
      advance(cell, BURST_EVERY_MS, undefined, electrode);
    }
  };
}

function runPlain(seconds: number): () => void {
  const cell = new PlainCell(Array.from({ length: INPUTS }, () => CLASS_CONTACTS / INPUTS));
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

/** CPU-ms a biological second for so many inputs, and how far the costs are from one straight line (least squares). */
function costs(): Pick<Speed, "costByInputs" | "offTheLine"> {
  const costByInputs = [10, 20, 40, 60, 120, 240].map((inputs) => ({
    inputs,
    ms: 1000 / speedOf(Math.ceil(3000 / inputs), runModel(Math.ceil(3000 / inputs), { inputs })),
  }));
  const mean = (of: (point: { inputs: number; ms: number }) => number): number =>
    costByInputs.reduce((sum, point) => sum + of(point), 0) / costByInputs.length;
  const [x, y] = [mean(({ inputs }) => inputs), mean(({ ms }) => ms)];
  const slope = mean(({ inputs, ms }) => (inputs - x) * (ms - y)) / mean(({ inputs }) => (inputs - x) ** 2);
  const off = costByInputs.map(({ inputs, ms }) => {
    const line = y + slope * (inputs - x);
    return Math.abs(ms - line) / line;
  });
  return { costByInputs, offTheLine: Math.max(...off) };
}

function yearMs(): number {
  const cell = createCell(
    parametersUnder(standardParameters, { ...STANDARD_CONDITIONS, modules: ["retention"] }),
    INPUTS,
  );
  cell.rho.fill(0.7);
  cell.scalars[SCALAR.proteins] = 1;
  cell.scalars[SCALAR.programme] = 1;
  cell.scalars[SCALAR.lastVolley] = 0;
  return 1000 * cpuSeconds(() => lapse(cell, 365 * 86_400));
}

/** Theta bursts at 5 Hz on all of 60 inputs, the hardest that a class can play, and variations of it. Takes about 8 s. */
export function measureSpeed(): Speed {
  const bioSecondsPerCpuSecond = speedOf(200, runModel(200));
  const plain = speedOf(20, runPlain(20));
  const under = (change: Partial<Conditions>): Parameters =>
    parametersUnder(standardParameters, { ...STANDARD_CONDITIONS, ...change });
  return {
    bioSecondsPerCpuSecond,
    ratioToReference: bioSecondsPerCpuSecond / plain,
    allMechanisms: speedOf(60, runModel(60, { parameters: under({ modules: MODULES }) })),
    eventCalcium: speedOf(60, runModel(60, { parameters: under({ pathway: "neocortex" }) })),
    withIdleSkip: speedOf(480, runModel(480, { share: 1 / 6 })),
    withoutIdleSkip: speedOf(240, runModel(240, { share: 1 / 6, electrode: {} })),
    ...costs(),
    yearMs: yearMs(),
  };
}

if (import.meta.main) console.log(JSON.stringify(measureSpeed(), null, 2));
