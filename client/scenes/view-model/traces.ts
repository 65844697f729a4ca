import { TICK_MS } from "../../../shared/session/events.ts";
import { type Pulse, pulseTime, QUARTERS } from "../../../shared/session/pulse.ts";
import { PAST_MS } from "../moment.ts";
import { clamp, mix } from "./geometry.ts";

/** What the pulses say about any instant: voltages, bound glutamate, calcium. */

/** Resting potential, mV, and that at which the cell fires (MODEL.md). */
export const REST_MV = -70;
export const FIRES_MV = -53.16;
/** Wall-clock length of a model step (1 ms biological) at the standard slow motion S = 2.5. */
export const STEP_WALL_MS = 2.5;
/** Time between the four spikes of a tap's burst, wall-clock ms: 100 Hz at S = 2.5. */
export const BURST_GAP_MS = 25;
export const BURST = 4;

/** A cell without pulses is back at rest after this time, ms. */
const BACK_TO_REST_MS = 120;
const QUARTER_MS = TICK_MS / QUARTERS;

/**
 * Part of the NMDA receptors whose pore magnesium leaves free: 1 / (1 + [Mg]/3.57 · exp(−0.062 · v)).
 * @param v  potential at the synapse, mV
 * @param magnesium  outside, mM
 * @source Jahr & Stevens 1990, J Neurosci 10:3178
 */
export const unblocked = (v: number, magnesium = 1): number => 1 / (1 + (magnesium * Math.exp(-0.062 * v)) / 3.57);

/** Free share from which plugs are drawn leaving. At rest 0.04 are free; a drawn plug means many more. */
export const PLUG_LEAVES = 0.2;
/** Potential at the synapses at which plugs begin to leave where all glutamate sites are bound, mV: about -43. */
export const MAGNESIUM_LEAVES_MV = -Math.log((1 / PLUG_LEAVES - 1) * 3.57) / 0.062;

/** Index of the last pulse that begins at or before `time`, -1 if none. */
export function pulseAt(pulses: readonly Pulse[], time: number): number {
  let [low, high] = [0, pulses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pulseTime(pulses[middle]!) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A potential at an instant, mV, interpolated between quarters of a tick; at rest where nothing moved. */
export function voltage(pulses: readonly Pulse[], kind: "soma" | "dendrite", time: number): number {
  const i = pulseAt(pulses, time);
  const here = pulses[i];
  if (here === undefined) return REST_MV;
  const at = (time - pulseTime(here)) / QUARTER_MS;
  const values = here[kind];
  if (at < QUARTERS - 1) {
    const q = Math.floor(at);
    return mix(values[q] ?? REST_MV, values[q + 1] ?? REST_MV, at - q);
  }
  const last = values[QUARTERS - 1] ?? REST_MV;
  const next = pulses[i + 1];
  if (next !== undefined && next.tick === here.tick + 1) {
    return mix(last, next[kind][0] ?? REST_MV, clamp(at - (QUARTERS - 1)));
  }
  return mix(last, REST_MV, clamp(((at - QUARTERS + 1) * QUARTER_MS) / BACK_TO_REST_MS));
}

/** Glutamate bound or calcium of a seat at an instant, interpolated between ticks; 0 where nothing moved. */
export function level(pulses: readonly Pulse[], kind: "glutamate" | "calcium", seat: number, time: number): number {
  const i = pulseAt(pulses, time);
  const here = pulses[i];
  if (here === undefined) return 0;
  const t = (time - pulseTime(here)) / TICK_MS;
  const value = here[kind][seat] ?? 0;
  const next = pulses[i + 1];
  const after = next !== undefined && next.tick === here.tick + 1 ? (next[kind][seat] ?? 0) : 0;
  return mix(value, after, clamp(t));
}

/** The glutamate of all seats. @param out  filled by seat */
export function boundGlutamate(pulses: readonly Pulse[], time: number, out: Float32Array): void {
  const i = pulseAt(pulses, time);
  out.fill(0);
  if (i < 0) return;
  const here = pulses[i]!;
  const next = pulses[i + 1]?.tick === here.tick + 1 ? pulses[i + 1]! : undefined;
  const t = clamp((time - pulseTime(here)) / TICK_MS);
  const seats = Math.min(out.length, here.glutamate.length);
  for (let seat = 0; seat < seats; seat++) out[seat] = (1 - t) * here.glutamate[seat]!;
  if (next) for (let seat = 0; seat < seats; seat++) out[seat]! += t * next.glutamate[seat]!;
}

/** The eye needs a plug to stay away this long to see it, ms; the pore itself is free for tens of ms only. */
const SEEN_MS = 260;
const SEEN_GONE_MS = 480;

/**
 * How far Mg²⁺ has left the NMDA receptors: bound glutamate times the free share, at its highest in the last moments.
 * Nothing leaves where no glutamate is bound, or while the membrane rests.
 * @param open  filled by seat, 0 … 1
 */
export function openings(pulses: readonly Pulse[], time: number, open: Float32Array): void {
  open.fill(0);
  for (let i = pulseAt(pulses, time); i >= 0; i--) {
    const pulse = pulses[i]!;
    const from = pulseTime(pulse);
    if (time - from > SEEN_GONE_MS + TICK_MS) break;
    for (let q = 0; q < QUARTERS; q++) {
      const age = time - from - q * QUARTER_MS;
      if (age < 0 || age > SEEN_GONE_MS) continue;
      const seen = unblocked(pulse.dendrite[q] ?? REST_MV) * (1 - clamp((age - SEEN_MS) / (SEEN_GONE_MS - SEEN_MS)));
      // The first quarter fades in rather than jumps: the pulse's own time resolution is 10 ms.
      const eased = seen * clamp((age + QUARTER_MS) / (3 * QUARTER_MS));
      for (let seat = 0; seat < open.length; seat++) {
        const value = (pulse.glutamate[seat] ?? 0) * eased;
        if (value > open[seat]!) open[seat] = value;
      }
    }
  }
}

/**
 * The highest dendritic potential of the last moments, mV, falling back slowly: a glow without flicker.
 * @param pace  session ms that pass in a ms on the wall: it falls as slowly to the eye where a replay is fast
 */
export function lingeringVoltage(pulses: readonly Pulse[], time: number, pace = 1): number {
  const gone = Math.min(PAST_MS, SEEN_GONE_MS * Math.max(1, pace));
  let highest = voltage(pulses, "dendrite", time);
  for (let i = pulseAt(pulses, time); i >= 0; i--) {
    const pulse = pulses[i]!;
    const age = time - pulseTime(pulse);
    if (age > gone) break;
    if (age < TICK_MS) continue;
    const fallen = clamp((age - TICK_MS) / (gone - TICK_MS));
    for (let q = 0; q < QUARTERS; q++) {
      const faded = mix(pulse.dendrite[q] ?? REST_MV, REST_MV, fallen);
      if (faded > highest) highest = faded;
    }
  }
  return highest;
}
