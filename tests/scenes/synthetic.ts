import { FUTURE_MS, type Moment, PAST_MS } from "../../client/scenes/moment.ts";
import { type Change, TOLD_MS, Turnover } from "../../client/scenes/view-model/turnover.ts";
import { STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import { groupOf, TICK_MS } from "../../shared/session/events.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";

/**
 * Moments that look like a class without a class: everyone taps with a 2 Hz beat, a little apart; the cell fires; after
 * the round a lapse recruits receptors. A function of time, so that scenes can be tested at any instant.
 */
export interface Synthetic {
  readonly seats: number;
  /** SD of a tap around the beat, ms. */
  readonly jitter?: number;
  /** Only group A taps. */
  readonly half?: boolean;
  /** Seats from this one on are bots. */
  readonly bots?: number;
  /** Seats out of reach. */
  readonly away?: readonly number[];
}

/** The round lasts from 1 s to 11 s, the lapse from 12 s to 20 s. */
export const ROUND_FROM = 1000;
export const BEATS = 20;
export const BEAT_MS = 500;
export const LAPSE_FROM = 12_000;
export const LAPSE_MS = 8000;

const STEP = 2.5;
const REST = -70;
const FIRES = -53.16;

/** A repeatable number in [0, 1). */
function chance(a: number, b: number): number {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

interface Story {
  readonly pulses: readonly Pulse[];
}
const stories = new Map<string, Story>();

/** The whole story's pulses; moments cut windows out of them. */
function tell(of: Synthetic): Story {
  const key = JSON.stringify(of);
  const known = stories.get(key);
  if (known !== undefined) return known;
  const taps = tapTimes(of);
  const end = LAPSE_FROM;
  const steps = Math.ceil(end / STEP);
  const soma = new Float64Array(steps).fill(REST);
  const dendrite = new Float64Array(steps).fill(REST);
  const spikes: number[] = [];
  let [g, back] = [0, 0];
  let last = Number.NEGATIVE_INFINITY;
  const arrivals = taps.flatMap(({ time }) => [0, 25, 50, 75].map((b) => time + b)).sort((a, b) => a - b);
  let next = 0;
  for (let i = 0; i < steps; i++) {
    const t = i * STEP;
    for (; next < arrivals.length && arrivals[next]! <= t; next++) g += 15 / of.seats;
    const v = REST + g;
    if (v >= FIRES && t - last > 30) {
      spikes.push(t);
      last = t;
      back = 45;
      g *= 0.6;
    }
    soma[i] = Math.min(v, FIRES);
    dendrite[i] = Math.min(20, REST + 1.573 * g + back);
    g *= Math.exp(-STEP / 45);
    back *= Math.exp(-STEP / 14);
  }
  const pulses: Pulse[] = [];
  const glutamate = new Float64Array(of.seats);
  const calcium = new Float64Array(of.seats);
  for (let tick = 0; tick < end / TICK_MS; tick++) {
    const own = taps.filter(({ time }) => Math.floor(time / TICK_MS) === tick);
    const quarter = (trace: Float64Array, q: number): number =>
      Math.max(...trace.slice(tick * 16 + q * 4, tick * 16 + q * 4 + 4));
    const quarters = [0, 1, 2, 3];
    const v = quarters.map((q) => quarter(dendrite, q));
    const free = 1 / (1 + Math.exp(-0.062 * Math.max(...v)) / 3.57);
    for (let seat = 0; seat < of.seats; seat++) {
      glutamate[seat] = glutamate[seat]! * Math.exp(-TICK_MS / 200);
      if (own.some((tap) => tap.seat === seat)) glutamate[seat] = 0.95;
      calcium[seat] = Math.max(calcium[seat]! * Math.exp(-TICK_MS / 58), 3.1 * glutamate[seat]! * free);
    }
    const moved = own.length > 0 || v.some((x) => x > REST + 0.1) || glutamate.some((x) => x > 0.01);
    if (!moved) continue;
    pulses.push({
      tick,
      soma: quarters.map((q) => quarter(soma, q)),
      dendrite: v,
      spikes: spikes.filter((t) => Math.floor(t / TICK_MS) === tick).map((t) => t - tick * TICK_MS),
      taps: own.map(({ seat, time }) => ({ seat, offset: Math.floor((time - tick * TICK_MS) / STEP) })),
      glutamate: Float32Array.from(glutamate),
      calcium: Float32Array.from(calcium),
    });
  }
  const story = { pulses };
  stories.set(key, story);
  return story;
}

function tapTimes(of: Synthetic): { seat: number; time: number }[] {
  const taps: { seat: number; time: number }[] = [];
  for (let beat = 0; beat < BEATS; beat++) {
    for (let seat = 0; seat < of.seats; seat++) {
      if ((of.half === true && groupOf(seat) === "B") || of.away?.includes(seat) === true) continue;
      const spread = [1, 2, 3].reduce((sum, k) => sum + chance(seat * 31 + k, beat) - 0.5, 0) * 2;
      taps.push({ seat, time: ROUND_FROM + beat * BEAT_MS + spread * (of.jitter ?? 25) });
    }
  }
  return taps.sort((a, b) => a.time - b.time || a.seat - b.seat);
}

/** The moment at a session time, ms. */
export function syntheticMoment(of: Synthetic, time: number): Moment {
  const { pulses } = tell(of);
  return {
    time,
    view: syntheticView(of, time),
    changes: syntheticChanges(of, time),
    pulses: pulses.filter(({ tick }) => (tick + 1) * TICK_MS > time - PAST_MS && tick * TICK_MS <= time + FUTURE_MS),
  };
}

/** A room shows its numbers four times a second, ms. */
const SHOWN_EVERY = 250;

function syntheticChanges(of: Synthetic, time: number): readonly Change[] {
  const turnover = new Turnover();
  const shown = Math.floor(time / SHOWN_EVERY) * SHOWN_EVERY;
  if (shown < LAPSE_FROM - SHOWN_EVERY) return [];
  for (let at = shown - TOLD_MS - SHOWN_EVERY; at <= shown; at += SHOWN_EVERY) turnover.note(syntheticView(of, at), at);
  return turnover.changes;
}

function syntheticView(of: Synthetic, time: number): ClassView {
  const lapse = Math.max(0, Math.min(1, (time - LAPSE_FROM) / LAPSE_MS));
  const shown = Math.floor(time / SHOWN_EVERY) * SHOWN_EVERY;
  const round = Math.max(0, Math.min(1, (shown - ROUND_FROM) / (BEATS * BEAT_MS)));
  const settled = 1 - Math.exp(-5 * Math.max(0, Math.min(1, (shown - LAPSE_FROM) / LAPSE_MS)));
  return {
    tick: Math.floor(time / TICK_MS),
    phase: time < ROUND_FROM ? "between" : time < LAPSE_FROM ? "round" : lapse < 1 ? "lapse" : "between",
    paused: false,
    round: of.half === true ? 3 : 2,
    behind: "round",
    turn: 1,
    beatZero: ROUND_FROM,
    beat: Math.floor(round * BEATS),
    lapse: { minutes: lapse * 10, of: 10 },
    cellSpikes: Math.floor(round * BEATS),
    synchrony: 91,
    spread: 24,
    contacts: 84 / of.seats,
    needed: 42,
    jitter: 35,
    conditions: STANDARD_CONDITIONS,
    electrode: null,
    memory: null,
    learnt: [],
    canGoBack: false,
    locked: false,
    proteins: 0,
    seats: Array.from({ length: of.seats }, (_, seat) => {
      const group = groupOf(seat);
      const asked = of.half !== true || group === "A";
      const away = of.away?.includes(seat) === true;
      const gain = asked && !away ? (14 + 8 * chance(seat, 99)) * settled * (time < LAPSE_FROM ? 0 : 1) : 0;
      const receptors = Math.round(60 + gain);
      const induced = asked && !away ? round : 0;
      return {
        seat,
        name: seat,
        group,
        bot: of.bots !== undefined && seat >= of.bots,
        connected: !away,
        removed: false,
        asked,
        taps: Math.floor(induced * BEATS),
        receptors,
        conductance: 100 + 24 * induced,
        strength: (receptors / 60) * (100 + 24 * induced),
        volume: 100 * (1 + 0.9 * (receptors / 60 - 1) + 0.9 * induced * (1 - 0.85 * settled)),
        release: 100,
        tag: 0,
      };
    }),
    plot: [],
    story: [],
    met: null,
    mode: "standard",
    lesson: null,
    settled: [],
    ballot: null,
  };
}
