import { bezier, type Circle, intrusion, type Path, type Point, pathThrough, spline } from "./geometry.ts";
import type { Rectangle } from "./layout.ts";
import type { Spot } from "./rings.ts";

/** A piece of dendrite between two forks. */
export interface Branch {
  readonly points: readonly Point[];
  /** Synapses further out on it: its width follows (Rall). */
  readonly carries: number;
  /** Those synapses' seats. */
  readonly seats: readonly number[];
  /** Whether it leaves the soma. */
  readonly root: boolean;
}

/** Foot of a spine on the dendrite, in units below the head's middle. */
export const FOOT = 1.62;

/** A branch that already runs there costs this share of a new one: dendrites share trunks (Cuntz's balancing factor). */
const SHARED = 0.7;

interface Node extends Point {
  /** Index of the spot whose foot this is; -1 for the soma and for gaps between heads. */
  readonly spot: number;
}

/**
 * Grows a dendritic tree from the soma to the foot of every spine: shortest ways that avoid spine heads and share
 * trunks. Nearest first, so that far branches grow out of near ones.
 */
export function growTree(
  soma: Circle,
  spots: readonly Spot[],
  unit: number,
): { readonly branches: Branch[]; readonly paths: Path[] } {
  const heads = spots.map(({ x, y }) => ({ x, y, radius: unit * 1.45 }));
  const nodes: Node[] = [{ x: soma.x, y: soma.y, spot: -1 }];
  for (const [i, s] of spots.entries())
    nodes.push({ x: s.x - s.dx * unit * FOOT, y: s.y - s.dy * unit * FOOT, spot: i });
  nodes.push(...gaps(spots, heads, soma));
  const cost = crossingCosts(nodes, heads, soma, unit);
  const parent = new Int32Array(nodes.length).fill(-1);
  const inTree = new Uint8Array(nodes.length);
  inTree[0] = 1;
  const order = spots.map((_, i) => i + 1);
  const distance = (n: number): number => Math.hypot(nodes[n]!.x - soma.x, nodes[n]!.y - soma.y);
  order.sort((a, b) => distance(a) - distance(b));
  for (const target of order) if (inTree[target] === 0) connect(target, nodes.length, cost, parent, inTree);
  return drawTree(nodes, parent, inTree, soma, spots.length);
}

/** Middles between neighbouring heads: ways through a ring for what lies beyond it. */
function gaps(spots: readonly Spot[], heads: readonly Circle[], soma: Point): Node[] {
  const found: Node[] = [];
  for (const [i, p] of spots.entries()) {
    const near = spots
      .map((q, j) => ({ j, d: Math.hypot(p.x - q.x, p.y - q.y) }))
      .filter(({ j }) => j > i)
      .sort((a, b) => a.d - b.d)
      .slice(0, 4);
    for (const { j } of near) {
      const q = spots[j]!;
      const middle = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, spot: -1 };
      const free = heads.every((h) => Math.hypot(h.x - middle.x, h.y - middle.y) > h.radius * 0.8);
      if (free && Math.hypot(middle.x - soma.x, middle.y - soma.y) > 1) found.push(middle);
    }
  }
  return found;
}

function crossingCosts(nodes: readonly Node[], heads: readonly Circle[], soma: Circle, unit: number): Float64Array {
  const n = nodes.length;
  const cost = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  const reach = Math.max(unit * 9, soma.radius * 3.2);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [a, b] = [nodes[i]!, nodes[j]!];
      const length = Math.hypot(a.x - b.x, a.y - b.y);
      if (length > reach && i > 0) continue;
      let crossing = 0;
      for (const head of heads) crossing += intrusion(a, b, head);
      // A way through a head costs much, a long single jump a little: dendrites bend rather than leap.
      cost[i * n + j] = length * (1 + length / (unit * 40)) + crossing * 14;
      cost[j * n + i] = cost[i * n + j]!;
    }
  }
  return cost;
}

/** Dijkstra from the soma to `target`; branches that exist are cheap. Adds the way found to the tree. */
function connect(target: number, n: number, cost: Float64Array, parent: Int32Array, inTree: Uint8Array): void {
  const best = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n).fill(-1);
  const done = new Uint8Array(n);
  best[0] = 0;
  for (;;) {
    let at = -1;
    for (let i = 0; i < n; i++) if (done[i] === 0 && best[i]! < (at < 0 ? Number.POSITIVE_INFINITY : best[at]!)) at = i;
    if (at < 0 || at === target) break;
    done[at] = 1;
    for (let i = 0; i < n; i++) {
      // Within the tree only its own branches may be walked: it must stay a tree.
      const own = parent[i] === at;
      if (inTree[i] === 1 && !own) continue;
      const through = best[at]! + cost[at * n + i]! * (own ? SHARED : 1);
      if (through < best[i]!) {
        best[i] = through;
        from[i] = at;
      }
    }
  }
  for (let at = target; at > 0 && inTree[at] === 0; at = from[at]!) {
    parent[at] = from[at]!;
    inTree[at] = 1;
  }
}

function drawTree(
  nodes: readonly Node[],
  parent: Int32Array,
  inTree: Uint8Array,
  soma: Circle,
  spots: number,
): { branches: Branch[]; paths: Path[] } {
  const carries = new Int32Array(nodes.length);
  const seats: number[][] = nodes.map(() => []);
  for (let spot = 1; spot <= spots; spot++) {
    for (let at = spot; at > 0; at = parent[at]!) {
      carries[at] = carries[at]! + 1;
      seats[at]!.push(spot - 1);
    }
  }
  const heaviest = (at: number): number => {
    let heavy = -1;
    for (let i = 1; i < nodes.length; i++) {
      if (inTree[i] === 1 && parent[i] === at && (heavy < 0 || carries[i]! > carries[heavy]!)) heavy = i;
    }
    return heavy;
  };
  const pieces = new Map<number, Point[]>();
  const branches: Branch[] = [];
  for (let at = 1; at < nodes.length; at++) {
    if (inTree[at] === 0) continue;
    const up = parent[at]!;
    const [a, b] = [nodes[up === 0 ? 0 : parent[up]!]!, nodes[up]!];
    const c = nodes[at]!;
    const next = heaviest(at);
    const smooth = Math.max(12, Math.ceil(Math.hypot(c.x - b.x, c.y - b.y) / 9));
    const points = spline(a, b, c, next < 0 ? c : nodes[next]!, smooth);
    pieces.set(at, points);
    branches.push({ points, carries: carries[at]!, seats: seats[at]!, root: up === 0 });
  }
  const paths = Array.from({ length: spots }, (_, i) => {
    const way: Point[] = [];
    for (let at = i + 1; at > 0; at = parent[at]!) way.push(...[...pieces.get(at)!].reverse());
    // It ends inside the soma, where the potentials add up.
    const inside = way.findIndex((p) => Math.hypot(p.x - soma.x, p.y - soma.y) < soma.radius * 0.55);
    return pathThrough(inside > 1 ? way.slice(0, inside + 1) : way);
  });
  return { branches, paths };
}

/** The way of an axon from the picture's edge to its bouton: of a few bows, the one that crosses the fewest synapses. */
export function routeAxon(spot: Spot, others: readonly Circle[], area: Rectangle, unit: number): Path {
  const end = { x: spot.x + spot.dx * unit * 1.9, y: spot.y + spot.dy * unit * 1.9 };
  let best: { points: Point[]; cost: number } | undefined;
  for (const bend of [0, 0.14, -0.14, 0.3, -0.3, 0.48, -0.48, 0.7, -0.7, 0.95, -0.95]) {
    const [cos, sin] = [Math.cos(bend), Math.sin(bend)];
    const [ex, ey] = [spot.dx * cos - spot.dy * sin, spot.dx * sin + spot.dy * cos];
    const reach = edgeDistance(end, ex, ey, area) + unit;
    const start = { x: end.x + ex * reach, y: end.y + ey * reach };
    const points = bezier(
      start,
      { x: end.x + ex * reach * 0.6, y: end.y + ey * reach * 0.6 },
      { x: end.x + spot.dx * reach * 0.35, y: end.y + spot.dy * reach * 0.35 },
      end,
    );
    let cost = Math.abs(bend) * unit * 2 + reach * 0.2;
    for (const other of others) {
      for (let i = 1; i < points.length; i++) cost += intrusion(points[i - 1]!, points[i]!, other);
    }
    if (best === undefined || cost < best.cost) best = { points, cost };
  }
  return pathThrough(best!.points);
}

function edgeDistance(from: Point, dx: number, dy: number, area: Rectangle): number {
  const tx = dx > 0 ? (area.width - from.x) / dx : dx < 0 ? -from.x / dx : Number.POSITIVE_INFINITY;
  const ty = dy > 0 ? (area.height - from.y) / dy : dy < 0 ? -from.y / dy : Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(tx, ty));
}
