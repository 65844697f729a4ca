import type { Round } from "../lesson/round.ts";
import { type StampedEvent, TICK_MS } from "../session/events.ts";
import { type Pulse, QUARTERS } from "../session/pulse.ts";
import { stepsPerTick } from "../session/timing.ts";
import type { ClassView, SeatView } from "../session/view.ts";
import { isCondition, type Mark } from "./exploration.ts";
import type { Keyframe } from "./keyframes.ts";
import type { Recording } from "./recording.ts";

/** What lies between keyframes, for a class that cannot be simulated again. */

/** Number of the last keyframe at or before a tick; the first one where none is. */
export function keyframeAt(keyframes: readonly Keyframe[], tick: number): number {
  let [low, high] = [0, keyframes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (keyframes[middle]!.tick <= tick) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What was to be seen at a tick, as far as keyframes tell: figures go straight from one to the next, all else stays. */
export function viewBetween(keyframes: readonly Keyframe[], tick: number): ClassView | undefined {
  const at = keyframeAt(keyframes, tick);
  const [before, after] = [keyframes[at], keyframes[at + 1]];
  if (!before) return undefined;
  // What is taken back is so at once.
  const takenBack = (after?.view.plot.length ?? 0) < before.view.plot.length;
  if (!after || takenBack || tick <= before.tick) return { ...before.view, tick };
  const share = (tick - before.tick) / (after.tick - before.tick);
  const mix = (a: number, b: number): number => a + share * (b - a);
  const whole = (a: number, b: number): number => Math.round(mix(a, b));
  const [from, to] = [before.view, after.view];
  const later = new Map(to.seats.map((seat) => [seat.seat, seat]));
  const seats = from.seats.map((seat): SeatView => {
    const next = later.get(seat.seat) ?? seat;
    const { taps, receptors, conductance, strength, release, volume } = seat;
    return {
      ...seat,
      // They count from nothing in each round.
      taps: next.taps < taps ? taps : whole(taps, next.taps),
      receptors: whole(receptors, next.receptors),
      conductance: whole(conductance, next.conductance),
      strength: whole(strength, next.strength),
      release: whole(release, next.release),
      volume: whole(volume, next.volume),
    };
  });
  const onwards = (a: number, b: number): number => (b < a ? a : whole(a, b));
  const minutes =
    from.phase === "lapse" && to.phase === "lapse" ? mix(from.lapse.minutes, to.lapse.minutes) : from.lapse.minutes;
  return {
    ...from,
    tick,
    seats,
    beat: onwards(from.beat, to.beat),
    cellSpikes: onwards(from.cellSpikes, to.cellSpikes),
    needed: whole(from.needed, to.needed),
    proteins: whole(from.proteins, to.proteins),
    lapse: { ...from.lapse, minutes },
    plot: to.plot.slice(0, onwards(from.plot.length, to.plot.length)),
  };
}

/** The taps of a tick as a scene draws them. What the cell did in it no keyframe tells: it rests. */
export function tapsOf(
  events: readonly StampedEvent[],
  tick: number,
  view: ClassView,
  script: readonly Round[],
): Pulse | undefined {
  const round = script[view.round];
  if (!round || view.phase !== "round" || view.paused) return undefined;
  const steps = stepsPerTick(round);
  const asked = new Set(view.seats.flatMap(({ seat, asked }) => (asked ? [seat] : [])));
  const taps = events.flatMap(({ event }) =>
    event.kind === "tap" && asked.has(event.seat)
      ? [{ seat: event.seat, offset: Math.floor((event.offset * TICK_MS) / steps) }]
      : [],
  );
  const seats = 1 + Math.max(-1, ...view.seats.map(({ seat }) => seat));
  const rest = Array.from({ length: QUARTERS }, () => RESTING_MV);
  const none = new Float32Array(seats);
  return taps.length === 0
    ? undefined
    : { tick, soma: rest, dendrite: rest, spikes: [], taps, glutamate: none, calcium: none };
}

const RESTING_MV = -70;

/** What a timeline marks, without a simulation: where phases begin, and the conditions that were recorded. */
export function marksOf({ keyframes, events }: Recording): Mark[] {
  const conditions = events.flatMap(({ tick, event }): Mark[] => {
    if (!isCondition(event)) return [];
    const round = keyframes[keyframeAt(keyframes, tick)]?.view.round ?? 0;
    return [{ tick, kind: "condition", round, condition: event }];
  });
  return [...conditions, ...phasesOf(keyframes)].sort((a, b) => a.tick - b.tick);
}

/** Where phases begin, as far as keyframes tell: one stands at each. */
const phasesOf = (keyframes: readonly Keyframe[]): Mark[] =>
  keyframes.flatMap(({ tick, view }, i): Mark[] => {
    const { phase, round, lapse } = view;
    if (phase === (keyframes[i - 1]?.view.phase ?? "lobby")) return [];
    if (phase === "lapse") return [{ tick, kind: phase, round, minutes: lapse.of }];
    if (phase === "round" || phase === "stimulation") return [{ tick, kind: phase, round }];
    return phase === "ended" ? [{ tick, kind: "end", round }] : [];
  });
