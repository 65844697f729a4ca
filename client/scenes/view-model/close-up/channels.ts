import { TICK_MS } from "../../../../shared/session/events.ts";
import { type Pulse, pulseTime } from "../../../../shared/session/pulse.ts";
import { clamp, mix, noise, ramp } from "../geometry.ts";
import { PLUG_LEAVES } from "../traces.ts";
import { hasPlugs } from "./bath.ts";
import { type CloseUpFrame, mark } from "./close-up-frame.ts";
import { type CloseUpLayout, membraneAt, squeeze } from "./close-up-layout.ts";
import { boundGlutamate, passage } from "./keys.ts";

/** NMDA receptors in the section with their plugs, and the ions on both sides of the membrane. */

/** Height of an NMDA receptor, units. */
export const NMDA = 1.06;
/** Calcium stars of a tick, for each unit of calcium (the LTD threshold). */
const PER_TICK = 1.1;
const ION_MS = 760;
/** Ions that wait outside, seen at rest; Na⁺ that an opening AMPA receptor lets in. */
const WAITING = 8;
const SODIUM = 7;

/** A plug counts as out when its channel's opening is so far beyond where it leaves. */
const LEFT = 0.02;
/** Channel `k` lets its plug go from this opening on: the first where the key turns, each other one a little later. */
const leavesAt = (k: number): number => PLUG_LEAVES + 0.09 * ((k * 2) % 3);
const nthToOpen = (n: number): number => (n * 2) % 3;

/** How many channels are free at an opening. */
function openAt({ channels }: CloseUpLayout, opening: number): number {
  let n = 0;
  for (let k = 0; k < channels.length; k++) if (opening >= leavesAt(k) + LEFT) n++;
  return n;
}

export const channelX = (layout: CloseUpLayout, wide: number, k: number): number =>
  layout.centre + layout.channels[k]! * squeeze(wide);
export const channelY = (layout: CloseUpLayout, wide: number, k: number): number =>
  membraneAt(layout, wide, layout.channels[k]! * squeeze(wide));

/** Receptors, their bound glutamate, and plugs in the pore or out of it. */
export function drawChannels(frame: CloseUpFrame, layout: CloseUpLayout, pulses: readonly Pulse[]): void {
  const { molecules, wide, opening } = frame;
  const { unit } = layout;
  const bound = boundGlutamate(pulses, frame.seat, frame.time, frame.bath);
  const plugs = hasPlugs(frame.bath);
  frame.channels = layout.channels.length;
  frame.plugsOut = 0;
  for (let k = 0; k < layout.channels.length; k++) {
    const [x, y] = [channelX(layout, wide, k), channelY(layout, wide, k)];
    const out = opening > 0 ? ramp(opening, leavesAt(k), leavesAt(k) + 2 * LEFT) : 0;
    // The gate stands open for as long as the plug is drawn out of it.
    const gate = Math.max(ramp(bound, 0.12 + 0.1 * k, 0.25 + 0.1 * k), out);
    mark(molecules, "nmda", x, y, 1 - gate);
    mark(molecules, "nmda-bound", x, y, gate);
    if (gate > 0.5) {
      mark(molecules, "glutamate", x - unit * 0.26, y - unit * 0.37, ramp(gate, 0.5, 0.9));
      mark(molecules, "glutamate", x + unit * 0.26, y - unit * 0.37, ramp(gate, 0.5, 0.9));
    }
    if (out > 0.5) frame.plugsOut++;
    if (!plugs) continue;
    const side = k % 2 === 0 ? 1 : -1;
    const up = ramp(out, 0, 0.6);
    mark(molecules, "plug", x + side * unit * 0.44 * ramp(out, 0.45, 1), y + unit * (0.02 - 0.8 * up));
  }
}

/** Ions that wait outside, Ca²⁺ on the right, Na⁺ on the left. They drift a little where pictures move. */
export function drawWaiting(frame: CloseUpFrame, layout: CloseUpLayout, calm: boolean): void {
  const { molecules, time } = frame;
  for (let k = 0; k < WAITING; k++) {
    const drift = calm ? 0 : Math.sin(time / 900 + k * 2.1) * layout.unit * 0.04;
    mark(molecules, k % 2 === 0 ? "calcium" : "sodium", waitingX(layout, k) + drift, waitingY(layout, k) - drift * 0.6);
  }
}

/** Beside the density, on both sides, below the locks and labels. */
export const waitingX = ({ centre, half }: CloseUpLayout, k: number): number =>
  centre + (k % 2 === 0 ? 1 : -1) * half * (1.04 + 0.085 * (k >> 1));
export const waitingY = ({ presynaptic, unit }: CloseUpLayout, k: number): number =>
  presynaptic + unit * (0.74 + 0.3 * ((k >> 1) % 2) + 0.15 * noise(k, 32));

/** Ca²⁺ enters only through receptors whose plug is out, as much of it as the model counts. */
export function drawCalcium(frame: CloseUpFrame, layout: CloseUpLayout, pulses: readonly Pulse[]): void {
  const { molecules, wide, time, seat } = frame;
  const { unit, half, centre } = layout;
  for (const pulse of pulses) {
    const since = time - pulseTime(pulse);
    if (since < 0 || since > ION_MS + TICK_MS) continue;
    const free = passage(pulse, seat, frame.bath);
    const open = openAt(layout, free);
    if (open === 0) continue;
    const seed = pulse.tick * 64 + seat;
    const count = Math.floor((pulse.calcium[seat] ?? 0) * PER_TICK * 4 * free + noise(seed, 7));
    for (let i = 0; i < count; i++) {
      const k = nthToOpen(Math.floor(noise(seed, i, 5) * open));
      const age = since - noise(seed, i, 4) * TICK_MS - 30;
      if (age <= 0 || age >= ION_MS) continue;
      const [x, y] = [channelX(layout, wide, k), channelY(layout, wide, k)];
      // Down the pore first, then out into the spine.
      const through = ramp(age, 0, 170);
      const spread = 1 - (1 - clamp((age - 130) / (ION_MS - 130))) ** 2;
      // The head is narrower further down.
      const down = noise(seed, i, 8);
      const goal = centre + (noise(seed, i, 6) - 0.5) * (1.5 - 0.6 * down) * half * wide;
      const deep = unit * (0.15 + 0.95 * down) * spread;
      mark(
        molecules,
        "calcium",
        mix(x, goal, spread),
        y - unit * 0.75 * (1 - through) + unit * 0.5 * through + deep,
        clamp(age / 40) * clamp((ION_MS - age) / 160),
      );
    }
  }
}

/** Na⁺ runs in through the section's open AMPA receptors. */
export function drawSodium(frame: CloseUpFrame, layout: CloseUpLayout): void {
  const { taps, time, wide, molecules } = frame;
  const { unit, centre, slots } = layout;
  for (let i = 0; i < taps.count; i++) {
    const since = time - taps.time[i]! - 110;
    if (since < 0 || since > 700) continue;
    for (let k = 0; k < SODIUM * 3; k++) {
      const slot = k % SODIUM;
      if (slot >= 6 || slot >= frame.seated) continue;
      const age = since - noise(taps.seed[i]!, k, 9) * 220;
      if (age <= 0 || age > 430) continue;
      const x = slots[slot]!.x * squeeze(wide);
      const t = age / 430;
      const drift = (noise(taps.seed[i]!, k, 10) - 0.5) * unit * 0.9 * ramp(t, 0.5, 1);
      const y = membraneAt(layout, wide, x) + unit * mix(-0.6, 1, t);
      mark(molecules, "sodium", centre + x + drift, y, clamp(age / 50) * clamp((430 - age) / 140));
    }
  }
}
