import { clamp, mix, noise, ramp } from "../geometry.ts";
import { MOST_RECEPTORS } from "../slots.ts";
import { type CloseUpFrame, type CloseUpMark, mark } from "./close-up-frame.ts";
import { type CloseUpLayout, DEPTH, membraneAt, SIZES, squeeze } from "./close-up-layout.ts";
import { WAY_MS } from "./traffic.ts";

/** AMPA receptors: in their slots, open or closed, on their way in from the endosome and out again. */

/** Slots that are always free: receptors come and go. */
const FREE_SLOTS = 6;
/** Slots of a synapse before the lesson: as many as it has receptors. */
const RESTING_SLOTS = 60;
/** Conductance, percent above rest, at which all receptors are drawn phosphorylated: the most that early LTP brings. */
const ALL_PHOSPHORYLATED = 24;
/** Where the endosome is, of the head's half width from the middle, and in units below the membrane. */
export const ENDOSOME = { x: -0.56, y: 1.12 } as const;
/** Receptors are inserted this far out, of the head's half width: beside the density, not in it. */
const INSERTED_AT = 0.93;

/** How many slots are drawn: the room grows with the spine, and is never less than its receptors need. */
export const slotsFor = (receptors: number, volume: number): number =>
  Math.min(MOST_RECEPTORS, Math.max(receptors + FREE_SLOTS, Math.round((RESTING_SLOTS * volume) / 100)));

/** Share of receptors drawn as phosphorylated. @param conductance percent of rest */
export const phosphorylatedShare = (conductance: number): number => clamp((conductance - 100) / ALL_PHOSPHORYLATED);

/** Whether receptor `k` is among a phosphorylated share; the section's are spread like the others. */
export const isPhosphorylated = (k: number, share: number): boolean => noise(k, 5) < share;

export const slotX = (layout: CloseUpLayout, wide: number, k: number): number =>
  layout.centre + layout.slots[k]!.x * squeeze(wide);

export function slotY(layout: CloseUpLayout, wide: number, k: number): number {
  const { x, depth, size } = layout.slots[k]!;
  const front = membraneAt(layout, wide, x * squeeze(wide));
  // Behind the section receptors stand on the membrane; in it they reach through.
  return depth === 0 ? front : front - layout.unit * (DEPTH * depth + SIZES[size]! * 0.3);
}

/** Free and taken slots, the receptors in them, and those on their way; the far ones first. */
export function drawReceptors(frame: CloseUpFrame, layout: CloseUpLayout, calm: boolean): void {
  const { slots, wide, seated, molecules } = frame;
  for (let row = SIZES.length - 1; row >= 0; row--) {
    for (let k = 0; k < MOST_RECEPTORS; k++) {
      const slot = layout.slots[k]!;
      if (slot.size !== row || (k >= slots && slot.depth > 0)) continue;
      const [x, y] = [slotX(layout, wide, k), slotY(layout, wide, k)];
      mark(molecules, "slot", x, y, k < seated && row > 0 ? 0.35 : 1, row);
      if (k < seated) drawReceptor(frame, k, x, y, row, 1);
    }
  }
  drawArrivals(frame, layout, calm);
  drawDepartures(frame, layout, calm);
}

function drawReceptor(frame: CloseUpFrame, k: number, x: number, y: number, size: number, alpha: number): void {
  const bright = isPhosphorylated(k, frame.phosphorylated);
  // Not all open at once, and some stay closed: the far ones are drawn fainter than those in the section.
  const latest = noise(k, 11);
  const open = latest > 0.86 ? 0 : ramp(frame.flash, 0.08 + 0.3 * latest, 0.22 + 0.36 * latest);
  const closed: CloseUpMark = bright ? "ampa-p" : "ampa";
  const opened: CloseUpMark = bright ? "ampa-p-open" : "ampa-open";
  mark(frame.molecules, closed, x, y, alpha * (1 - open), size);
  mark(frame.molecules, opened, x, y, alpha * open, size);
}

/** Recruits: out of the endosome in a vesicle, into the membrane beside the density, then sideways to a slot. */
function drawArrivals(frame: CloseUpFrame, layout: CloseUpLayout, calm: boolean): void {
  const { arrivals } = frame.traffic;
  for (let i = 0; i < frame.arriving; i++) {
    const k = frame.seated + i;
    const t = clamp((frame.time - arrivals[arrivals.length - frame.arriving + i]!) / WAY_MS);
    if (calm) drawStill(frame, layout, k, t);
    else drawOnTheWay(frame, layout, k, t, "ampa-new");
  }
}

/** Receptors on their way out, the same way backwards; the view no longer counts them. */
function drawDepartures(frame: CloseUpFrame, layout: CloseUpLayout, calm: boolean): void {
  const { departures } = frame.traffic;
  const receptors = frame.seated + frame.arriving;
  for (let i = 0; i < frame.leaving; i++) {
    const k = receptors + frame.leaving - 1 - i;
    if (k >= MOST_RECEPTORS) continue;
    const t = 1 - clamp((frame.time - departures[i]!) / WAY_MS);
    if (t <= 0) continue;
    if (calm) drawStill(frame, layout, k, t);
    else drawOnTheWay(frame, layout, k, t, "ampa");
  }
}

/** In a calm picture a receptor appears in its slot, or fades there. */
function drawStill(frame: CloseUpFrame, layout: CloseUpLayout, k: number, t: number): void {
  const { size } = layout.slots[k]!;
  mark(frame.molecules, "ampa", slotX(layout, frame.wide, k), slotY(layout, frame.wide, k), Math.max(0.02, t), size);
}

/** Shares of the way: in a vesicle through the spine, in the membrane to the density, within it to the slot. */
const IN_VESICLE = 0.34;
const ALONG_MEMBRANE = 0.86;

function drawOnTheWay(frame: CloseUpFrame, layout: CloseUpLayout, k: number, t: number, look: CloseUpMark): void {
  const { wide, molecules } = frame;
  const { half, unit, centre } = layout;
  const slot = layout.slots[k]!;
  const side = slot.x < 0 ? -1 : 1;
  const edge = side * INSERTED_AT * half * wide;
  if (t < IN_VESICLE) {
    const s = ramp(t, 0, IN_VESICLE);
    const from = ENDOSOME.x * half * wide;
    const x = centre + mix(from, edge, s);
    const lowest = layout.postsynaptic + unit * (ENDOSOME.y + 0.35);
    const y = mix(mix(layout.postsynaptic + unit * ENDOSOME.y, lowest, s), membraneAt(layout, wide, edge), s * s);
    mark(molecules, "cargo", x, y);
    return;
  }
  const along = ramp(t, IN_VESICLE, ALONG_MEMBRANE);
  const home = slot.x * squeeze(wide);
  const x = mix(edge, home, along);
  const back = ramp(t, ALONG_MEMBRANE - 0.06, 1);
  const y = mix(membraneAt(layout, wide, x), slotY(layout, wide, k), back);
  mark(molecules, look, centre + x, y, 1, Math.round(slot.size * back));
}
