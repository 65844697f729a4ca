import { expect, test } from "vitest";
import { blankCanvas, describe } from "../../client/scenes/view-model/describe.ts";
import { STEADY } from "../../client/scenes/view-model/flash-budget.ts";
import { countMarks, type SceneFrame } from "../../client/scenes/view-model/frame.ts";
import { layOut } from "../../client/scenes/view-model/layout.ts";
import { departures } from "../../client/scenes/view-model/recruits.ts";
import { drawSynapse } from "../../client/scenes/view-model/synapse-canvas.ts";
import {
  level,
  MAGNESIUM_LEAVES_MV,
  openings,
  REST_MV,
  unblocked,
  voltage,
} from "../../client/scenes/view-model/traces.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import { BEAT_MS, LAPSE_FROM, LAPSE_MS, ROUND_FROM, syntheticMoment } from "./synthetic.ts";

const of = { seats: 30 };
const layout = layOut(30, { width: 1920, height: 1080, text: 30 });
const lively = { calm: false };

/** A frame as plain data: the buffers are used again, so it must be copied to be compared. */
function copy(frame: SceneFrame): unknown {
  const marks = ({ count, kind, turn, x, y, alpha }: SceneFrame["light"]): unknown[] =>
    [kind, turn, x, y, alpha].map((column) => Array.from(column.slice(0, count)));
  return JSON.parse(
    JSON.stringify({ ...frame, light: marks(frame.light), molecules: marks(frame.molecules) }),
  ) as unknown;
}

const fresh = (time: number, calm = false): unknown =>
  copy(describe(syntheticMoment(of, time), layout, { calm }, blankCanvas()));

test("the same moment gives the same frame", () => {
  const canvas = blankCanvas();
  for (const time of [1040, 1100, 2630, 5005]) {
    const first = copy(describe(syntheticMoment(of, time), layout, lively, canvas));
    expect(copy(describe(syntheticMoment(of, time), layout, lively, canvas))).toEqual(first);
  }
});

test("seeking back and forth draws each instant as if it were the first", () => {
  const canvas = blankCanvas();
  const times = [9000, 1120, 16_000, 4210, 1120, 19_500, 9000];
  for (const time of times) {
    expect(copy(describe(syntheticMoment(of, time), layout, lively, canvas))).toEqual(fresh(time));
  }
});

test("playing up to an instant shows the same as jumping there", () => {
  const canvas = blankCanvas();
  for (let time = 3000; time < 4000; time += 16) describe(syntheticMoment(of, time), layout, lively, canvas);
  expect(copy(describe(syntheticMoment(of, 4000), layout, lively, canvas))).toEqual(fresh(4000));
});

test("a spike is on its way down the axon before its tap arrives", () => {
  const frame = describe(syntheticMoment({ seats: 30, jitter: 0 }, ROUND_FROM - 100), layout, lively, blankCanvas());
  expect(countMarks(frame.light, "spike")).toBeGreaterThanOrEqual(30);
  expect(countMarks(frame.molecules, "calcium")).toBe(0);
});

test("when the class fires together the cell glows, plugs leave and calcium enters", () => {
  const frame = describe(syntheticMoment(of, ROUND_FROM + BEAT_MS * 4 + 160), layout, lively, blankCanvas());
  expect(frame.soma.glow).toBeGreaterThan(0.3);
  expect(frame.synapses.filter((s) => s.plugsOut > 0).length).toBeGreaterThan(25);
  expect(countMarks(frame.molecules, "calcium")).toBeGreaterThan(30);
});

/** A pulse of two seats: glutamate at the first alone. */
const pulseWith = (dendrite: number, tick = 10): Pulse => ({
  tick,
  soma: [-70, -70, -70, -70],
  dendrite: [dendrite, dendrite, dendrite, dendrite],
  spikes: [],
  taps: [],
  glutamate: Float32Array.of(1, 0),
  calcium: Float32Array.of(0, 0),
});

test("magnesium leaves only where glutamate is bound and the membrane is depolarised", () => {
  const open = new Float32Array(2);
  const drawn = (pulses: readonly Pulse[]): number[] => {
    const moment = { ...syntheticMoment({ seats: 2 }, 440), pulses };
    return describe(moment, layOut(2, layout), lively, blankCanvas()).synapses.map((s) => s.plugsOut);
  };
  expect(drawn([pulseWith(-5)])[0]).toBeGreaterThan(0);
  expect(drawn([pulseWith(-5)])[1]).toBe(0);
  expect(drawn([pulseWith(REST_MV)])).toEqual([0, 0]);
  expect(drawn([pulseWith(-50)])).toEqual([0, 0]);
  // Bound before, depolarised later, but no longer bound then: the two must coincide.
  const late = { ...pulseWith(-5, 11), glutamate: Float32Array.of(0, 0) };
  expect(drawn([{ ...pulseWith(REST_MV) }, late])).toEqual([0, 0]);
  openings([], 440, open);
  expect([...open]).toEqual([0, 0]);
});

test("the line at which magnesium leaves is where a fifth of the channels is free", () => {
  expect(unblocked(MAGNESIUM_LEAVES_MV)).toBeCloseTo(0.2, 6);
  expect(unblocked(-70)).toBeCloseTo(0.0445, 3);
  expect(unblocked(0)).toBeCloseTo(0.7812, 3);
});

test("potentials are interpolated between quarters of a tick and rest where nothing moved", () => {
  const pulses = [{ ...pulseWith(-70), soma: [-70, -60, -55, -65] }];
  expect(voltage(pulses, "soma", 405)).toBeCloseTo(-65, 6);
  expect(voltage(pulses, "soma", 300)).toBe(REST_MV);
  expect(voltage(pulses, "soma", 900)).toBe(REST_MV);
  expect(level(pulses, "glutamate", 0, 420)).toBeCloseTo(0.5, 6);
});

test("receptors are recruited one by one, never fall, and all are drawn", () => {
  const canvas = blankCanvas();
  const before = new Array<number>(30).fill(0);
  let mostSetOut = 0;
  for (let time = LAPSE_FROM - 500; time <= LAPSE_FROM + LAPSE_MS + 2000; time += 16) {
    const moment = syntheticMoment(of, time);
    const frame = describe(moment, layout, lively, canvas);
    for (const [i, synapse] of frame.synapses.entries()) {
      expect(synapse.receptors).toBe(moment.view.seats[i]!.receptors);
      expect(synapse.receptors).toBeGreaterThanOrEqual(before[i]!);
      expect(synapse.seated).toBeGreaterThanOrEqual(Math.min(before[i]!, 60));
      expect(synapse.seated).toBeLessThanOrEqual(synapse.receptors);
      before[i] = synapse.receptors;
    }
    for (const { seat } of moment.view.seats) {
      const sliding = departures(moment.changes, seat, time, []);
      for (let k = 1; k < sliding.length; k++) expect(sliding[k]! - sliding[k - 1]!).toBeGreaterThanOrEqual(140);
      mostSetOut = Math.max(mostSetOut, sliding.length);
    }
  }
  expect(mostSetOut).toBeGreaterThan(1);
  expect(Math.max(...before)).toBeGreaterThan(73);
  // Everyone has arrived, and stays.
  const settled = describe(syntheticMoment(of, LAPSE_FROM + LAPSE_MS + 4000), layout, lively, canvas);
  expect(settled.synapses.every((s) => s.seated === s.receptors)).toBe(true);
});

test("a moment of the lapse is drawn the same forwards, backwards and alone", () => {
  const times = Array.from({ length: 60 }, (_, i) => LAPSE_FROM + 100 + i * 130);
  const drawn = (time: number, canvas = blankCanvas()): string => {
    const { molecules, synapses } = describe(syntheticMoment(of, time), layout, lively, canvas);
    return JSON.stringify([[...molecules.x.subarray(0, molecules.count)], synapses]);
  };
  const [forwards, backwards] = [blankCanvas(), blankCanvas()];
  const there = times.map((time) => drawn(time, forwards));
  const back = [...times].reverse().map((time) => drawn(time, backwards));
  expect(there).toEqual(back.reverse());
  expect(there).toEqual(times.map((time) => drawn(time)));
});

test("seats that are not asked, or out of reach, are calmer", () => {
  const moment = syntheticMoment({ seats: 4, half: true, away: [2] }, ROUND_FROM + 200);
  const { synapses } = describe(moment, layOut(4, layout), lively, blankCanvas());
  expect(synapses[0]!.presence).toBe(1);
  expect(synapses[1]!.presence).toBeLessThan(1);
  expect(synapses[2]!.presence).toBeLessThan(synapses[1]!.presence);
});

test("a calm picture has no flights: a filled cleft, no dots, no running light", () => {
  for (let time = ROUND_FROM; time < ROUND_FROM + 1000; time += 40) {
    const frame = describe(syntheticMoment(of, time), layout, { calm: true }, blankCanvas());
    expect(frame.light.count).toBe(0);
    expect(countMarks(frame.molecules, "calcium")).toBe(0);
    expect(frame.soma.ring).toBe(1);
  }
  const frame = describe(syntheticMoment(of, ROUND_FROM + 120), layout, { calm: true }, blankCanvas());
  expect(frame.synapses.filter((s) => s.cleft > 0.3).length).toBeGreaterThan(25);
});

test("a replay faster than the class neither pulses nor lets light run, and its dendrites do not flicker", () => {
  const canvas = { ...blankCanvas(), pace: 4 };
  const charges: number[] = [];
  for (let time = ROUND_FROM + 4 * BEAT_MS; time < ROUND_FROM + 6 * BEAT_MS; time += 20) {
    const { light, synapses, soma } = describe(syntheticMoment(of, time), layout, lively, canvas);
    expect(light.count).toBe(0);
    expect(Math.max(soma.glow, ...synapses.map((s) => Math.max(s.flash, s.release)))).toBeLessThan(STEADY + 0.001);
    charges.push(soma.charge);
  }
  expect(Math.min(...charges)).toBeGreaterThan(0.8 * Math.max(...charges));
});

test("the phone's synapse draws one mark a receptor, at any instant", () => {
  let marks = 0;
  const gradient = { addColorStop() {} };
  const brush = new Proxy({} as Record<string, unknown>, {
    get: (target, name) => {
      if (name === "createRadialGradient" || name === "createLinearGradient") return () => gradient;
      if (name === "roundRect") return () => marks++;
      return target[String(name)] ?? (() => undefined);
    },
    set: () => true,
  }) as unknown as CanvasRenderingContext2D;
  const synapse = {
    receptors: 0,
    conductance: 100,
    strength: 100,
    volume: 100,
    tapAt: 0,
    answeredAt: 100,
    spiked: true,
    calcium: 120,
  };
  const count = (receptors: number, now: number): number => {
    marks = 0;
    drawSynapse(brush, 320, 240, { ...synapse, receptors }, now, false);
    return marks;
  };
  // Two bars a receptor, at rest (nothing is lit any more).
  expect(count(72, 5000) - count(0, 5000)).toBe(2 * 72);
  for (let now = -100; now < 3000; now += 50) expect(() => count(60, now)).not.toThrow();
});
