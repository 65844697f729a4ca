import type { Point } from "../geometry.ts";
import { type Anchor, LABELLED, type Labelled } from "./close-up-frame.ts";
import type { CloseUpLayout } from "./close-up-layout.ts";

/** Where labels stand: in two columns beside the synapse, apart from each other, their lines uncrossed. */
export interface PlacedLabel {
  readonly key: Labelled;
  readonly column: "left" | "right";
  readonly lines: readonly string[];
  /** Where the line begins: the label's edge towards the synapse, and its middle, px. */
  readonly x: number;
  y: number;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** Room that a letter takes on average, and a line of text, in letters' heights. */
const LETTER = 0.52;
const LINE_HEIGHT = 1.18;
/** Room between labels, and between a label and its line, in letters' heights. */
const GAP = 0.3;
const BESIDE = 0.3;
/** Room at the top left for the synapse's name, in letters' heights. */
const TITLE = 2;
/** Height that the two locks take at the top right, in letters' heights; large ones where the picture is wide. */
const LOCKS_HEIGHT = { large: 9.6, small: 7.6 } as const;
const WIDE_ENOUGH = 58;

export const locksHeight = ({ width, letter }: CloseUpLayout): number =>
  letter * (width >= WIDE_ENOUGH * letter ? LOCKS_HEIGHT.large : LOCKS_HEIGHT.small);

/** Labels of everything that is shown, as many as fit, the most important first. */
export function placeLabels(
  layout: CloseUpLayout,
  anchors: Readonly<Record<Labelled, Anchor>>,
  texts: Readonly<Partial<Record<Labelled, string>>>,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const column of ["left", "right"] as const) {
    const wanted = LABELLED.filter(
      (key) => anchors[key].shown && texts[key] !== undefined && anchors[key].x < layout.centre === (column === "left"),
    );
    placed.push(...fill(layout, column, wanted, anchors, texts));
  }
  return placed;
}

function fill(
  layout: CloseUpLayout,
  column: "left" | "right",
  wanted: readonly Labelled[],
  anchors: Readonly<Record<Labelled, Anchor>>,
  texts: Readonly<Partial<Record<Labelled, string>>>,
): PlacedLabel[] {
  const { letter: text, side, width } = layout;
  const from = column === "right" ? locksHeight(layout) : TITLE * text;
  const until = layout.dendrite.top - 0.3 * text;
  const letters = Math.floor((side - BESIDE * text) / (LETTER * text));
  const labels: PlacedLabel[] = [];
  let used = 0;
  for (const key of wanted) {
    const lines = wrap(texts[key]!, letters);
    const height = lines.length * LINE_HEIGHT * text;
    if (used + height > until - from) continue;
    used += height + GAP * text;
    labels.push({
      key,
      column,
      lines,
      x: column === "left" ? side - BESIDE * text : width - side + BESIDE * text,
      y: 0,
      width: Math.max(...lines.map((line) => line.length)) * LETTER * text,
      height,
    });
  }
  labels.sort((a, b) => anchors[a.key].y - anchors[b.key].y);
  stack(labels, anchors, from, until, GAP * text);
  uncross(labels, anchors, from, until, GAP * text);
  return labels;
}

/** Breaks a text between words so that no line is longer than `letters`, where words allow it. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Puts labels in this order as close to their anchors as their heights allow. */
function stack(
  labels: readonly PlacedLabel[],
  anchors: Readonly<Record<Labelled, Anchor>>,
  from: number,
  until: number,
  gap: number,
): void {
  let top = from;
  for (const label of labels) {
    label.y = Math.max(top + label.height / 2, anchors[label.key].y);
    top = label.y + label.height / 2 + gap;
  }
  let bottom = until;
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i]!;
    label.y = Math.min(label.y, bottom - label.height / 2);
    bottom = label.y - label.height / 2 - gap;
  }
}

/** Swaps labels whose lines cross until none do: every swap makes the lines shorter together. */
function uncross(
  labels: PlacedLabel[],
  anchors: Readonly<Record<Labelled, Anchor>>,
  from: number,
  until: number,
  gap: number,
): void {
  for (let round = 0; round < labels.length * labels.length; round++) {
    const pair = crossing(labels, anchors);
    if (pair === undefined) return;
    const [i, j] = pair;
    [labels[i], labels[j]] = [labels[j]!, labels[i]!];
    stack(labels, anchors, from, until, gap);
  }
}

function crossing(
  labels: readonly PlacedLabel[],
  anchors: Readonly<Record<Labelled, Anchor>>,
): [number, number] | undefined {
  for (let i = 0; i < labels.length; i++) {
    for (let j = i + 1; j < labels.length; j++) {
      if (cross(labels[i]!, anchors[labels[i]!.key], labels[j]!, anchors[labels[j]!.key])) return [i, j];
    }
  }
  return undefined;
}

/** Whether the lines a–b and c–d cross. */
export function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
