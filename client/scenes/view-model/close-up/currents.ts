import { type Pulse, pulseTime } from "../../../../shared/session/pulse.ts";
import { clamp } from "../geometry.ts";
import { type CloseUpFrame, type CloseUpMark, mark } from "./close-up-frame.ts";
import type { CloseUpLayout } from "./close-up-layout.ts";

/** Light that runs through neck and dendrite: the synapse's own potential out, the cell's spike in. */

/** An EPSP is seen setting out this long after the tap, and travels so long, ms. */
const SETS_OUT_MS = 150;
const EPSP_MS = 320;
/** The cell's spike runs in from the soma in this time, ms. */
const BACK_MS = 180;
/** Spikes of the cell closer than this, ms, share one run of light. */
const APART_MS = 90;

/** A point on the way from the soma (left) along the dendrite and up the neck: 0 … 1. */
function wayX({ centre }: CloseUpLayout, t: number): number {
  return t < 0.72 ? (centre * t) / 0.72 : centre;
}
function wayY({ dendrite, postsynaptic, unit }: CloseUpLayout, t: number): number {
  const middle = (dendrite.top + dendrite.bottom) / 2;
  if (t < 0.72) return middle;
  return middle - ((t - 0.72) / 0.28) * (middle - postsynaptic - unit * 1.2);
}

/** @param direction 1: towards the spine, -1: towards the soma */
function comet(
  frame: CloseUpFrame,
  layout: CloseUpLayout,
  at: number,
  direction: 1 | -1,
  kind: "epsp" | "back",
  alpha: number,
): void {
  const tail: CloseUpMark = kind === "epsp" ? "epsp-tail" : "back-tail";
  for (let k = 5; k >= 0; k--) {
    const t = at - direction * k * 0.022;
    if (t < 0 || t > 1) continue;
    mark(frame.light, k === 0 ? kind : tail, wayX(layout, t), wayY(layout, t), alpha * (1 - k / 6));
  }
}

export function drawCurrents(frame: CloseUpFrame, layout: CloseUpLayout, pulses: readonly Pulse[]): void {
  const { taps, time } = frame;
  for (let i = 0; i < taps.count && !frame.bath.cnqx; i++) {
    const t = (time - taps.time[i]! - SETS_OUT_MS) / EPSP_MS;
    if (t > 0 && t < 1) comet(frame, layout, 1 - t, -1, "epsp", clamp(6 * t) * clamp(5 * (1 - t)));
  }
  let last = Number.NEGATIVE_INFINITY;
  for (const pulse of pulses) {
    for (const offset of pulse.spikes) {
      const spike = pulseTime(pulse) + offset;
      if (spike - last < APART_MS) continue;
      last = spike;
      const t = (time - spike + BACK_MS * 0.4) / BACK_MS;
      if (t > 0 && t < 1.1) comet(frame, layout, t, 1, "back", 1);
    }
  }
}
