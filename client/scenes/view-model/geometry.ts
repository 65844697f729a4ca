/** Points, paths and seeded numbers that the picture is made of. Pixels throughout; y grows downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Circle extends Point {
  readonly radius: number;
}

/** A curve cut into STEPS pieces of equal length, so that a fraction of the way is one look-up. */
export interface Path {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  /** px */
  readonly length: number;
}

/** Pieces of a path: enough that no corner shows on a curve across half a screen. */
const STEPS = 48;

export const clamp = (x: number, low = 0, high = 1): number => (x < low ? low : x > high ? high : x);
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
/** 0 below `from`, 1 above `to`, smooth between. */
export const ramp = (x: number, from: number, to: number): number => {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
};

const { imul } = Math;

/** A number in [0, 1) that depends on its arguments alone: the seed of every particle's way. */
export function noise(a: number, b: number, c = 0): number {
  let h = imul(a, 0x9e3779b1) ^ imul(b, 0x85ebca77) ^ imul(c, 0xc2b2ae3d);
  h = imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

/** Four numbers in [0, 1), as `noise` gives them. */
export interface Chances {
  a: number;
  b: number;
  c: number;
  d: number;
}
export const chances = (): Chances => ({ a: 0.5, b: 0.5, c: 0.5, d: 0.5 });

/** Draws what noise gives for four seeds in a row, into an object: thousands a frame would each come in a box. */
export function draw(a: number, b: number, from: number, out: Chances): void {
  out.a = noise(a, b, from);
  out.b = noise(a, b, from + 1);
  out.c = noise(a, b, from + 2);
  out.d = noise(a, b, from + 3);
}

/** Cuts a polyline into equal lengths. */
export function pathThrough(points: readonly Point[]): Path {
  const along = [0];
  for (let i = 1; i < points.length; i++) {
    along.push(along[i - 1]! + Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y));
  }
  const length = along[along.length - 1]!;
  const xs = new Float32Array(STEPS + 1);
  const ys = new Float32Array(STEPS + 1);
  let piece = 1;
  for (let step = 0; step <= STEPS; step++) {
    const target = (length * step) / STEPS;
    while (piece < points.length - 1 && along[piece]! < target) piece++;
    const [from, to] = [points[piece - 1]!, points[Math.min(piece, points.length - 1)]!];
    const span = (along[piece] ?? length) - along[piece - 1]!;
    const t = span > 0 ? (target - along[piece - 1]!) / span : 0;
    xs[step] = mix(from.x, to.x, t);
    ys[step] = mix(from.y, to.y, t);
  }
  return { xs, ys, length };
}

/** A place on a path, at a fraction of its length, and the way on from there. */
export interface Step {
  at: number;
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/** Writes where the fraction of a step is on a path. */
export function follow({ xs, ys }: Path, step: Step): void {
  const at = clamp(step.at) * (xs.length - 1);
  const i = Math.min(Math.floor(at), xs.length - 2);
  step.dx = xs[i + 1]! - xs[i]!;
  step.dy = ys[i + 1]! - ys[i]!;
  step.x = xs[i]! + step.dx * (at - i);
  step.y = ys[i]! + step.dy * (at - i);
}

/** Points of a cubic Bézier curve. */
export function bezier(a: Point, b: Point, c: Point, d: Point, pieces = 24): Point[] {
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = i / pieces;
    const u = 1 - t;
    const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
  });
}

/** Points of a Catmull-Rom piece from `b` to `c`; `a` and `d` are the neighbours that bend it. */
export function spline(a: Point, b: Point, c: Point, d: Point, pieces = 12): Point[] {
  const sixth = (p: Point, q: Point, sign: number): Point => ({
    x: (sign * (q.x - p.x)) / 6,
    y: (sign * (q.y - p.y)) / 6,
  });
  const [out, back] = [sixth(a, c, 1), sixth(b, d, -1)];
  return bezier(b, { x: b.x + out.x, y: b.y + out.y }, { x: c.x + back.x, y: c.y + back.y }, c, pieces);
}

/** How deep a line from `a` to `b` runs into a circle, px (0 when it passes outside). */
export function intrusion(a: Point, b: Point, circle: Circle): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const span = dx * dx + dy * dy;
  const t = span > 0 ? clamp(((circle.x - a.x) * dx + (circle.y - a.y) * dy) / span) : 0;
  const [x, y] = [a.x + t * dx - circle.x, a.y + t * dy - circle.y];
  const square = x * x + y * y;
  return square >= circle.radius * circle.radius ? 0 : circle.radius - Math.sqrt(square);
}
