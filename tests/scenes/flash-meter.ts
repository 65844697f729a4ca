/**
 * Counts flashes in pictures as WCAG 2.3.1 defines them. A flash is a pair of opposing changes of relative luminance by a
 * tenth of the maximum or more, the darker of both below 0.8 (a general flash), or of saturated red (a red flash), of a
 * quarter of any 10 degrees of the field of view at once. More than three within a second fail.
 * @source https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
 */

/** Points across a picture: a tenth of a degree each. A finer pattern is no flash, so pictures are looked at no closer. */
export const POINTS_WIDE = 300;
/** 10 degrees of a screen that is looked at from its usual distance, 341 by 256 of 1024 px of width, in points. */
const FIELD = { width: 100, height: 75 } as const;
/**
 * Side of a block, points: half a degree. Where as much rises as falls within one, something moves through it (a camera
 * that pans over dendrites), and the block as a whole does not flash.
 */
const BLOCK = 5;
const SHARE = 0.25;
const SECOND_MS = 1000;
/** What changes within this time counts as one change of its whole area, ms. */
const TOGETHER_MS = 100;

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const c = i / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

/** What is watched at a point, and when a change of it counts. */
interface Kind {
  readonly value: (r: number, g: number, b: number) => number;
  readonly least: number;
  readonly counts: (low: number, red: boolean) => boolean;
}
const isRed = (r: number, g: number, b: number): boolean => r > 0 && r / (r + g + b) >= 0.8;
const KINDS: Readonly<Record<"general" | "red", Kind>> = {
  general: { value: (r, g, b) => 0.2126 * r + 0.7152 * g + 0.0722 * b, least: 0.1, counts: (low) => low < 0.8 },
  red: { value: (r, g, b) => Math.max(0, r - g - b), least: 20 / 320, counts: (_, red) => red },
};

/** Follows one kind of flash through pictures of one size, in the order of their times. */
export class FlashMeter {
  readonly #kind: Kind;
  readonly #width: number;
  readonly #height: number;
  /** By point: the turning point from which the next change is measured, and whether it was red. */
  readonly #extreme: Float32Array;
  readonly #red: Uint8Array;
  /** 1 after a rise, -1 after a fall, and when that was. */
  readonly #went: Int8Array;
  readonly #when: Float32Array;
  readonly #fields: readonly Field[];
  #most = 0;
  #begun = false;

  /** @param height  of pictures that are POINTS_WIDE wide */
  constructor(kind: "general" | "red", height: number) {
    const n = POINTS_WIDE * height;
    this.#kind = KINDS[kind];
    this.#width = Math.floor(POINTS_WIDE / BLOCK);
    this.#height = Math.floor(height / BLOCK);
    this.#extreme = new Float32Array(n);
    this.#red = new Uint8Array(n);
    this.#went = new Int8Array(n);
    this.#when = new Float32Array(n).fill(Number.NEGATIVE_INFINITY);
    this.#fields = fieldsOf(this.#width, this.#height);
  }

  /** Most flashes within a second that each covered a quarter of the same 10 degrees. */
  get most(): number {
    return this.#most;
  }

  /** Looks at the next picture. @param rgba its pixels, @param time ms */
  add(rgba: Uint8ClampedArray, time: number): void {
    for (let i = 0; i < this.#extreme.length; i++) {
      const [r, g, b] = [LINEAR[rgba[4 * i]!]!, LINEAR[rgba[4 * i + 1]!]!, LINEAR[rgba[4 * i + 2]!]!];
      this.#look(i, this.#kind.value(r, g, b), isRed(r, g, b), time);
    }
    this.#begun = true;
    this.#sumUp(time);
  }

  #look(i: number, value: number, red: boolean, time: number): void {
    const extreme = this.#extreme[i]!;
    const change = value - extreme;
    const turns = Math.sign(change) !== this.#went[i];
    const counts =
      Math.abs(change) >= this.#kind.least && this.#kind.counts(Math.min(value, extreme), red || this.#red[i] === 1);
    if (this.#begun && turns && !counts) return;
    this.#extreme[i] = value;
    this.#red[i] = Number(red);
    if (!this.#begun || !turns) return;
    this.#went[i] = Math.sign(change);
    this.#when[i] = time;
  }

  #sumUp(time: number): void {
    const [rose, fell] = this.#blocks(time - TOGETHER_MS);
    for (const field of this.#fields) {
      const up = shareOf(rose, field, this.#width) >= SHARE;
      const down = shareOf(fell, field, this.#width) >= SHARE;
      if (!(up && field.went <= 0) && !(down && field.went >= 0)) continue;
      // What has been counted is not counted again for the opposite direction.
      if (time - (field.changes.at(-1) ?? Number.NEGATIVE_INFINITY) < TOGETHER_MS) continue;
      field.went = up && field.went <= 0 ? 1 : -1;
      field.changes.push(time);
      while (time - field.changes[0]! >= SECOND_MS) field.changes.shift();
      this.#most = Math.max(this.#most, Math.floor(field.changes.length / 2));
    }
  }

  /** Points by block that rose since a time, less those that fell; and the other way round. */
  #blocks(since: number): readonly [rose: Float32Array, fell: Float32Array] {
    const rose = new Float32Array(this.#width * this.#height);
    for (let y = 0; y < this.#height * BLOCK; y++) {
      const row = Math.floor(y / BLOCK) * this.#width;
      for (let x = 0; x < this.#width * BLOCK; x++) {
        const i = y * POINTS_WIDE + x;
        if (this.#when[i]! > since) rose[row + Math.floor(x / BLOCK)]! += this.#went[i]!;
      }
    }
    return [rose.map((net) => Math.max(0, net)), rose.map((net) => Math.max(0, -net))];
  }
}

/** A part of the picture, in blocks. */
interface Field {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  went: number;
  readonly changes: number[];
}

/** 10 degrees everywhere in the picture, about a quarter of their size apart. */
function fieldsOf(width: number, height: number): Field[] {
  const [w, h] = [FIELD.width / BLOCK, Math.min(height, FIELD.height / BLOCK)];
  const fields: Field[] = [];
  for (let y = 0; y + h <= height; y += h >> 2) {
    for (let x = 0; x + w <= width; x += w >> 2) fields.push({ x, y, width: w, height: h, went: 0, changes: [] });
  }
  return fields;
}

/** Share of a field's points, 0 … 1. */
function shareOf(points: Float32Array, { x, y, width: w, height: h }: Field, width: number): number {
  let sum = 0;
  for (let py = y; py < y + h; py++) for (let px = x; px < x + w; px++) sum += points[py * width + px]!;
  return sum / (w * h * BLOCK * BLOCK);
}
