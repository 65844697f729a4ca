import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import { type Cell, createCell, SCALAR, setContacts } from "../../shared/model/cell.ts";
import { type Parameters, standardParameters } from "../../shared/model/parameters.ts";
import { scheduleSpike } from "../../shared/model/schedule.ts";
import { lapse } from "../../shared/model/slow.ts";
import { PlainCell } from "./plain-cell.ts";
import type { Speed } from "./speed.ts";

/**
 * Bursts at random places on random inputs, and the pauses between that let the cell fall idle; and volleys in which all
 * burst at once, for without them calcium hardly reaches the threshold of potentiation.
 */
const drive = fc.record({
  contacts: fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 3, maxLength: 6 }),
  volleys: fc.array(fc.integer({ min: 0, max: 3900 }), { maxLength: 12 }),
  bursts: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 3900 }), input: fc.nat(5), spikes: fc.integer({ min: 1, max: 6 }) }),
    { maxLength: 60 },
  ),
});

test("tables, skipping and idling change nothing: a plain step from the equations gives the same to 1e-6", () => {
  fc.assert(
    fc.property(drive, ({ contacts, bursts, volleys }) => {
      const plain = new PlainCell(contacts);
      const cell = createCell(standardParameters, contacts.length);
      contacts.forEach((m, i) => {
        setContacts(cell, i, m);
      });
      const arriving = Array.from({ length: 6000 }, (): number[] => []);
      const together = volleys.flatMap((at) => contacts.map((_, input) => ({ at, input, spikes: 4 })));
      for (const { at, input, spikes } of [...bursts, ...together]) {
        for (let k = 0; k < spikes; k++) arriving[at + 10 * k]!.push(input % contacts.length);
      }
      arriving.forEach((inputs) => {
        inputs.sort((a, b) => a - b);
        for (const input of inputs) scheduleSpike(cell, input, 0);
        plain.step(inputs);
        advance(cell, 1);
        close(cell.scalars[SCALAR.v]!, plain.V);
      });
      plain.inputs.forEach((input, i) => {
        close(cell.rho[i]!, input.rho);
        close(cell.calcium[i]!, input.C);
        close(cell.glutamate[i]!, input.s);
        close(cell.gamma[i]!, input.gamma);
        close(cell.receptors[i]!, input.N);
        close(cell.strength[i]!, input.W);
      });
      close(cell.scalars[SCALAR.y]!, plain.y);
    }),
    { numRuns: 40, seed: 3 },
  );
});

/** The model and the plain step side by side, through the same tetani and the same hours. */
class Consolidating {
  readonly plain: PlainCell;
  readonly cell: Cell;

  /** @param rho where the inputs begin */
  constructor(parameters: Parameters, contacts: readonly number[], rho: readonly number[]) {
    this.plain = new PlainCell(contacts, parameters);
    this.cell = createCell(parameters, contacts.length);
    contacts.forEach((m, i) => {
      setContacts(this.cell, i, m);
      this.plain.inputs[i]!.rho = this.cell.rho[i] = rho[i]!;
    });
  }

  /** So many pulses at 100 Hz to an input, and half a second of quiet. */
  tetanus(input: number, pulses: number): void {
    for (let ms = 0; ms < 10 * pulses + 500; ms++) {
      const arrives = ms % 10 === 0 && ms < 10 * pulses;
      if (arrives) scheduleSpike(this.cell, input, 0);
      this.plain.step(arrives ? [input] : []);
      advance(this.cell, 1);
      close(this.cell.scalars[SCALAR.v]!, this.plain.V);
    }
  }

  lapse(seconds: number): void {
    this.plain.lapse(seconds);
    lapse(this.cell, seconds);
    // Brings the model to the lapse's very end.
    advance(this.cell, 0);
  }

  compare(): void {
    const { plain, cell } = this;
    close(cell.scalars[SCALAR.y]!, plain.y);
    close(cell.scalars[SCALAR.kinase]!, plain.K);
    close(cell.scalars[SCALAR.programme]!, plain.L);
    close(cell.scalars[SCALAR.proteins]!, plain.P);
    plain.inputs.forEach((input, i) => {
      close(cell.rho[i]!, input.rho);
      close(cell.late[i]!, input.z);
      close(cell.gamma[i]!, input.gamma);
      close(cell.receptors[i]!, input.N);
    });
  }
}

test.each([
  ["alone", {}],
  ["with novelty", { DA: 2.5 }],
  ["while three fifths of the proteins are blocked", { block: 0.6 }],
  ["over a floor that the weakest synapse meets", { wFloor: 0.5 }],
])("three tetani ten minutes apart and eight hours after them, %s: the plain step captures as much", (_, change) => {
  const both = new Consolidating({ ...standardParameters, ...change }, [96, 60, 10, 10], [0.3, 0.3, 0.2, 0]);
  both.tetanus(1, 21);
  for (let i = 0; i < 3; i++) {
    both.lapse(597);
    both.tetanus(0, 100);
    both.compare();
  }
  for (let hour = 0; hour < 8; hour++) {
    both.lapse(3601);
    both.compare();
  }
  const [strong, , lowered, lowest] = both.plain.inputs;
  // Each of the equations had its part: both tags captured.
  expect(strong!.z).toBeGreaterThan(0.2);
  expect(lowered!.z).toBeLessThan(-0.1);
  expect(lowest!.z).toBeLessThan(lowered!.z);
});

function close(got: number, wanted: number): void {
  // Without vitest's matchers, which would take most of the time here.
  if (Math.abs(got - wanted) > 1e-6 * Math.max(1, Math.abs(wanted))) throw new Error(`${got}, not ${wanted}`);
}

test("the model runs at a third of its goal of 1,000 biological seconds a CPU-second at the least", () => {
  // In a process of its own: the test runner's module loader slows every call between files.
  const output = execFileSync(process.execPath, [join(import.meta.dirname, "speed.ts")], { encoding: "utf8" });
  const { bioSecondsPerCpuSecond, ratioToReference }: Speed = JSON.parse(output);
  console.log(
    `${Math.round(bioSecondsPerCpuSecond)} biological seconds a CPU-second, ${ratioToReference.toFixed(2)} times a plain step's`,
  );
  expect(bioSecondsPerCpuSecond).toBeGreaterThan(333);
}, 60_000);
