import { type Group, groupOf } from "../../shared/session/events.ts";
import { newCanvas } from "./atlas.ts";
import { groupColour } from "./sprites.ts";
import { FOOT } from "./view-model/branches.ts";
import { noise, type Path, type Point } from "./view-model/geometry.ts";
import { type Layout, NECK } from "./view-model/layout.ts";
import { blend, colours, faded } from "./view-model/palette.ts";
import { drawAmpa } from "./view-model/shapes.ts";

/** What stands still: the ground, axons, the dendritic tree, necks and the soma. Drawn once a layout. */

export interface AxonLook {
  readonly seat: number;
  readonly asked: boolean;
  readonly connected: boolean;
}

type Brush = CanvasRenderingContext2D;

/** Width of a branch that carries `n` synapses, px: Rall's rule, thinner towards the tips. */
const widthOf = (layout: Layout, n: number): number =>
  Math.max(4, layout.unit * 0.17) * Math.min(4.5, n ** 0.5) * (layout.capacity <= 8 ? 1.25 : 1);

export function drawBackdrop(layout: Layout, axons: readonly AxonLook[]): HTMLCanvasElement {
  const canvas = newCanvas(layout.width, layout.height);
  const brush = canvas.getContext("2d")!;
  ground(brush, layout);
  brush.lineCap = "round";
  brush.lineJoin = "round";
  for (const look of axons) axon(brush, layout, look);
  tree(brush, layout, axons.length);
  return canvas;
}

/** The same tree as light alone: laid over the backdrop as strongly as the dendrites are depolarised. */
export function drawCharge(layout: Layout, seats: number): HTMLCanvasElement {
  const canvas = newCanvas(layout.width, layout.height);
  const brush = canvas.getContext("2d")!;
  brush.lineCap = "round";
  brush.lineJoin = "round";
  const branches = alive(layout, seats);
  for (const [extra, colour] of [
    [10, faded("#8fb8ff", 0.16)],
    [4, faded("#a9c9ff", 0.28)],
    [-3, "#dfeaff"],
  ] as const) {
    brush.strokeStyle = colour;
    for (const branch of branches) {
      brush.lineWidth = Math.max(2, widthOf(layout, branch.carries) * (extra < 0 ? 0.5 : 1) + Math.max(0, extra));
      stroke(brush, branch.points);
    }
  }
  for (const place of layout.places.slice(0, seats)) {
    brush.strokeStyle = faded("#dfeaff", 0.8);
    brush.lineWidth = layout.unit * NECK * 0.4;
    stroke(brush, [foot(layout, place), place]);
  }
  return canvas;
}

function ground(brush: Brush, layout: Layout): void {
  const { width, height, part } = layout;
  const soma = {
    x: (layout.soma.x - width / 2) / part.scale + part.x,
    y: (layout.soma.y - height / 2) / part.scale + part.y,
  };
  // Drawn where it is behind the whole cell, so that it moves and grows with it.
  brush.save();
  brush.translate(width / 2 - part.x * part.scale, height / 2 - part.y * part.scale);
  brush.scale(part.scale, part.scale);
  const far = Math.hypot(width, height) / 2;
  const light = brush.createRadialGradient(soma.x, soma.y, 0, soma.x, soma.y, far);
  light.addColorStop(0, "#17213f");
  light.addColorStop(0.45, "#101833");
  light.addColorStop(1, colours.ground);
  brush.fillStyle = light;
  brush.fillRect(0, 0, width, height);
  // Faint, blurred neighbours: the cell is in a tissue, not in space.
  for (let i = 0; i < 26; i++) {
    const [x, y, r] = [noise(i, 1) * width, noise(i, 2) * height, (0.02 + 0.07 * noise(i, 3)) * height];
    const blur = brush.createRadialGradient(x, y, 0, x, y, r);
    blur.addColorStop(0, faded("#7f9bd8", 0.05));
    blur.addColorStop(1, faded("#7f9bd8", 0));
    brush.fillStyle = blur;
    brush.fillRect(x - r, y - r, 2 * r, 2 * r);
  }
  brush.restore();
}

function axon(brush: Brush, layout: Layout, { seat, asked, connected }: AxonLook): void {
  const place = layout.places[seat];
  if (place === undefined) return;
  const group: Group = groupOf(seat);
  const strength = !connected ? 0.25 : asked ? 1 : 0.45;
  const width = Math.max(4, layout.unit * 0.13);
  const colour = blend(groupColour(group), "#8394b5", 0.4);
  if (!connected) brush.setLineDash([width * 1.6, width * 1.6]);
  for (const [w, c] of [
    [width + 4, faded("#060a16", 0.55)],
    [width, blend(colour, "#10182f", 1 - 0.62 * strength)],
    [width * 0.35, faded("#ffffff", 0.16 * strength)],
  ] as const) {
    brush.lineWidth = w;
    brush.strokeStyle = c;
    strokePath(brush, place.axon);
  }
  brush.setLineDash([]);
}

/** Branches that carry someone: empty places have no synapse, and no dendrite is drawn to them. */
function alive(layout: Layout, seats: number): Layout["branches"] {
  return seats >= layout.places.length
    ? layout.branches
    : layout.branches.filter((b) => b.seats.some((s) => s < seats));
}

const foot = (layout: Layout, place: { x: number; y: number; dx: number; dy: number }): Point => ({
  x: place.x - place.dx * layout.unit * FOOT,
  y: place.y - place.dy * layout.unit * FOOT,
});

function tree(brush: Brush, layout: Layout, seats: number): void {
  const { soma, unit } = layout;
  const branches = alive(layout, seats);
  const places = layout.places.slice(0, seats);
  const body = (): void => {
    brush.beginPath();
    brush.arc(soma.x, soma.y, soma.radius, 0, 2 * Math.PI);
  };
  // One outline around branches, necks and soma together: first everything wider and pale, then everything inside.
  const edge = Math.max(3, layout.height / 330);
  const shadow = faded("#050812", 0.5);
  for (const [grow, colour] of [
    [edge * 2 + 6, shadow],
    [edge * 2, "#7385a8"],
    [0, "#2a3761"],
  ] as const) {
    brush.strokeStyle = colour;
    brush.fillStyle = colour;
    for (const branch of branches) {
      brush.lineWidth = widthOf(layout, branch.carries) + grow;
      stroke(brush, branch.points);
    }
    for (const place of places) {
      brush.lineWidth = unit * NECK + grow;
      stroke(brush, [foot(layout, place), place]);
    }
    for (const branch of branches.filter((b) => b.root))
      flare(brush, layout, branch.points, widthOf(layout, branch.carries), grow);
    body();
    brush.lineWidth = grow;
    brush.fill();
    if (grow > 0) brush.stroke();
  }
  for (const branch of branches) {
    brush.strokeStyle = faded("#8ea6dc", 0.28);
    brush.lineWidth = widthOf(layout, branch.carries) * 0.32;
    stroke(brush, branch.points);
  }
  const light = brush.createRadialGradient(
    soma.x - soma.radius * 0.3,
    soma.y - soma.radius * 0.4,
    0,
    soma.x,
    soma.y,
    soma.radius,
  );
  light.addColorStop(0, "#46578c");
  light.addColorStop(1, "#2a3761");
  body();
  brush.fillStyle = light;
  brush.fill();
  for (const place of places) endosome(brush, layout, place);
}

/** The cone in which a branch leaves the soma: wide at the body, narrowing along the branch without a corner. */
function flare(brush: Brush, layout: Layout, points: readonly Point[], width: number, grow: number): void {
  const { soma } = layout;
  const end = points[points.length - 1]!;
  // A short branch narrows within its own length, or the cone would end in a step.
  const reach = Math.min(soma.radius * 1.9, Math.hypot(end.x - soma.x, end.y - soma.y) * 0.96);
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [p, q] = [points[i]!, points[i + 1]!];
    const far = Math.hypot(p.x - soma.x, p.y - soma.y);
    if (far > reach) break;
    const size = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    const [nx, ny] = [-(q.y - p.y) / size, (q.x - p.x) / size];
    const narrow = Math.max(0, 1 - far / reach);
    const half = (width + grow) / 2 + Math.min(soma.radius * 0.85, (reach - soma.radius * 0.4) * 0.7) * narrow * narrow;
    left.push({ x: p.x + nx * half, y: p.y + ny * half });
    right.push({ x: p.x - nx * half, y: p.y - ny * half });
  }
  brush.beginPath();
  for (const { x, y } of [...left, ...right.reverse()]) brush.lineTo(x, y);
  brush.closePath();
  brush.fill();
}

/** Where new receptors come from: a small store in the spine's foot. */
function endosome(brush: Brush, layout: Layout, place: Layout["places"][number]): void {
  const { unit } = layout;
  const at = { x: place.x - place.dx * unit * (FOOT - 0.04), y: place.y - place.dy * unit * (FOOT - 0.04) };
  brush.beginPath();
  brush.arc(at.x, at.y, unit * 0.17, 0, 2 * Math.PI);
  brush.fillStyle = "#1a2547";
  brush.fill();
  brush.lineWidth = Math.max(1.5, unit * 0.04);
  brush.strokeStyle = faded(colours.ampa, 0.8);
  brush.stroke();
  if (unit < 36) return;
  for (const [x, y] of [
    [-0.07, 0.02],
    [0.06, -0.05],
    [0.04, 0.08],
  ] as const) {
    brush.save();
    brush.translate(at.x + x * unit, at.y + y * unit);
    drawAmpa(brush, unit * 0.09, "ampa");
    brush.restore();
  }
}

function stroke(brush: Brush, points: readonly Point[]): void {
  brush.beginPath();
  for (const { x, y } of points) brush.lineTo(x, y);
  brush.stroke();
}

function strokePath(brush: Brush, { xs, ys }: Path): void {
  brush.beginPath();
  for (let i = 0; i < xs.length; i++) brush.lineTo(xs[i]!, ys[i]!);
  brush.stroke();
}
