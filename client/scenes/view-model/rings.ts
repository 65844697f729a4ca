import { type Circle, clamp, mix, noise, type Point } from "./geometry.ts";
import type { Rectangle } from "./layout.ts";

/** A synapse's place on a ring around the soma. */
export interface Spot extends Point {
  readonly seat: number;
  /** Unit vector from the dendrite outwards. */
  readonly dx: number;
  readonly dy: number;
  /** Middle of the seat's badge. */
  readonly label: Point;
}

export interface Ringed {
  /** Radius of a resting spine head, px. */
  readonly unit: number;
  readonly soma: Circle;
  readonly spots: readonly Spot[];
}

/** Least room between two synapses, px at 1080 lines. */
const GAP = 6;
/** Rings are superellipses |x/a|^n + |y/b|^n = 1: n = 2.6 fills the corners of a screen better than an ellipse. */
const SQUARENESS = 2.6;
/** The largest head, and the distance from its middle to the bouton's far end, in units. */
const HEAD = 1.35;
const BOUTON_END = HEAD + 0.2 + 0.5;
/** From the head's middle inwards to the dendrite, in units. */
const FOOT = HEAD + 0.3;

/** Turns of the rings that are tried: rings * this many arrangements are compared. */
const TURNS = 6;
const STRETCHES = [1.12, 1.6, 2.1] as const;

interface Arrangement {
  readonly rings: number;
  /** Where the innermost and the outermost ring lie between the tightest and the widest possible, 0 … 1. */
  readonly inner: number;
  readonly outer: number;
  /** How much wider than high the tightest ring is. */
  readonly stretch: number;
  /** Seed of how far each ring is turned. */
  readonly turn: number;
}

/** The arrangement of `count` synapses on rings that lets them be largest: one is tried in a step. */
export function* placingOnRings(count: number, area: Rectangle, badge: number): Generator<void, Ringed> {
  const short = Math.min(area.width, area.height);
  const radius = short * (count <= 12 ? 0.125 : count <= 30 ? 0.1 : 0.085);
  const soma = { x: area.width / 2, y: area.height / 2, radius };
  const most = short * (count <= 4 ? 0.112 : 0.1);
  let best: Ringed = { unit: 0, soma, spots: [] };
  let bestScore = 0;
  for (const arrangement of arrangements(count)) {
    yield;
    const place = (unit: number) => tryPlaces(count, arrangement, unit, area, badge, soma);
    let low = Math.max(4, best.unit * 0.92);
    let spots = place(low);
    if (spots === undefined) continue;
    let high = most;
    for (let i = 0; i < 7 && high - low > 0.3; i++) {
      const unit = i === 0 ? most : (low + high) / 2;
      const found = place(unit);
      if (found === undefined) high = unit;
      else {
        low = unit;
        spots = found;
      }
    }
    // Large synapses first; of equally large ones those that stand apart.
    const score = low + APART * room(spots, soma);
    if (score > bestScore) {
      bestScore = score;
      best = { unit: low, soma, spots };
    }
  }
  return { ...best, unit: Math.max(4, best.unit), spots: evenOrder(best.spots, soma) };
}

/** Px of a head's radius that one px more around each is worth: two rings are better than a slightly larger chain. */
const APART = 0.14;

/** How far the nearest neighbour or the soma is from a synapse, on average, px. */
function room(spots: readonly Spot[], soma: Circle): number {
  let sum = 0;
  for (const p of spots) {
    let least = Math.hypot(p.x - soma.x, p.y - soma.y);
    for (const q of spots) if (q !== p) least = Math.min(least, Math.hypot(p.x - q.x, p.y - q.y));
    sum += least;
  }
  return sum / spots.length;
}

function arrangements(count: number): Arrangement[] {
  const all: Arrangement[] = [];
  const most = Math.min(4, Math.max(1, Math.ceil(count / 7)));
  for (let rings = 1; rings <= most; rings++) {
    const spans: [number, number][] =
      rings === 1
        ? [
            [0, 0.72],
            [0, 1],
            [0, 0.4],
          ]
        : [
            [0, 1],
            [0.12, 1],
            [0.25, 1],
            [0.4, 1],
          ];
    for (const [inner, outer] of spans) {
      for (const stretch of STRETCHES) {
        for (let turn = 0; turn < (count === 1 ? 1 : TURNS); turn++) all.push({ rings, inner, outer, stretch, turn });
      }
    }
  }
  return all;
}

function tryPlaces(
  count: number,
  { rings, inner, outer, stretch, turn }: Arrangement,
  unit: number,
  area: Rectangle,
  badge: number,
  soma: Circle,
): Spot[] | undefined {
  const margin = Math.max(unit * BOUTON_END + badge * 1.55, unit * HEAD) + 3;
  const widest = { a: area.width / 2 - margin, b: area.height / 2 - margin };
  if (widest.a < unit || widest.b < unit * 0.2) return undefined;
  const tight = soma.radius * 1.18 + unit * FOOT;
  const tightest = { a: Math.min(widest.a, tight * stretch), b: Math.min(widest.b, tight) };
  const axes = Array.from({ length: rings }, (_, j) => {
    const t = rings === 1 ? outer : outer - ((outer - inner) * j) / (rings - 1);
    return { a: mix(tightest.a, widest.a, t), b: mix(tightest.b, widest.b, t) };
  });
  const total = axes.reduce((sum, { a, b }) => sum + a + b, 0);
  const spots: Spot[] = [];
  const bodies: Circle[][] = [];
  let left = count;
  for (const [j, { a, b }] of axes.entries()) {
    const share = j === rings - 1 ? left : Math.min(left, Math.round((count * (a + b)) / total));
    left -= share;
    const shift = turn < 2 ? turn * 0.5 + j * 0.5 : noise(turn, j);
    for (const spot of ring(a, b, share, shift, unit, badge, soma)) {
      const body = bodyOf(spot, unit, badge);
      if (!fits(body, bodies, reachOf(unit, badge), area, soma)) return undefined;
      spots.push(spot);
      bodies.push(body);
    }
  }
  return spots;
}

/** `n` spots at equal distances along a superellipse; `shift` turns them by a share of that distance. */
function ring(a: number, b: number, n: number, shift: number, unit: number, badge: number, soma: Circle): Spot[] {
  const lengths = n <= 6 ? undefined : lengthsAlong(a, b);
  return Array.from({ length: n }, (_, k) => {
    const turn = ((k + shift) / n) % 1;
    // A few stand at equal angles, which spreads them over a wide picture; many at equal distances.
    const sample = lengths ? firstBeyond(lengths, lengths[SAMPLES]! * turn) : Math.round(turn * SAMPLES);
    const [x, y] = [a * UNIT_X[sample]!, b * UNIT_Y[sample]!];
    // Half the ring's own normal, half straight away from the soma: heads face outwards, corners do not splay.
    const steep = (z: number, axis: number): number => (Math.sign(z) * Math.abs(z / axis) ** (SQUARENESS - 1)) / axis;
    const [nx, ny] = [steep(x, a), steep(y, b)];
    const [normal, radial] = [Math.hypot(nx, ny), Math.hypot(x, y)];
    const [ux, uy] = [nx / normal + x / radial, ny / normal + y / radial];
    const size = Math.hypot(ux, uy);
    const [dx, dy] = [ux / size, uy / size];
    const at = { x: soma.x + x, y: soma.y + y };
    const far = unit * BOUTON_END + badge * 0.5;
    return { seat: -1, ...at, dx, dy, label: { x: at.x + dx * far, y: at.y + dy * far } };
  });
}

const SAMPLES = 480;

/** The superellipse of half axes 1: every ring is this one, stretched. Hundreds are tried before one is chosen. */
const power = (x: number): number => Math.sign(x) * Math.abs(x) ** (2 / SQUARENESS);
const angleOf = (i: number): number => Math.PI + (2 * Math.PI * i) / SAMPLES;
const UNIT_X = Float64Array.from({ length: SAMPLES + 1 }, (_, i) => power(Math.cos(angleOf(i))));
const UNIT_Y = Float64Array.from({ length: SAMPLES + 1 }, (_, i) => power(Math.sin(angleOf(i))));

/** How far each sample is along the superellipse of half axes `a` and `b`, px. */
function lengthsAlong(a: number, b: number): Float64Array {
  const lengths = new Float64Array(SAMPLES + 1);
  for (let i = 1; i <= SAMPLES; i++) {
    const [dx, dy] = [a * UNIT_X[i]! - a * UNIT_X[i - 1]!, b * UNIT_Y[i]! - b * UNIT_Y[i - 1]!];
    lengths[i] = lengths[i - 1]! + Math.sqrt(dx * dx + dy * dy);
  }
  return lengths;
}

/** Index of the first of rising lengths that is at least `length`. */
function firstBeyond(lengths: Float64Array, length: number): number {
  let [low, high] = [0, SAMPLES];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lengths[middle]! >= length) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The circles that a synapse, grown to its largest, and its badge fill. */
export function bodyOf(spot: Spot, unit: number, badge: number): Circle[] {
  const circle = (d: number, radius: number): Circle => ({ x: spot.x + spot.dx * d, y: spot.y + spot.dy * d, radius });
  return [circle(0, unit * HEAD), circle(unit * 1.32, unit * 0.72), { ...spot.label, radius: badge }];
}

/** No circle of a body goes further than this from its head's middle, px. */
const reachOf = (unit: number, badge: number): number => unit * BOUTON_END + badge * 1.5;

function fits(
  body: readonly Circle[],
  others: readonly (readonly Circle[])[],
  reach: number,
  area: Rectangle,
  soma: Circle,
): boolean {
  const gap = (GAP * area.height) / 1080;
  for (const { x, y, radius } of body) {
    if (x - radius < 2 || y - radius < 2 || x + radius > area.width - 2 || y + radius > area.height - 2) return false;
    if (Math.hypot(x - soma.x, y - soma.y) < radius + soma.radius * 1.15) return false;
  }
  const head = body[0]!;
  for (const other of others) {
    // Most are so far away that none of their circles can meet.
    if (apart(head, other[0]!, 2 * reach + gap)) continue;
    for (const p of body) for (const q of other) if (!apart(p, q, p.radius + q.radius + gap)) return false;
  }
  return true;
}

function apart(p: Point, q: Point, least: number): boolean {
  const [dx, dy] = [p.x - q.x, p.y - q.y];
  return dx * dx + dy * dy >= least * least;
}

/** Spots in the order in which seats take them: golden steps around the soma, so that the cell stays even. */
function evenOrder(spots: readonly Spot[], soma: Point): Spot[] {
  const angle = (p: Point): number => Math.atan2(p.y - soma.y, p.x - soma.x);
  const rest = [...spots].sort((p, q) => angle(p) - angle(q));
  const order: Spot[] = [];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let k = 0; rest.length > 0; k++) {
    const at = clamp(Math.floor((((k + 0.5) * golden) % 1) * rest.length), 0, rest.length - 1);
    order.push(...rest.splice(at, 1).map((spot) => ({ ...spot, seat: k })));
  }
  return order;
}
