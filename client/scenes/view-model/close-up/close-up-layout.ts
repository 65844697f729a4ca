import type { Point } from "../geometry.ts";
import type { Rectangle } from "../layout.ts";
import { MOST_RECEPTORS } from "../slots.ts";

/**
 * Where the parts of one synapse are, cut in half: above the bouton, below it the cleft and the spine head, whose
 * density is seen from slightly above (the back half of a disc), then neck and dendrite. Lengths in px of the backing
 * store; heights count in `unit`, a ninth of the picture without its caption.
 */
export interface CloseUpLayout extends Rectangle {
  /** Height of its words, px: the smallest text, or more where there is room. */
  readonly letter: number;
  readonly unit: number;
  /** Width kept free for labels, on either side. */
  readonly side: number;
  /** Height kept free for the caption, at the bottom. */
  readonly strip: number;
  /** Middle of the synapse. */
  readonly centre: number;
  /** Lowest points of the bouton, and highest of the spine's membrane in the section. */
  readonly presynaptic: number;
  readonly postsynaptic: number;
  /** Half the width of bouton and of a resting spine head. */
  readonly half: number;
  /** Height of a resting spine head in the section. */
  readonly tall: number;
  readonly dendrite: { readonly top: number; readonly bottom: number };
  /** Slots of the density in the order in which they are taken: from the middle of it, and how deep, 0 (section) … 1. */
  readonly slots: readonly Slot[];
  /** NMDA receptors in the section, px from the middle. */
  readonly channels: readonly number[];
  /** Vesicles at the active zone, px from the middle. */
  readonly docks: readonly number[];
  /** Vesicles waiting behind them. */
  readonly reserve: readonly Point[];
}

/** A slot for one AMPA receptor. */
export interface Slot {
  /** px from the middle. */
  readonly x: number;
  /** 0 in the section, 1 at the far rim of the density. */
  readonly depth: number;
  /** Which of the SIZES a receptor in it is drawn in. */
  readonly size: number;
}

/** Heights of an AMPA receptor in units: the first in the section, then ever further back. */
export const SIZES = [0.62, 0.53, 0.45, 0.37, 0.34, 0.31, 0.28, 0.25] as const;
/** Rows of slots behind the section, and the size of the first of them. */
const ROWS = 5;
const FIRST_ROW = 3;
/** The density's disc reaches this far back in the picture, units. */
export const DEPTH = 1.2;
/** A head grows to this many times its resting width, and shrinks to this. */
export const WIDEST = 1.35;
export const NARROWEST = 0.72;
/** The section's membrane is lower at its edge than in the middle, units. */
const DROP = 0.36;

/** Places in the section from left to right: AMPA receptors, and NMDA receptors between them. */
const SECTION = ["ampa", "ampa", "nmda", "ampa", "ampa", "nmda", "ampa", "ampa", "nmda", "ampa", "ampa"] as const;
/** In which order the section's AMPA slots are taken: the middle ones by those that are there anyway, then one by the second recruit; the last stays free for long. */
const SECTION_ORDER = [61, 4, 2, 0, 1, 3, 5, 110] as const;
/** The section's places reach this far out, of the resting half. */
const SECTION_REACH = 0.87;
const DOCKS = 6;

/** Where there is room for so many letters and more, they are drawn larger than they must be. */
const LETTERS_ACROSS = 46;
const LETTERS_DOWN = 26;

/** Lays out the close-up of one synapse in a rectangle. */
export function layOutCloseUp(rectangle: Rectangle): CloseUpLayout {
  const { width, height, text } = rectangle;
  const letter = Math.max(text, Math.min(width / LETTERS_ACROSS, height / LETTERS_DOWN));
  const strip = Math.min(3.1 * letter, height * 0.16);
  const side = Math.min(Math.max(width * 0.2, letter * 7.2), width * 0.27);
  const unit = (height - strip) / 9;
  const half = Math.min((width - 2 * side) / 2 / WIDEST, unit * 4.2);
  const place = (i: number, of: number, reach: number): number => ((2 * i) / (of - 1) - 1) * reach * half;
  const places = SECTION.map((kind, i) => ({ kind, x: place(i, SECTION.length, SECTION_REACH) }));
  const docks = Array.from({ length: DOCKS }, (_, i) => place(i, DOCKS, 0.6));
  return {
    width,
    height,
    text,
    letter,
    unit,
    side,
    strip,
    centre: width / 2,
    presynaptic: unit * 2.4,
    postsynaptic: unit * 4.3,
    half,
    tall: unit * 2.12,
    dendrite: { top: unit * 7.4, bottom: unit * 9 },
    slots: slotsOf(
      places.filter(({ kind }) => kind === "ampa").map(({ x }) => x),
      half * WIDEST * 0.96,
    ),
    channels: places.filter(({ kind }) => kind === "nmda").map(({ x }) => x),
    docks,
    reserve: reserveOf(unit, half),
  };
}

/** The section's slots, and rows behind it that are taken from the middle outwards. */
function slotsOf(section: readonly number[], reach: number): Slot[] {
  const depths = Array.from({ length: ROWS }, (_, row) => 0.2 + (0.74 * row) / (ROWS - 1));
  const widths = depths.map((depth) => reach * Math.sqrt(1 - depth * depth));
  const behind = MOST_RECEPTORS - section.length;
  const pitch = (2 * widths.reduce((sum, w) => sum + w, 0)) / (behind + ROWS);
  const free: (Slot & { out: number })[] = [];
  for (const [row, depth] of depths.entries()) {
    const n = Math.ceil((2 * widths[row]!) / pitch);
    for (let i = 0; i < n; i++) {
      const x = (i - (n - 1) / 2) * pitch;
      free.push({ x, depth, size: FIRST_ROW + row, out: Math.hypot(x / reach, depth * 0.8) });
    }
  }
  free.sort((a, b) => a.out - b.out || a.x - b.x);
  const slots: Slot[] = [];
  for (const [i, k] of SECTION_ORDER.entries()) slots[k] = { x: section[i]!, depth: 0, size: 0 };
  for (let k = 0, next = 0; k < MOST_RECEPTORS; k++) {
    if (slots[k] !== undefined) continue;
    const { x, depth, size } = free[next++]!;
    slots[k] = { x, depth, size };
  }
  return slots;
}

/** Two uneven rows of vesicles in the bouton's body, px from its middle and from the picture's top. */
function reserveOf(unit: number, half: number): Point[] {
  const at: readonly (readonly [number, number])[] = [
    [-0.72, 1.46],
    [-0.42, 1.34],
    [-0.56, 0.92],
    [-0.16, 1.16],
    [0.36, 0.96],
    [0.14, 1.42],
    [0.46, 1.44],
    [0.72, 1.22],
  ];
  return at.map(([x, y]) => ({ x: x * half, y: y * unit }));
}

/** How wide a spine of this volume is drawn, of the resting width. @param volume percent of rest */
export const widthOf = (volume: number): number => Math.max(NARROWEST, Math.min(WIDEST, Math.sqrt(volume / 100)));

/** Height of a head that is `wide` times as wide as at rest: it grows sideways rather than into the dendrite. */
export const tallness = (wide: number): number => 1 + (wide - 1) * 0.45;

/** Height of the spine's membrane in the section, px, at `x` from the middle. */
export function membraneAt({ postsynaptic, unit, half }: CloseUpLayout, wide: number, x: number): number {
  const out = x / (half * wide);
  return postsynaptic + DROP * unit * tallness(wide) * out * out;
}

/** Lower membrane of the bouton, px, at `x` from the middle. */
export const releaseSiteAt = ({ presynaptic, unit, half }: CloseUpLayout, x: number): number =>
  presynaptic + 0.2 * unit * (x / half) ** 2;

/** Slots and channels move together in a head that is narrower than at rest. */
export const squeeze = (wide: number): number => Math.min(1, wide);
