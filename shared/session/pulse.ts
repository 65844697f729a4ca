import { TICK_MS } from "./events.ts";

/**
 * One tick of the cell, as the scene draws it: taps, voltage, the cell's spikes, glutamate and calcium at each synapse.
 * It travels as one packed buffer (room to stage, worker to page), so live and replay draw from the same bytes.
 */
export interface Pulse {
  readonly tick: number;
  /** Somatic potential in each quarter of the tick, mV (highest of the quarter). */
  readonly soma: readonly number[];
  /** Potential at the synapses in each quarter, mV: what the NMDA receptors feel; higher while a spike runs back. */
  readonly dendrite: readonly number[];
  /** When the cell spiked, ms on the wall clock into the tick. */
  readonly spikes: readonly number[];
  /** Taps that fired, `offset` ms on the wall clock into the tick. */
  readonly taps: readonly { readonly seat: number; readonly offset: number }[];
  /** NMDA receptors that hold glutamate, by seat, 0 … 1. */
  readonly glutamate: Float32Array;
  /** Highest calcium in the tick, by seat, in units of the LTD threshold (LTP above 1.43). */
  readonly calcium: Float32Array;
}

/** One byte a quarter tick: -90 mV … +37.5 mV in half millivolts. */
const MV_FLOOR = -90;
const MV_STEP = 0.5;
/** One byte a seat: calcium 0 … 3.19 in eightieths of the LTD threshold. */
const CALCIUM_STEP = 1 / 80;
export const QUARTERS = 4;

const byte = (x: number): number => Math.max(0, Math.min(255, Math.round(x)));

/**
 * Packs a pulse: u32 tick, 4 soma, 4 dendrite, counts, then one byte a spike, two a tap, two a seat.
 * @returns 12 + 3 + spikes + 2·taps + 2·seats bytes
 */
export function encodePulse(pulse: Pulse): Uint8Array {
  const seats = pulse.glutamate.length;
  const bytes = new Uint8Array(15 + pulse.spikes.length + 2 * pulse.taps.length + 2 * seats);
  new DataView(bytes.buffer).setUint32(0, pulse.tick);
  let at = 4;
  for (let q = 0; q < QUARTERS; q++) bytes[at++] = byte((pulse.soma[q]! - MV_FLOOR) / MV_STEP);
  for (let q = 0; q < QUARTERS; q++) bytes[at++] = byte((pulse.dendrite[q]! - MV_FLOOR) / MV_STEP);
  bytes[at++] = pulse.spikes.length;
  bytes[at++] = pulse.taps.length;
  bytes[at++] = seats;
  for (const offset of pulse.spikes) bytes[at++] = byte(offset);
  for (const tap of pulse.taps) {
    bytes[at++] = tap.seat;
    bytes[at++] = byte(tap.offset);
  }
  for (let i = 0; i < seats; i++) bytes[at++] = byte(pulse.glutamate[i]! * 255);
  for (let i = 0; i < seats; i++) bytes[at++] = byte(pulse.calcium[i]! / CALCIUM_STEP);
  return bytes;
}

/** @throws RangeError when the buffer is cut short */
export function decodePulse(bytes: Uint8Array): Pulse {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4;
  const next = (): number => view.getUint8(at++);
  const list = <T>(n: number, read: () => T): T[] => Array.from({ length: n }, read);
  const millivolts = (): number => MV_FLOOR + next() * MV_STEP;
  const tick = view.getUint32(0);
  const soma = list(QUARTERS, millivolts);
  const dendrite = list(QUARTERS, millivolts);
  const [spikeCount, tapCount, seats] = [next(), next(), next()];
  const spikes = list(spikeCount, next);
  const taps = list(tapCount, () => ({ seat: next(), offset: next() }));
  const glutamate = Float32Array.from(list(seats, () => next() / 255));
  const calcium = Float32Array.from(list(seats, () => next() * CALCIUM_STEP));
  return { tick, soma, dendrite, spikes, taps, glutamate, calcium };
}

/** Session time at which a pulse begins, ms. */
export const pulseTime = (pulse: Pulse): number => pulse.tick * TICK_MS;
