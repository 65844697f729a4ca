import { describe, expect, test } from "vitest";
import { describeCloseUp, layOutCloseUp } from "../../client/scenes/view-model/close-up/close-up.ts";
import {
  type CloseUpFrame,
  type CloseUpMark,
  countOf,
  emptyCloseUp,
} from "../../client/scenes/view-model/close-up/close-up-frame.ts";
import type { Marks } from "../../client/scenes/view-model/frame.ts";
import { MAGNESIUM_LEAVES_MV, REST_MV } from "../../client/scenes/view-model/traces.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import { BEAT_MS, LAPSE_FROM, LAPSE_MS, ROUND_FROM } from "./synthetic.ts";
import { type CloseUpCase, closeUpMoment } from "./synthetic-close-up.ts";

const layout = layOutCloseUp({ width: 1402, height: 780, text: 30 });
const lively = { calm: false };
const draw = (of: CloseUpCase, time: number, frame = emptyCloseUp(), calm = false): CloseUpFrame =>
  describeCloseUp(closeUpMoment(of, time), of.seat ?? 0, layout, { calm }, frame);

/** A frame as plain data: the buffers are used again, so it must be copied to be compared. */
function copy(frame: CloseUpFrame): unknown {
  const marks = ({ count, kind, turn, x, y, alpha }: Marks): unknown[] =>
    [kind, turn, x, y, alpha].map((column) => Array.from(column.slice(0, count)));
  const taps = Array.from(frame.taps.time.slice(0, frame.taps.count));
  return JSON.parse(
    JSON.stringify({ ...frame, taps, light: marks(frame.light), molecules: marks(frame.molecules) }),
  ) as unknown;
}

/** A pulse of two seats: as much glutamate at the first as said, none at the second. */
const pulseWith = (dendrite: number, bound: number, tick = 10): Pulse => ({
  tick,
  soma: [REST_MV, REST_MV, REST_MV, REST_MV],
  dendrite: [dendrite, dendrite, dendrite, dendrite],
  spikes: [],
  taps: [],
  glutamate: Float32Array.of(bound, 0),
  calcium: Float32Array.of(2, 2),
});
const drawPulses = (pulses: readonly Pulse[], seat = 0, time = 425): CloseUpFrame =>
  describeCloseUp({ ...closeUpMoment({ seats: 2 }, time), pulses }, seat, layout, lively, emptyCloseUp());

describe("the two locks", () => {
  test("the plug is out, and calcium enters, only when glutamate is bound and the membrane is depolarised", () => {
    for (const millivolts of [-80, REST_MV, -50, MAGNESIUM_LEAVES_MV - 1, -20, 0, 10]) {
      for (const bound of [0, 0.1, 0.5, 1]) {
        const frame = drawPulses([pulseWith(millivolts, bound)]);
        const both = frame.glutamate && frame.voltage;
        expect(frame.plugsOut > 0, `${millivolts} mV, ${bound} bound`).toBe(both);
        // Four of the stars wait outside whatever happens.
        const later = drawPulses([pulseWith(millivolts, bound)], 0, 490);
        expect(countOf(later.molecules, "calcium") > 4, `${millivolts} mV, ${bound} bound`).toBe(both);
        if (millivolts < MAGNESIUM_LEAVES_MV || bound < 0.2) expect(both).toBe(false);
      }
    }
    expect(drawPulses([pulseWith(0, 1)]).plugsOut).toBe(3);
  });

  test("each lock tells of its own key", () => {
    const locks = ({ glutamate, voltage }: CloseUpFrame): boolean[] => [glutamate, voltage];
    expect(locks(drawPulses([pulseWith(REST_MV, 0.9)]))).toEqual([true, false]);
    expect(locks(drawPulses([pulseWith(0, 0.9)], 1))).toEqual([false, true]);
    expect(locks(drawPulses([pulseWith(0, 0.9)]))).toEqual([true, true]);
    expect(locks(drawPulses([]))).toEqual([false, false]);
  });

  test("a potential that was high before the glutamate came is no coincidence", () => {
    const frame = drawPulses([pulseWith(0, 0, 9), pulseWith(REST_MV, 0.9, 10), pulseWith(REST_MV, 0.9, 11)], 0, 430);
    expect([frame.glutamate, frame.voltage, frame.plugsOut]).toEqual([true, false, 0]);
  });

  test("through a whole round of taps, plugs are out at no instant without both keys", () => {
    const frame = emptyCloseUp();
    let out = 0;
    for (let time = ROUND_FROM - 500; time < LAPSE_FROM; time += 13) {
      draw({ seats: 30 }, time, frame);
      if (frame.plugsOut > 0) {
        expect(frame.glutamate && frame.voltage).toBe(true);
        expect(frame.level).toBeGreaterThan(frame.line);
      }
      out += frame.plugsOut;
    }
    expect(out).toBeGreaterThan(100);
  });
});

const RECEPTORS: readonly CloseUpMark[] = ["ampa", "ampa-open", "ampa-p", "ampa-p-open", "ampa-new", "cargo"];

/** AMPA receptors drawn: a crossfade from closed to open is one receptor, as its shares add up to one. */
function receptorsDrawn({ molecules }: CloseUpFrame): number {
  const one = emptyCloseUp().molecules;
  let sum = 0;
  for (let i = 0; i < molecules.count; i++) {
    one.kind[0] = molecules.kind[i]!;
    one.count = 1;
    if (RECEPTORS.some((kind) => countOf(one, kind) > 0)) sum += molecules.alpha[i]!;
  }
  return sum;
}

describe("a drug", () => {
  const throughout = (of: CloseUpCase, see: (frame: CloseUpFrame) => void): void => {
    const frame = emptyCloseUp();
    for (let time = ROUND_FROM; time < ROUND_FROM + 3 * BEAT_MS; time += 10)
      see(draw({ seats: 30, ...of }, time, frame));
  };

  test("that holds the NMDA receptors keeps plug and calcium where they are, whatever the voltage", () => {
    throughout({ drugs: ["apv"] }, (frame) => {
      expect([frame.glutamate, frame.plugsOut]).toEqual([false, 0]);
      expect(countOf(frame.molecules, "calcium")).toBe(4);
    });
    expect(draw({ drugs: ["apv"] }, ROUND_FROM + 9 * BEAT_MS).caption).not.toBe("locked");
  });

  test("that holds the AMPA receptors keeps them shut and sodium out", () => {
    throughout({ drugs: ["cnqx"] }, (frame) => {
      expect(countOf(frame.molecules, "ampa-open") + countOf(frame.molecules, "ampa-p-open")).toBe(0);
      expect(countOf(frame.molecules, "sodium")).toBe(4);
    });
  });

  test("that blocks CaMKII keeps it dark", () => {
    throughout({ drugs: ["camkii-block"] }, (frame) => expect(countOf(frame.molecules, "kinase-lit")).toBe(0));
  });

  test("bath without magnesium has no plugs, and glutamate alone lets calcium in", () => {
    let entered = 0;
    const alone = { away: Array.from({ length: 29 }, (_, i) => i + 1), drugs: ["no-magnesium"] } as const;
    throughout(alone, (frame) => {
      expect(countOf(frame.molecules, "plug")).toBe(0);
      entered = Math.max(entered, countOf(frame.molecules, "calcium") - 4);
    });
    expect(entered).toBeGreaterThan(3);
  });

  test("bath with more magnesium asks for a higher voltage", () => {
    expect(draw({ drugs: ["high-magnesium"] }, 400).line).toBeGreaterThan(draw({}, 400).line + 0.1);
  });
});

describe("receptors", () => {
  test("all of the view's are drawn at every instant, in slots or on their way", () => {
    const frame = emptyCloseUp();
    let mostOnTheWay = 0;
    for (let time = LAPSE_FROM - 1500; time < LAPSE_FROM + LAPSE_MS + 3000; time += 33) {
      draw({ seats: 30 }, time, frame);
      const { receptors } = closeUpMoment({ seats: 30 }, time).view.seats[0]!;
      expect(frame.seated + frame.arriving).toBe(receptors);
      // Crossfades lose what is too faint to draw.
      expect(Math.abs(receptorsDrawn(frame) - receptors)).toBeLessThan(0.5);
      mostOnTheWay = Math.max(mostOnTheWay, frame.arriving);
    }
    expect(mostOnTheWay).toBeGreaterThan(2);
    expect(frame.arriving).toBe(0);
  });

  test("from none to the most, each has a slot of its own", () => {
    for (const receptors of [0, 1, 12, 60, 61, 149, 150]) {
      const frame = draw({ receptors }, 400);
      expect(receptorsDrawn(frame)).toBeCloseTo(receptors, 3);
      expect(frame.slots).toBeGreaterThanOrEqual(receptors);
    }
    expect(new Set(layout.slots.map(({ x, depth }) => `${x} ${depth}`)).size).toBe(150);
  });

  test("a receptor that leaves is drawn on its way out and no longer counted", () => {
    const of = { receptors: 78, moved: { by: -2, at: 13_000 } };
    const frame = draw(of, 13_500);
    expect([frame.seated, frame.arriving, frame.leaving]).toEqual([78, 0, 2]);
    expect(frame.caption).toBe("leaves");
    expect(draw(of, 16_000).leaving).toBe(0);
  });

  test("none arrives where the number does not rise; those that do come from the side and stay", () => {
    for (let time = 12_000; time < 14_000; time += 40) expect(draw({ receptors: 60 }, time).arriving).toBe(0);
    const of = { receptors: 62, volume: 150, conductance: 100, moved: { by: 2, at: 13_000 } };
    expect(draw(of, 13_100).arriving).toBe(2);
    expect(countOf(draw(of, 13_400).molecules, "cargo")).toBe(2);
    expect(draw(of, 16_000).arriving).toBe(0);
    // In the membrane they are first seen beside the density: those on their way are the only ones drawn so.
    const [inserted, arrived] = [13_900, 15_000].map((time) => {
      const { molecules } = draw({ ...of, moved: { by: 1, at: 13_000 } }, time);
      const one = emptyCloseUp().molecules;
      one.count = 1;
      for (let i = 0; i < molecules.count; i++) {
        one.kind[0] = molecules.kind[i]!;
        if (countOf(one, "ampa-new") > 0) return Math.abs(molecules.x[i]! - layout.centre);
      }
      return Number.NaN;
    });
    const reach = draw(of, 13_900).density * layout.half * 1.3;
    expect(inserted).toBeGreaterThan(reach);
    expect(arrived).toBeLessThan(reach);
  });

  test("phosphorylation follows the conductance, and free slots follow the spine's volume", () => {
    expect(countOf(draw({ conductance: 100 }, 400).molecules, "ampa-p")).toBe(0);
    expect(countOf(draw({ conductance: 127 }, 400).molecules, "ampa-p")).toBe(60);
    expect(draw({ receptors: 60, volume: 100 }, 400).slots).toBe(66);
    expect(draw({ receptors: 60, volume: 180 }, 400).slots).toBe(108);
  });
});

describe("an instant", () => {
  test("is drawn the same in any order, forwards or backwards", () => {
    const frame = emptyCloseUp();
    const of = { seats: 30, tag: 1, proteins: 40 } as const;
    const times = [9000, 1120, 16_000, 4210, 1120, 19_500, 9000];
    for (const time of times) expect(copy(draw(of, time, frame))).toEqual(copy(draw(of, time)));
  });

  test("of a lapse is the same wherever one comes from, receptors on their way included", () => {
    const frame = emptyCloseUp();
    const times = [13_100, 13_800, 12_900, 14_500, 13_100];
    for (const time of times) expect(copy(draw({ seats: 30 }, time, frame))).toEqual(copy(draw({ seats: 30 }, time)));
    expect(draw({ seats: 30 }, 13_100).arriving).toBeGreaterThan(2);
  });

  test("of a round is the same played up to or jumped to", () => {
    const frame = emptyCloseUp();
    for (let time = 3000; time < 4000; time += 16) draw({ seats: 30 }, time, frame);
    expect(copy(draw({ seats: 30 }, 4000, frame))).toEqual(copy(draw({ seats: 30 }, 4000)));
  });

  test("in calm has no flights, and tells of glutamate by a filled cleft", () => {
    let cleft = 0;
    for (let time = ROUND_FROM; time < ROUND_FROM + 2 * BEAT_MS; time += 20) {
      const frame = draw({ seats: 30 }, time, emptyCloseUp(), true);
      expect(frame.light.count).toBe(0);
      expect(countOf(frame.molecules, "calcium")).toBe(4);
      expect(countOf(frame.molecules, "sodium")).toBe(4);
      // Only what is bound to the three NMDA receptors.
      expect(countOf(frame.molecules, "glutamate")).toBeLessThanOrEqual(6);
      cleft = Math.max(cleft, frame.cleft);
    }
    expect(cleft).toBeGreaterThan(0.5);
    const still = (time: number): unknown => copy({ ...draw({ proteins: 80 }, time, emptyCloseUp(), true), time: 0 });
    expect(still(400)).toEqual(still(700));
  });
});

test("a synapse that releases more transmitter sends more of it across", () => {
  const dots = (release: number): number =>
    countOf(draw({ release }, ROUND_FROM + 3 * BEAT_MS + 60).molecules, "glutamate");
  expect(dots(200)).toBeGreaterThan(1.6 * dots(100));
  expect(dots(50)).toBeLessThan(0.8 * dots(100));
});

test("taps of a fast tapper hold a steady glow: no pulse follows another too soon", () => {
  const tick = (at: number): Pulse => ({ ...pulseWith(REST_MV, 0.5, at), taps: [{ seat: 0, offset: 0 }] });
  // Every 80 ms, the fastest that is taken.
  const pulses = Array.from({ length: 40 }, (_, i) => tick(10 + 2 * i));
  let rises = 0;
  let before = 0;
  for (let time = 400; time < 3400; time += 4) {
    const { release } = drawPulses(pulses, 0, time);
    if (release > 0.9 && before <= 0.9) rises++;
    before = release;
  }
  expect(rises).toBe(1);
});

test("glutamate never passes the membrane", () => {
  const frame = emptyCloseUp();
  const glutamate = emptyCloseUp().molecules;
  for (let time = ROUND_FROM; time < ROUND_FROM + 2000; time += 17) {
    const { molecules } = draw({ seats: 30 }, time, frame);
    for (let i = 0; i < molecules.count; i++) {
      glutamate.kind[0] = molecules.kind[i]!;
      glutamate.count = 1;
      if (countOf(glutamate, "glutamate") > 0)
        expect(molecules.y[i]).toBeLessThan(layout.postsynaptic + layout.unit * 0.2);
    }
  }
});
