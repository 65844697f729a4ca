import { describe, expect, test } from "vitest";
import { CAPTIONS } from "../../client/scenes/view-model/close-up/captions.ts";
import { describeCloseUp, layOutCloseUp } from "../../client/scenes/view-model/close-up/close-up.ts";
import {
  type CloseUpFrame,
  type CloseUpMark,
  countOf,
  emptyCloseUp,
  LABELLED,
} from "../../client/scenes/view-model/close-up/close-up-frame.ts";
import { cross, placeLabels } from "../../client/scenes/view-model/close-up/labels.ts";
import type { Marks } from "../../client/scenes/view-model/frame.ts";
import { MAGNESIUM_LEAVES_MV, REST_MV } from "../../client/scenes/view-model/traces.ts";
import { closeUpEn } from "../../shared/locales/scenes/close-up.en.ts";
import { closeUpPtBR } from "../../shared/locales/scenes/close-up.pt-BR.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import { BEAT_MS, LAPSE_FROM, LAPSE_MS, ROUND_FROM } from "./synthetic.ts";
import { type CloseUpCase, closeUpMoment } from "./synthetic-close-up.ts";

const layout = layOutCloseUp({ width: 1402, height: 780, text: 30 });
const lively = { calm: false };
const draw = (of: CloseUpCase, time: number, frame = emptyCloseUp(), calm = false): CloseUpFrame =>
  describeCloseUp(closeUpMoment(of, time), of.seat ?? 0, layout, { calm }, frame);

/** A frame as plain data: the buffers are used again, so it must be copied to be compared. */
function copy({ traffic, ...frame }: CloseUpFrame): unknown {
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
      if (frame.plugsOut > 0) expect(frame.glutamate && frame.voltage).toBe(true);
      out += frame.plugsOut;
    }
    expect(out).toBeGreaterThan(100);
  });
});

const RECEPTORS: readonly CloseUpMark[] = ["ampa", "ampa-open", "ampa-p", "ampa-p-open", "cargo"];

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
    const frame = emptyCloseUp();
    draw({ receptors: 80 }, 13_000, frame);
    draw({ receptors: 78 }, 13_040, frame);
    expect([frame.seated, frame.arriving, frame.leaving]).toEqual([78, 0, 2]);
    expect(frame.caption).toBe("leaves");
    for (let time = 13_100; time < 17_000; time += 200) draw({ receptors: 78 }, time, frame);
    expect(frame.leaving).toBe(0);
  });

  test("none arrives where the number does not rise, or after a jump in time", () => {
    const frame = emptyCloseUp();
    for (let time = 12_000; time < 14_000; time += 40) expect(draw({ receptors: 60 }, time, frame).arriving).toBe(0);
    expect(draw({ receptors: 75 }, 17_000, frame).arriving).toBe(0);
    expect(draw({ receptors: 76 }, 17_040, frame).arriving).toBe(1);
    expect(draw({ receptors: 99, seat: 3 }, 17_080, frame).arriving).toBe(0);
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

describe("captions", () => {
  const at = (of: CloseUpCase, time: number): string => draw(of, time).caption;

  test("follow the order of events in slow motion", () => {
    const told: string[] = [];
    const frame = emptyCloseUp();
    for (let time = ROUND_FROM + 5 * BEAT_MS - 60; time < ROUND_FROM + 6 * BEAT_MS - 110; time += 10) {
      frame.pace = 0.1;
      const { caption } = draw({ seats: 30, jitter: 5 }, time, frame);
      if (told[told.length - 1] !== caption) told.push(caption);
    }
    expect(told).toEqual(["spike", "vesicles", "binds", "ampa", "depolarises", "magnesium", "calcium", "kinase"]);
  });

  test("say what is missing when one key is", () => {
    const alone = { seats: 30, away: Array.from({ length: 29 }, (_, i) => i + 1) };
    expect(at(alone, 500)).toBe("rest");
    const told = new Set<string>();
    for (let time = ROUND_FROM; time < ROUND_FROM + 9000; time += 100) told.add(at(alone, time));
    expect([...told].sort()).toEqual(["ampa", "binds", "locked", "spike", "vesicles"]);
    const others = new Set<string>();
    for (let time = ROUND_FROM + 2000; time < ROUND_FROM + 6000; time += 50) others.add(at({ silent: true }, time));
    expect([...others].sort()).toEqual(["noGlutamate", "rest"]);
  });

  test("tell of tag and proteins in a lapse", () => {
    const during = LAPSE_FROM + 7000;
    const still = { receptors: 60 };
    expect(at({ ...still, tag: 1, proteins: 50 }, during)).toBe("captured");
    expect(at({ ...still, tag: 0, proteins: 50 }, during)).toBe("passed");
    expect(["tagged", "fades"]).toContain(at({ ...still, tag: -1 }, during));
  });

  test("have at most twelve words in every language", () => {
    for (const texts of [closeUpEn, closeUpPtBR]) {
      expect(Object.keys(texts.captions).sort()).toEqual([...CAPTIONS].sort());
      for (const caption of Object.values(texts.captions)) {
        expect(caption.replace(/^\d · /, "").split(" ").length, caption).toBeLessThanOrEqual(12);
      }
    }
  });
});

const SCREENS = [
  ["1024 × 768", { width: 690, height: 540, text: 22 }],
  ["1024 × 768 alone", { width: 1024, height: 768, text: 22 }],
  ["1280 × 720", { width: 930, height: 520, text: 20 }],
  ["1920 × 1080", { width: 1402, height: 780, text: 30 }],
  ["1920 × 1080 alone", { width: 1920, height: 1080, text: 30 }],
  ["3840 × 2160, capped", { width: 2560, height: 1440, text: 40 }],
] as const;

describe.each(SCREENS)("on %s", (_, rectangle) => {
  const screen = layOutCloseUp(rectangle);
  const cases: readonly CloseUpCase[] = [
    {},
    { receptors: 20, volume: 50 },
    { receptors: 150, volume: 300, conductance: 127, tag: 1, proteins: 100 },
    { receptors: 75, volume: 190, conductance: 112, tag: -1 },
  ];
  const sights = cases.map((of) => describeCloseUp(closeUpMoment(of, 1160), 0, screen, lively, emptyCloseUp()));

  test("every labelled thing has its anchor inside, clear of the caption", () => {
    for (const { anchors } of sights) {
      for (const key of LABELLED) {
        const { x, y } = anchors[key];
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(rectangle.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(rectangle.height - screen.strip);
      }
    }
  });

  test("labels lie apart, their lines do not cross, and the most important are there", () => {
    for (const { anchors } of sights) {
      for (const { labels } of [closeUpEn, closeUpPtBR]) {
        const placed = placeLabels(screen, anchors, { ...labels, tag: labels.stronger });
        for (const key of ["nmda", "ampa", "magnesium", "glutamate", "calcium", "kinase", "endosome"] as const) {
          expect(placed.map((label) => label.key)).toContain(key);
        }
        for (const [i, label] of placed.entries()) {
          expect(label.y - label.height / 2).toBeGreaterThanOrEqual(0);
          expect(label.y + label.height / 2).toBeLessThanOrEqual(screen.dendrite.top);
          expect(label.width, label.lines.join(" ")).toBeLessThanOrEqual(screen.side);
          for (const other of placed.slice(i + 1)) {
            expect(cross(label, anchors[label.key], other, anchors[other.key]), `${label.key}, ${other.key}`).toBe(
              false,
            );
            if (other.column === label.column) {
              expect(Math.abs(label.y - other.y)).toBeGreaterThanOrEqual((label.height + other.height) / 2 - 0.01);
            }
          }
        }
      }
    }
  });
});
