import { describe, expect, test } from "vitest";
import { CAPTIONS } from "../../client/scenes/view-model/close-up/captions.ts";
import { describeCloseUp, layOutCloseUp } from "../../client/scenes/view-model/close-up/close-up.ts";
import { type CloseUpFrame, emptyCloseUp, LABELLED } from "../../client/scenes/view-model/close-up/close-up-frame.ts";
import { cross, placeLabels } from "../../client/scenes/view-model/close-up/labels.ts";
import { closeUpEn } from "../../shared/locales/scenes/close-up.en.ts";
import { closeUpEs } from "../../shared/locales/scenes/close-up.es.ts";
import { closeUpPtBR } from "../../shared/locales/scenes/close-up.pt-BR.ts";
import { BEAT_MS, LAPSE_FROM, ROUND_FROM } from "./synthetic.ts";
import { type CloseUpCase, closeUpMoment } from "./synthetic-close-up.ts";

const layout = layOutCloseUp({ width: 1402, height: 780, text: 30 });
const lively = { calm: false };
const draw = (of: CloseUpCase, time: number, frame = emptyCloseUp()): CloseUpFrame =>
  describeCloseUp(closeUpMoment(of, time), of.seat ?? 0, layout, lively, frame);

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

  test("tell the whole chain in a round, one sentence after the other", () => {
    const told: string[] = [];
    for (let time = ROUND_FROM + 100; time < ROUND_FROM + 20 * BEAT_MS; time += 100) {
      const caption = at({}, time);
      if (told[told.length - 1] !== caption) told.push(caption);
    }
    expect(told).toEqual(["vesicles", "binds", "depolarises", "magnesium", "calcium", "kinase"]);
  });

  test("say what is missing when one key is", () => {
    const alone = { seats: 30, away: Array.from({ length: 29 }, (_, i) => i + 1) };
    expect(at(alone, 500)).toBe("rest");
    const told = new Set<string>();
    for (let time = ROUND_FROM; time < ROUND_FROM + 9000; time += 100) told.add(at(alone, time));
    expect([...told].sort()).toEqual(["ampa", "binds", "locked", "vesicles"]);
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

  test("do not claim the two locks where a region has another mechanism", () => {
    for (const pathway of ["mossy-fibre", "cerebellum", "aplysia", "gb-dp"] as const) {
      const told = new Set<string>();
      for (let time = ROUND_FROM; time < LAPSE_FROM; time += 90) told.add(at({ pathway }, time));
      expect([...told].sort()).toEqual(["binds", "elsewhere", "vesicles"]);
    }
  });

  test("have at most twelve words in every language", () => {
    for (const texts of [closeUpEn, closeUpPtBR, closeUpEs]) {
      expect(Object.keys(texts.captions).sort()).toEqual([...CAPTIONS].sort());
      for (const caption of Object.values(texts.captions)) {
        expect(caption.split(" ").length, caption).toBeLessThanOrEqual(12);
      }
    }
  });
});

const SCREENS = [
  ["1024 × 768", { width: 690, height: 475, text: 22 }],
  ["1024 × 768 alone", { width: 1024, height: 768, text: 22 }],
  ["1280 × 720", { width: 930, height: 470, text: 20 }],
  ["1920 × 1080", { width: 1402, height: 712, text: 30 }],
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

  test("the room asked for is the room laid out, so that nobody lays it out again", () => {
    const { width, height, text } = screen;
    expect({ width, height, text }).toEqual(rectangle);
    expect(screen.letter).toBeGreaterThanOrEqual(text);
  });

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
      for (const { labels } of [closeUpEn, closeUpPtBR, closeUpEs]) {
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
