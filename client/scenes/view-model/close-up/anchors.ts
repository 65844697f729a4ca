import { clamp } from "../geometry.ts";
import { channelX, channelY, waitingX, waitingY } from "./channels.ts";
import type { CloseUpFrame, Labelled } from "./close-up-frame.ts";
import { type CloseUpLayout, membraneAt } from "./close-up-layout.ts";
import { kinaseX, kinaseY } from "./late.ts";
import { ENDOSOME, isPhosphorylated, slotX, slotY } from "./receptors.ts";
import { VESICLE } from "./release.ts";

/** Where the labels' lines end. */

/** Receptor in the section that the label names, and the slot that stays free longest. */
const NAMED_RECEPTOR = 4;
const NAMED_SLOT = 110;
/** Right half of the section, from the outside in: one of these shows its phosphate. */
const MAYBE_PHOSPHORYLATED = [5, 3, 1] as const;
/** Where the flag of the tag flies: from the middle of the neck, and below the cleft, units. */
export const FLAG = { x: -0.4, y: 2.78 } as const;

/** Fills the anchors of a described frame. */
export function setAnchors(frame: CloseUpFrame, layout: CloseUpLayout): void {
  const { wide } = frame;
  const { centre, unit, half, reserve } = layout;
  const channel = layout.channels.length - 1;
  const [x, y] = [channelX(layout, wide, channel), channelY(layout, wide, channel)];
  set(frame, layout, "nmda", x + unit * 0.3, y - unit * 0.36);
  const out = frame.plugsOut > channel;
  set(frame, layout, "magnesium", out ? x + unit * 0.44 : x, out ? y - unit * 0.78 : y + unit * 0.02, frame.line > 0);
  set(frame, layout, "ampa", slotX(layout, wide, NAMED_RECEPTOR), slotY(layout, wide, NAMED_RECEPTOR) - unit * 0.1);
  set(
    frame,
    layout,
    "slot",
    slotX(layout, wide, NAMED_SLOT),
    slotY(layout, wide, NAMED_SLOT),
    frame.seated <= NAMED_SLOT,
  );
  set(frame, layout, "glutamate", centre + reserve[0]!.x, reserve[0]!.y + unit * VESICLE * 0.19);
  set(frame, layout, "vesicle", centre + reserve[2]!.x - unit * 0.15, reserve[2]!.y);
  set(frame, layout, "calcium", waitingX(layout, 4), waitingY(layout, 4));
  set(frame, layout, "sodium", waitingX(layout, 5), waitingY(layout, 5));
  set(frame, layout, "bouton", centre - half * 0.9, layout.presynaptic * 0.34);
  set(frame, layout, "spine", centre + half * wide * 0.62, layout.postsynaptic + layout.tall * 0.78);
  set(frame, layout, "kinase", kinaseX(layout, wide, 3) + unit * 0.1, kinaseY(layout, 3));
  set(
    frame,
    layout,
    "endosome",
    centre + ENDOSOME.x * half * wide - unit * 0.4,
    layout.postsynaptic + unit * ENDOSOME.y,
  );
  const rim = -0.5 * half * Math.min(1, wide);
  set(frame, layout, "density", centre + rim, membraneAt(layout, wide, rim) + unit * 0.24);
  set(
    frame,
    layout,
    "tag",
    centre + unit * (FLAG.x - 0.88),
    layout.postsynaptic + unit * (FLAG.y - 0.62),
    frame.tag !== 0,
  );
  const bright = phosphorylatedOf(frame);
  const k = Math.max(0, bright);
  set(
    frame,
    layout,
    "phosphate",
    slotX(layout, wide, k) + unit * 0.1,
    slotY(layout, wide, k) + unit * 0.4,
    bright >= 0,
  );
}

/** The outermost of those that may show a phosphate and does; -1 if none. */
function phosphorylatedOf(frame: CloseUpFrame): number {
  for (const k of MAYBE_PHOSPHORYLATED) {
    if (k < frame.seated && isPhosphorylated(k, frame.phosphorylated)) return k;
  }
  return -1;
}

function set(frame: CloseUpFrame, layout: CloseUpLayout, key: Labelled, x: number, y: number, shown = true): void {
  const anchor = frame.anchors[key];
  anchor.x = clamp(x, 0, layout.width);
  anchor.y = clamp(y, 0, layout.height - layout.strip);
  anchor.shown = shown;
}
