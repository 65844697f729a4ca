import { MAX_SEATS, TICK_MS } from "../../shared/session/events.ts";
import type { MilestoneKind } from "../../shared/session/milestones.ts";
import { type Pulse, pulseTime, QUARTERS } from "../../shared/session/pulse.ts";
import type { Moment } from "../scenes/moment.ts";
import { eachTelling } from "../scenes/view-model/story.ts";
import { PLUG_LEAVES, REST_MV, unblocked } from "../scenes/view-model/traces.ts";

/**
 * What a class sounds like: which notes begin in an interval of session time. A function of the moment alone, so that a
 * replay sounds as the class did, and the same interval always the same.
 */

export const VOICES = ["tap", "spike", "magnesium", "growth", "fading", "news"] as const;
export type Voice = (typeof VOICES)[number];

export interface Note {
  /** Session ms. */
  readonly time: number;
  readonly voice: Voice;
  /** Semitones above the voice's own pitch. */
  readonly pitch: number;
  /** 0 … 1 */
  readonly loud: number;
  /** -1 left … 1 right. */
  readonly pan: number;
}

/** A scale in which any notes go together. */
const PENTATONIC = [0, 2, 4, 7, 9] as const;
/** Taps within this time sound as one: at most 24 of them a second, however many tap. */
const SLOT_MS = 1000 / 24;
/** Spikes of the cell closer than this are one thump, ms. */
const SPIKES_APART_MS = 90;
/** The plugs' click is not repeated within this, ms. */
const CLICKS_APART_MS = 150;
/** Receptors that come after so long a rest open with the motif, ms. Less than what a moment remembers. */
const NEWS_AFTER_MS = 1500;

/** Pitch of a seat's synapse: neighbours on the cell are neighbours in the scale. */
export const pitchOf = (seat: number): number => PENTATONIC[seat % 5]! + 12 * (Math.floor(seat / 5) % 3);
export const panOf = (seat: number): number => Math.cos((2 * Math.PI * seat) / MAX_SEATS) * 0.7;

/**
 * The notes that begin after `from` and not after `to`, session ms, in order.
 * @throws RangeError unless `from` comes before `to`
 */
export function notesBetween(moment: Moment, from: number, to: number): Note[] {
  if (!(from <= to)) throw new RangeError(`from ${from} to ${to} ms`);
  const begins = ({ time }: Note): boolean => time > from && time <= to;
  return [...taps(moment), ...spikes(moment), ...clicks(moment), ...growth(moment), ...news(moment)]
    .filter(begins)
    .sort((a, b) => a.time - b.time || VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice));
}

/** One blip for all taps of a slot: as high and as far to the side as the strongest of them, louder the more there are. */
function taps({ pulses, view }: Moment): Note[] {
  const slots = new Map<number, { energy: number; best: number; seat: number; time: number }>();
  for (const pulse of pulses) {
    for (const { seat, offset } of pulse.taps) {
      const time = pulseTime(pulse) + offset;
      const strength = (view.seats[seat]?.strength ?? 100) / 100;
      const slot = Math.floor(time / SLOT_MS);
      const so = slots.get(slot) ?? { energy: 0, best: -1, seat, time };
      so.energy += strength ** 2;
      so.time = Math.min(so.time, time);
      // Of equals the lower seat leads, whatever order they came in.
      if (strength > so.best || (strength === so.best && seat < so.seat)) [so.best, so.seat] = [strength, seat];
      slots.set(slot, so);
    }
  }
  return [...slots.values()].map(({ energy, seat, time }) => ({
    ...{ voice: "tap", time, pitch: pitchOf(seat), pan: panOf(seat) },
    loud: Math.min(1, 0.28 * Math.sqrt(energy)),
  }));
}

function spikes({ pulses }: Moment): Note[] {
  const notes: Note[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const pulse of pulses) {
    for (const offset of pulse.spikes) {
      const time = pulseTime(pulse) + offset;
      if (time - last < SPIKES_APART_MS) continue;
      last = time;
      notes.push({ voice: "spike", time, pitch: 0, loud: 0.8, pan: 0 });
    }
  }
  return notes;
}

/** A click whenever plugs begin to leave anywhere: bound glutamate and a depolarised dendrite together. */
function clicks({ pulses }: Moment): Note[] {
  const notes: Note[] = [];
  let [out, last] = [false, Number.NEGATIVE_INFINITY];
  for (const pulse of pulses) {
    const bound = mostBound(pulse);
    for (let q = 0; q < QUARTERS; q++) {
      const leaves = bound * unblocked(pulse.dendrite[q] ?? REST_MV) >= PLUG_LEAVES;
      const time = pulseTime(pulse) + (q * TICK_MS) / QUARTERS;
      if (leaves && !out && time - last >= CLICKS_APART_MS) {
        notes.push({ voice: "magnesium", time, pitch: 0, loud: 0.5, pan: 0 });
        last = time;
      }
      out = leaves;
    }
  }
  return notes;
}

function mostBound({ glutamate }: Pulse): number {
  let most = 0;
  for (let i = 0; i < glutamate.length; i++) if (glutamate[i]! > most) most = glutamate[i]!;
  return most;
}

/** The first receptor after a rest has the rising motif, the first lost one the falling; each further recruit a soft note. */
function growth({ changes }: Moment): Note[] {
  const notes: Note[] = [];
  let [risen, fallen] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let slot = -1;
  for (const { time, seat, from, to } of changes) {
    if (to < from) {
      if (time - fallen > NEWS_AFTER_MS) notes.push({ voice: "fading", time, pitch: 0, loud: 0.45, pan: 0 });
      fallen = time;
      continue;
    }
    if (time - risen > NEWS_AFTER_MS) {
      notes.push({ voice: "growth", time, pitch: 0, loud: 0.7, pan: 0 });
      notes.push({ voice: "growth", time: time + 110, pitch: 4, loud: 0.7, pan: 0 });
      notes.push({ voice: "growth", time: time + 220, pitch: 7, loud: 0.7, pan: 0 });
    } else if (Math.floor(time / (4 * SLOT_MS)) !== slot) {
      notes.push({ voice: "growth", time, pitch: pitchOf(seat), loud: 0.18, pan: panOf(seat) });
    }
    slot = Math.floor(time / (4 * SLOT_MS));
    risen = time;
  }
  return notes;
}

/** Milestones that have no sound of their own in the picture: a small bell, higher as the story goes on. */
const BELLS: Partial<Record<MilestoneKind, number>> = { tag: 0, threshold: 4, proteins: 7 };

function news({ view }: Moment): Note[] {
  const notes: Note[] = [];
  eachTelling(view.story, ({ kind, seat }, time) => {
    const pitch = BELLS[kind];
    if (pitch !== undefined) notes.push({ voice: "news", time, pitch, loud: 0.5, pan: seat < 0 ? 0 : panOf(seat) });
  });
  return notes;
}
