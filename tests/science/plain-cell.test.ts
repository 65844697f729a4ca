import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import { createCell, SCALAR, scheduleSpike, setContacts } from "../../shared/model/cell.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
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
