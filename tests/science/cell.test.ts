import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, createTrace } from "../../shared/model/advance.ts";
import {
  biologicalTime,
  type Cell,
  createCell,
  RING,
  rest,
  restoreCell,
  SCALAR,
  saveCell,
  setContacts,
} from "../../shared/model/cell.ts";
import { spineVolume } from "../../shared/model/expression.ts";
import { hashCell, isSound } from "../../shared/model/fingerprint.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import { gaussian, stream } from "../../shared/model/random.ts";
import { scheduleBurst, scheduleSpike } from "../../shared/model/schedule.ts";
import { lapse } from "../../shared/model/slow.ts";

const INPUTS = 6;

function freshCell(contacts = 84 / INPUTS): Cell {
  const cell = createCell(standardParameters, INPUTS);
  for (let i = 0; i < INPUTS; i++) setContacts(cell, i, contacts);
  return cell;
}

/** A fresh cell that the class has fired for so many beats. */
function firedCell(beats = 10): Cell {
  const cell = freshCell();
  const random = stream(9, 0);
  for (let beat = 0; beat < beats; beat++) {
    for (let i = 0; i < INPUTS; i++) scheduleBurst(cell, i, Math.floor(20 + 5 * Math.abs(gaussian(random))));
    advance(cell, 200);
  }
  return cell;
}

describe("time can be cut as one likes", () => {
  const taps = fc.array(fc.record({ at: fc.nat(2999), input: fc.nat(INPUTS - 1) }), { maxLength: 40 });
  const cuts = fc.array(fc.nat(4999), { maxLength: 30 });

  test("in any pieces, five seconds end in the same bits", () => {
    const play = (at: readonly { at: number; input: number }[], cutAt: readonly number[]): number => {
      const cell = freshCell();
      const stops = [...new Set([...cutAt, ...at.map((tap) => tap.at), 5000])].sort((a, b) => a - b);
      for (const stop of stops) {
        advance(cell, stop - biologicalTime(cell));
        for (const tap of at) if (tap.at === stop) scheduleBurst(cell, tap.input, 0);
      }
      expect(isSound(cell)).toBe(true);
      return hashCell(cell);
    };
    fc.assert(
      fc.property(taps, cuts, (at, cutAt) => play(at, cutAt) === play(at, [])),
      { numRuns: 60, seed: 2 },
    );
  });

  test("the order in which taps of the same instants came in leaves no trace", () => {
    const [forth, back] = [freshCell(), freshCell()];
    for (let i = 0; i < INPUTS; i++) scheduleBurst(forth, i, 7 * (i % 3));
    for (let i = INPUTS - 1; i >= 0; i--) scheduleBurst(back, i, 7 * (i % 3));
    for (const cell of [forth, back]) advance(cell, 300);
    expect(hashCell(back)).toBe(hashCell(forth));
  });

  test("one lapse equals many", () => {
    const [whole, parts] = [firedCell(), firedCell()];
    lapse(whole, 600);
    for (const seconds of [1, 7, 0, 292, 300]) lapse(parts, seconds);
    expect(hashCell(parts)).toBe(hashCell(whole));
  });

  test("for a day it follows the early change by steps of ten seconds, as long as that is large enough to be seen", () => {
    const cell = firedCell();
    cell.rho.fill(0.7);
    // By now the proteins are gone, and the tag soon will be.
    lapse(cell, 4 * 3600 - Math.floor(cell.scalars[SCALAR.time]! / 1000));
    for (let hour = 4; hour < 8; hour++) {
      const before = cell.rho[0]!;
      lapse(cell, 10);
      expect(cell.rho[0]).toBeLessThan(before);
      lapse(cell, 3590);
    }
    // Then by ten minutes: a minute changes nothing yet.
    lapse(cell, 24 * 3600);
    const rested = cell.rho[0]!;
    lapse(cell, 60);
    expect(cell.rho[0]).toBe(rested);
  });

  test("a silent minute gives the same weights as a lapse of a minute, whichever way the cell came to rest", () => {
    const [waited, lapsed] = [firedCell(), firedCell()];
    // A full second, so that the lapse's slow steps fall where the minute's do, and calcium has gone.
    for (const cell of [waited, lapsed]) advance(cell, 3000);
    advance(waited, 60_000);
    lapse(lapsed, 60);
    // The lapse's longer steps leave their last seconds to whoever runs the cell next.
    advance(lapsed, 0);
    for (let i = 0; i < INPUTS; i++) {
      expect(waited.rho[i]).toBeCloseTo(lapsed.rho[i]!, 12);
      expect(waited.late[i]).toBeCloseTo(lapsed.late[i]!, 6);
      expect(waited.receptors[i]).toBeCloseTo(lapsed.receptors[i]!, 1);
    }
    expect(waited.scalars[SCALAR.y]).toBeCloseTo(lapsed.scalars[SCALAR.y]!, 12);
    expect(biologicalTime(waited)).toBe(biologicalTime(lapsed));
  });

  test("a trace only looks", () => {
    const [seen, unseen] = [firedCell(2), firedCell(2)];
    for (const cell of [seen, unseen]) scheduleBurst(cell, 0, 5);
    advance(seen, 300, createTrace(seen, 300));
    advance(unseen, 300);
    expect(hashCell(seen)).toBe(hashCell(unseen));
  });
});

describe("a saved cell", () => {
  test("goes on bit for bit, spikes on their way included", () => {
    const cell = firedCell();
    for (let i = 0; i < INPUTS; i++) scheduleBurst(cell, i, 100 + i);
    const saved = saveCell(cell);
    advance(cell, 777);
    const other = createCell(standardParameters, INPUTS);
    restoreCell(other, saved);
    advance(other, 777);
    expect(hashCell(other)).toBe(hashCell(cell));
    expect(new Uint8Array(other.buffer)).toEqual(new Uint8Array(cell.buffer));
  });

  test("is a copy: the cell's future does not reach it", () => {
    const cell = firedCell();
    const saved = saveCell(cell);
    const before = hashCell(cell);
    advance(cell, 1000);
    expect(hashCell(cell)).not.toBe(before);
    restoreCell(cell, saved);
    expect(hashCell(cell)).toBe(before);
  });

  test("of another shape is refused", () => {
    expect(() => restoreCell(freshCell(), saveCell(createCell(standardParameters, INPUTS + 1)))).toThrow(RangeError);
  });
});

describe("the checksum", () => {
  test("sees every number and every spike on its way", () => {
    const before = hashCell(freshCell());
    const touched = freshCell();
    new Float64Array(touched.buffer, 0, touched.scalars.length)[SCALAR.bF] = 1e-300;
    expect(hashCell(touched)).not.toBe(before);
    const scheduled = freshCell();
    scheduleSpike(scheduled, INPUTS - 1, RING - 1);
    expect(hashCell(scheduled)).not.toBe(before);
  });

  test("takes -0 for 0", () => {
    const cell = freshCell();
    const before = hashCell(cell);
    cell.calcium[0] = -0;
    expect(hashCell(cell)).toBe(before);
  });

  test("is beside the question when a number is not finite: the state is then unsound", () => {
    const cell = freshCell();
    expect(isSound(cell)).toBe(true);
    cell.rho[1] = Number.NaN;
    expect(isSound(cell)).toBe(false);
    cell.rho[1] = Number.POSITIVE_INFINITY;
    expect(isSound(cell)).toBe(false);
  });

  test("takes every NaN for the same, whichever bits it has", () => {
    const hashes = [0x7ff80000, 0x7ff80001, 0xfff80000].map((high) => {
      const cell = freshCell();
      new DataView(cell.buffer, cell.calcium.byteOffset).setBigUint64(0, BigInt(high) << 32n, true);
      expect(cell.calcium[0]).toBeNaN();
      return hashCell(cell);
    });
    expect(new Set(hashes).size).toBe(1);
  });
});

describe("what is asked wrongly is refused, and leaves no trace", () => {
  test.each([
    ["a burst that ends past the ring", (cell: Cell) => scheduleBurst(cell, 0, RING - 30)],
    ["half a millisecond", (cell: Cell) => scheduleSpike(cell, 0, 0.5)],
    ["the past", (cell: Cell) => scheduleSpike(cell, 0, -1)],
    ["an input that is not there", (cell: Cell) => scheduleSpike(cell, INPUTS, 0)],
    ["contacts that are no number", (cell: Cell) => setContacts(cell, 0, Number.NaN)],
    ["half a second of lapse", (cell: Cell) => lapse(cell, 0.5)],
  ])("%s", (_, wrong) => {
    const cell = firedCell(3);
    const before = hashCell(cell);
    expect(() => wrong(cell)).toThrow(RangeError);
    expect(hashCell(cell)).toBe(before);
  });
});

describe("the cell's rest", () => {
  test("rest drops what was due and keeps what was learnt", () => {
    const cell = firedCell();
    scheduleBurst(cell, 0, 50);
    const learnt = [...cell.rho];
    rest(cell);
    expect([...cell.rho]).toEqual(learnt);
    advance(cell, 500);
    expect(cell.scalars[SCALAR.gA]).toBe(0);
    expect(cell.scalars[SCALAR.v]).toBe(standardParameters.EL);
  });

  test("comes of itself within three seconds of the last spike", () => {
    const cell = firedCell();
    advance(cell, 3000);
    expect(cell.scalars[SCALAR.idle]).toBe(1);
    expect(cell.calcium.every((c) => c === 0)).toBe(true);
  });

  test("drops no spike that is on its way, wherever it finds the cell on its way to rest", () => {
    for (let late = 1000; late < 2000; late += 20) {
      const cell = firedCell();
      advance(cell, late);
      scheduleSpike(cell, 3, RING - 1);
      const due = biologicalTime(cell) + RING - 1;
      advance(cell, RING);
      expect(cell.lastSpike[3]).toBe(due);
    }
  });

  test("an input that tapped once fades to nothing while the others go on", () => {
    const cell = freshCell(2);
    scheduleBurst(cell, 0, 0);
    for (let beat = 0; beat < 40; beat++) {
      scheduleBurst(cell, 1, 0);
      advance(cell, 100);
    }
    expect(cell.glutamate[0]).toBe(0);
    expect(cell.glutamate[1]).toBeGreaterThan(0);
  });
});

describe("what the class sees", () => {
  test("a good round with its lapse recruits receptors at the synapses that took part, and only there", () => {
    const cell = freshCell(84 / (INPUTS - 1));
    for (let beat = 0; beat < 20; beat++) {
      for (let i = 1; i < INPUTS; i++) scheduleBurst(cell, i, 20);
      advance(cell, 200);
    }
    const atOnce = cell.receptors[1]!;
    lapse(cell, 600);
    expect(atOnce - 60).toBeLessThan(2);
    expect(cell.receptors[1]! - 60).toBeGreaterThan(10);
    expect(Math.abs(cell.receptors[0]! - 60)).toBeLessThan(0.1);
  });

  test("what was won fades with tauE, what was lost comes back with tauEm", () => {
    const cell = freshCell();
    cell.rho[0] = 0.7;
    cell.rho[1] = 0.1;
    lapse(cell, 3600);
    const { rho0, tauE, tauEm } = standardParameters;
    expect(cell.rho[0]).toBeCloseTo(rho0 + 0.4 * Math.exp(-3600 / tauE), 9);
    expect(cell.rho[1]).toBeCloseTo(rho0 - 0.2 * Math.exp(-3600 / tauEm), 9);
  });

  test("receptors stay between none and 150 even where everything grows", () => {
    const cell = createCell({ ...standardParameters, gd: 0, gammaShare: 0 }, 1);
    cell.late[0] = 5;
    cell.rho[0] = 1;
    lapse(cell, 3600);
    expect(cell.receptors[0]).toBeLessThanOrEqual(150);
    expect(cell.receptors[0]).toBeGreaterThan(149);
  });

  test("the spine of a stimulated synapse swells, and settles within the quarter of an hour", () => {
    const cell = firedCell(20);
    const stimulated = biologicalTime(cell);
    const fresh = spineVolume(cell, 0, stimulated);
    expect(spineVolume(cell, 0, -1)).toBeLessThan(1.1);
    lapse(cell, 900);
    expect(fresh).toBeGreaterThan(1.8);
    expect(spineVolume(cell, 0, stimulated)).toBeLessThan(1.6);
  });
});
