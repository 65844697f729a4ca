import type { PartId } from "../../../../shared/lesson/round.ts";
import { type Marks, noMarks, putMark } from "../frame.ts";
import { type Bath, plainBath } from "./bath.ts";
import type { CaptionKey } from "./captions.ts";
import { noTraffic, type Traffic } from "./traffic.ts";

/** What is to be drawn of one synapse at one instant, in buffers that are used again for the next. */

/** Everything that moves; `turn` chooses a size for AMPA receptors and slots (SIZES), nothing for the others. */
export const CLOSE_UP_MARKS = [
  "slot",
  "ampa",
  "ampa-open",
  "ampa-p",
  "ampa-p-open",
  "ampa-new",
  "nmda",
  "nmda-bound",
  "plug",
  "glutamate",
  "calcium",
  "sodium",
  "vesicle",
  "fusing",
  "cargo",
  "kinase",
  "kinase-lit",
  "protein",
  "spike",
  "spike-tail",
  "epsp",
  "epsp-tail",
  "back",
  "back-tail",
] as const;
export type CloseUpMark = (typeof CLOSE_UP_MARKS)[number];
const INDEX = Object.fromEntries(CLOSE_UP_MARKS.map((kind, i) => [kind, i])) as Record<CloseUpMark, number>;

export function mark(marks: Marks, kind: CloseUpMark, x: number, y: number, alpha = 1, size = 0): void {
  putMark(marks, INDEX[kind], x, y, alpha, size);
}

/** How many marks of a kind a list holds. */
export function countOf(marks: Marks, kind: CloseUpMark): number {
  let n = 0;
  for (let i = 0; i < marks.count; i++) if (marks.kind[i] === INDEX[kind]) n++;
  return n;
}

/** Everything that is labelled, in the order in which labels give way where there is no room for all. */
export const LABELLED = [
  "nmda",
  "ampa",
  "magnesium",
  "glutamate",
  "calcium",
  "kinase",
  "endosome",
  "tag",
  "phosphate",
  "slot",
  "vesicle",
  "density",
  "sodium",
  "spine",
  "bouton",
] as const;
export type Labelled = (typeof LABELLED)[number];

/** Where a label's line ends, px, and whether there is anything to label. */
export interface Anchor {
  x: number;
  y: number;
  shown: boolean;
}

export interface CloseUpFrame {
  /** Session ms. */
  time: number;
  seat: number;
  /** Which half of the class its student belongs to, and whether the phone is in reach. */
  group: PartId;
  connected: boolean;
  /** Session ms that pass in a ms on the wall: 1 live. The caller sets it; slower than a half, captions keep step with events. */
  pace: number;
  /** Width of the spine head, of the resting width. */
  wide: number;
  /** Reach of the density, of the largest. */
  density: number;
  /** AMPA receptors: in their slots, and on their way to one; together those of the view. */
  seated: number;
  arriving: number;
  /** Receptors drawn on their way out, which the view no longer counts. */
  leaving: number;
  /** Slots drawn, taken or free. */
  slots: number;
  /** Share of receptors drawn as phosphorylated, 0 … 1. */
  phosphorylated: number;
  /** Transmitter that a spike releases, percent of rest. */
  transmitter: number;
  /** The two keys of the NMDA receptors. */
  glutamate: boolean;
  voltage: boolean;
  /** How far the receptors are free of Mg²⁺, 0 … 1; above 0 only where both keys are turned. */
  opening: number;
  /** NMDA receptors drawn, and plugs drawn out of their pore. */
  channels: number;
  plugsOut: number;
  /** Glow of the open receptors and of the releasing bouton, within the flash budget, 0 … 1. */
  flash: number;
  release: number;
  /** Glutamate in the cleft as a filled shape, 0 … 1: only in calm pictures. */
  cleft: number;
  /** Dendritic potential as a share of the dendrite's height, and its glow in the head, 0 … 1. */
  level: number;
  charge: number;
  /** CaMKII that is at work, 0 … 1. */
  kinase: number;
  /** Height of the line at which Mg²⁺ leaves, as a share of the dendrite's; 0 where there is no Mg²⁺. */
  line: number;
  /** What drugs are in the bath. */
  readonly bath: Bath;
  /** Set for potentiation (1), for depression (-1) or not (0). */
  tag: -1 | 0 | 1;
  /** New proteins in the dendrite, 0 … 1. */
  proteins: number;
  caption: CaptionKey;
  readonly anchors: Readonly<Record<Labelled, Anchor>>;
  /** Light that runs on membranes, added to what is under it. */
  readonly light: Marks;
  readonly molecules: Marks;
  /** Taps of the seat whose effects can be seen, ascending: when, the seed of their particles, and whether they may flash. */
  readonly taps: Taps;
  /** Receptors that come and go (see traffic.ts). */
  readonly traffic: Traffic;
}

export interface Taps {
  count: number;
  readonly time: Float64Array;
  readonly seed: Float64Array;
  readonly flashes: Uint8Array;
}

const MOST_TAPS = 64;

export const emptyCloseUp = (): CloseUpFrame => ({
  time: 0,
  seat: 0,
  group: "A",
  connected: true,
  pace: 1,
  wide: 1,
  density: 0,
  seated: 0,
  arriving: 0,
  leaving: 0,
  slots: 0,
  phosphorylated: 0,
  transmitter: 100,
  glutamate: false,
  voltage: false,
  opening: 0,
  channels: 0,
  plugsOut: 0,
  flash: 0,
  release: 0,
  cleft: 0,
  level: 0,
  charge: 0,
  kinase: 0,
  line: 0,
  bath: plainBath(),
  tag: 0,
  proteins: 0,
  caption: "rest",
  anchors: Object.fromEntries(LABELLED.map((key) => [key, { x: 0, y: 0, shown: false }])) as Record<Labelled, Anchor>,
  light: noMarks(256),
  molecules: noMarks(1024),
  taps: {
    count: 0,
    time: new Float64Array(MOST_TAPS),
    seed: new Float64Array(MOST_TAPS),
    flashes: new Uint8Array(MOST_TAPS),
  },
  traffic: noTraffic(),
});
