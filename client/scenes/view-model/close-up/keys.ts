import { TICK_MS } from "../../../../shared/session/events.ts";
import { type Pulse, pulseTime, QUARTERS } from "../../../../shared/session/pulse.ts";
import { clamp } from "../geometry.ts";
import { level, lingeringVoltage, PLUG_LEAVES, pulseAt, REST_MV, unblocked } from "../traces.ts";
import { type Bath, hasPlugs } from "./bath.ts";

/**
 * The two keys of the NMDA receptor at one synapse. Both are turned only while Mg²⁺ is drawn out of the pore: what is
 * lit one after the other never looks like a coincidence.
 */
export interface Keys {
  /** Glutamate is bound. */
  glutamate: boolean;
  /** The membrane is depolarised as far as the line at which Mg²⁺ leaves. */
  voltage: boolean;
  /** How far Mg²⁺ has left, 0 … 1. */
  opening: number;
}

/** Share of NMDA receptors with glutamate from which the key counts as turned. */
const BOUND = 0.25;
/** The pore is free for tens of ms; the eye is given this long to see it, then it fades by the second, ms. */
const SEEN_MS = 260;
const GONE_MS = 480;
const QUARTER_MS = TICK_MS / QUARTERS;

/** Free share of the seat's NMDA receptors, bound times unblocked, at its highest in a tick. */
export function passage(pulse: Pulse, seat: number, { magnesium, apv }: Bath): number {
  if (apv) return 0;
  let highest = REST_MV;
  for (let q = 0; q < QUARTERS; q++) highest = Math.max(highest, pulse.dendrite[q] ?? REST_MV);
  return (pulse.glutamate[seat] ?? 0) * unblocked(highest, magnesium);
}

/** Glutamate on the seat's NMDA receptors, 0 … 1. APV keeps it off. */
export const boundGlutamate = (pulses: readonly Pulse[], seat: number, time: number, { apv }: Bath): number =>
  apv ? 0 : level(pulses, "glutamate", seat, time);

/** @returns `keys`, filled */
export function readKeys(pulses: readonly Pulse[], seat: number, time: number, bath: Bath, keys: Keys): Keys {
  let opening = 0;
  for (let i = pulseAt(pulses, time); i >= 0; i--) {
    const pulse = pulses[i]!;
    const from = pulseTime(pulse);
    if (time - from > GONE_MS + TICK_MS) break;
    const bound = bath.apv ? 0 : (pulse.glutamate[seat] ?? 0);
    for (let q = 0; q < QUARTERS; q++) {
      const age = time - from - q * QUARTER_MS;
      if (age < 0 || age > GONE_MS) continue;
      const eased = clamp((age + QUARTER_MS) / (3 * QUARTER_MS)) * (1 - clamp((age - SEEN_MS) / (GONE_MS - SEEN_MS)));
      opening = Math.max(opening, bound * unblocked(pulse.dendrite[q] ?? REST_MV, bath.magnesium) * eased);
    }
  }
  const both = opening >= PLUG_LEAVES;
  keys.opening = both ? opening : 0;
  keys.glutamate = both || boundGlutamate(pulses, seat, time, bath) >= BOUND;
  // A potential that was high before the glutamate came is no key: it does not linger beside a turned one.
  const lingering = unblocked(lingeringVoltage(pulses, time), bath.magnesium);
  keys.voltage = both || !hasPlugs(bath) || (!keys.glutamate && lingering >= PLUG_LEAVES);
  return keys;
}
