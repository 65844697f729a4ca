import { expect, test } from "vitest";
import { type Note, notesBetween, type Voice } from "../../client/sound/score.ts";
import { renderVoice } from "../../client/sound/voices.ts";
import { BEAT_MS, LAPSE_FROM, LAPSE_MS, ROUND_FROM, syntheticMoment } from "../scenes/synthetic.ts";

const sixty = { seats: 60, jitter: 60 };
const second = (from: number, of = sixty): Note[] => notesBetween(syntheticMoment(of, from + 1000), from, from + 1000);
const count = (notes: readonly Note[], voice: Voice): number => notes.filter((note) => note.voice === voice).length;

test("a round sounds: blips for taps, a thump for the cell's spike, a click when magnesium leaves", () => {
  const notes = second(ROUND_FROM + 4 * BEAT_MS - 200, { seats: 60, jitter: 10 });
  expect(count(notes, "tap")).toBeGreaterThan(3);
  expect(count(notes, "spike")).toBeGreaterThanOrEqual(2);
  expect(count(notes, "magnesium")).toBeGreaterThanOrEqual(2);
  expect(count(notes, "growth")).toBe(0);
});

test("however many tap, no more than 24 blips begin in a second", () => {
  for (let from = ROUND_FROM; from < ROUND_FROM + 8000; from += 333) {
    expect(count(second(from), "tap")).toBeLessThanOrEqual(25);
  }
});

test("more students on the beat are louder, and nothing is beyond full", () => {
  const loudest = (seats: number): number =>
    Math.max(
      ...second(ROUND_FROM + 3 * BEAT_MS - 200, { seats, jitter: 10 })
        .filter(({ voice }) => voice === "tap")
        .map(({ loud }) => loud),
    );
  expect(loudest(1)).toBeLessThan(loudest(4));
  expect(loudest(4)).toBeLessThan(loudest(12));
  expect(loudest(60)).toBe(1);
});

test("the lapse opens with the rising motif, once, and ends in silence", () => {
  const notes: Note[] = [];
  for (let from = LAPSE_FROM - 500; from < LAPSE_FROM + LAPSE_MS + 4000; from += 100) {
    notes.push(...notesBetween(syntheticMoment(sixty, from + 100), from, from + 100));
  }
  const motif = notes.filter(({ voice, loud }) => voice === "growth" && loud > 0.5);
  expect(motif.map(({ pitch }) => pitch)).toEqual([0, 4, 7]);
  expect(count(notes, "growth")).toBeGreaterThan(10);
  expect(count(second(LAPSE_FROM + LAPSE_MS + 5000), "growth")).toBe(0);
});

test("an interval sounds the same in one piece and in many", () => {
  const from = ROUND_FROM + 2 * BEAT_MS;
  const moment = syntheticMoment(sixty, from + 900);
  const parts = Array.from({ length: 30 }, (_, i) => notesBetween(moment, from + 30 * i, from + 30 * (i + 1))).flat();
  expect(parts).toEqual(notesBetween(moment, from, from + 900));
});

test("taps that arrived in another order sound the same", () => {
  const moment = syntheticMoment(sixty, ROUND_FROM + 1900);
  const shuffled = { ...moment, pulses: moment.pulses.map((pulse) => ({ ...pulse, taps: [...pulse.taps].reverse() })) };
  const of = (from: typeof moment) => notesBetween(from, ROUND_FROM + 900, ROUND_FROM + 1900);
  expect(of(shuffled)).toEqual(of(moment));
});

test.each(["tap", "spike", "magnesium", "growth", "fading"] as const)(
  "the voice %s is heard, begins and ends in silence",
  (voice) => {
    const samples = renderVoice(voice, 48_000);
    expect(Math.max(...samples.map(Math.abs))).toBeGreaterThan(0.2);
    expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(Math.abs(samples[0]!)).toBeLessThan(0.01);
    expect(Math.abs(samples.at(-1)!)).toBeLessThan(0.01);
  },
);
