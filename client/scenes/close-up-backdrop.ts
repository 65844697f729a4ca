import { newCanvas } from "./atlas.ts";
import { closeUpColours } from "./close-up-colours.ts";
import { type CloseUpLayout, DEPTH, tallness, WIDEST } from "./view-model/close-up/close-up-layout.ts";
import { blend, colours, faded } from "./view-model/palette.ts";

/** The large, still parts of the close-up: bouton and dendrite, and the spine head, which is scaled as it grows. */
type Brush = CanvasRenderingContext2D;

/** Half the neck's width, units. */
export const NECK_HALF = 0.44;
/** A depolarised inside. */
const CHARGE = faded(closeUpColours.charge, 0.42);
/** Lines of membranes, units. */
const LINE = 0.085;

/** Ground, and the empty dendrite. */
export function drawGround(layout: CloseUpLayout): HTMLCanvasElement {
  const canvas = newCanvas(layout.width, layout.height);
  const brush = canvas.getContext("2d")!;
  const light = brush.createRadialGradient(
    layout.centre,
    layout.postsynaptic - layout.unit,
    0,
    layout.centre,
    layout.postsynaptic,
    layout.width * 0.62,
  );
  light.addColorStop(0, closeUpColours.near);
  light.addColorStop(0.55, closeUpColours.around);
  light.addColorStop(1, colours.ground);
  brush.fillStyle = light;
  brush.fillRect(0, 0, layout.width, layout.height);
  drawDendrite(brush, layout);
  return canvas;
}

/** The bouton with its axon, the middle of the picture's upper edge at the origin. */
export function drawBouton(brush: Brush, { half, unit, presynaptic }: CloseUpLayout, colour: string): void {
  const wide = half * 1.02;
  const axon = unit * 0.42;
  const edge = presynaptic + 0.2 * unit;
  brush.beginPath();
  brush.moveTo(-axon, -4);
  brush.bezierCurveTo(-axon, unit * 0.9, -wide, unit * 0.36, -wide * 1.02, unit * 1.3);
  brush.bezierCurveTo(-wide * 1.03, unit * 2, -wide * 1.02, edge, -wide * 0.9, edge);
  brush.quadraticCurveTo(0, presynaptic * 2 - edge + 0.05 * unit, wide * 0.9, edge);
  brush.bezierCurveTo(wide * 1.02, edge, wide * 1.03, unit * 2, wide * 1.02, unit * 1.3);
  brush.bezierCurveTo(wide, unit * 0.36, axon, unit * 0.9, axon, -4);
  brush.closePath();
  const body = brush.createLinearGradient(0, 0, 0, presynaptic);
  body.addColorStop(0, blend(colour, closeUpColours.boutonFar, 0.72));
  body.addColorStop(1, blend(colour, closeUpColours.boutonNear, 0.6));
  brush.fillStyle = body;
  brush.fill();
  bilayer(brush, unit, blend(colour, closeUpColours.boutonEdge, 0.45));
  // The active zone: a denser stretch of the membrane, where vesicles dock.
  brush.beginPath();
  brush.moveTo(-half * 0.74, presynaptic + 0.1 * unit);
  brush.quadraticCurveTo(0, presynaptic - 0.1 * unit, half * 0.74, presynaptic + 0.1 * unit);
  brush.lineWidth = unit * 0.13;
  brush.lineCap = "round";
  brush.strokeStyle = faded(blend(colour, closeUpColours.activeZone, 0.4), 0.75);
  brush.stroke();
}

/** The current path as a membrane of two layers. */
function bilayer(brush: Brush, unit: number, colour: string): void {
  brush.lineJoin = "round";
  brush.lineWidth = Math.max(4, unit * LINE);
  brush.strokeStyle = colour;
  brush.stroke();
  brush.lineWidth = Math.max(1.2, unit * LINE * 0.3);
  brush.strokeStyle = closeUpColours.bilayer;
  brush.stroke();
}

function drawDendrite(brush: Brush, { width, unit, dendrite, centre }: CloseUpLayout): void {
  const { top, bottom } = dendrite;
  brush.fillStyle = blend(closeUpColours.cytoplasm, colours.ground, 0.35);
  brush.fillRect(0, top, width, bottom - top);
  const neck = unit * NECK_HALF;
  const wall = (draw: () => void): void => {
    brush.beginPath();
    draw();
    bilayer(brush, unit, closeUpColours.membrane);
  };
  wall(() => {
    brush.moveTo(-10, top);
    brush.lineTo(centre - neck * 1.9, top);
    brush.quadraticCurveTo(centre - neck, top, centre - neck, top - neck);
  });
  wall(() => {
    brush.moveTo(width + 10, top);
    brush.lineTo(centre + neck * 1.9, top);
    brush.quadraticCurveTo(centre + neck, top, centre + neck, top - neck);
  });
  wall(() => {
    brush.moveTo(-10, bottom - unit * LINE * 0.5);
    brush.lineTo(width + 10, bottom - unit * LINE * 0.5);
  });
}

/** The dendrite's potential as a liquid of full height, to be cropped. */
export function drawLiquid({ width, dendrite, unit }: CloseUpLayout): HTMLCanvasElement {
  const tall = dendrite.bottom - dendrite.top - 2 * unit * LINE;
  const canvas = newCanvas(width, tall);
  const brush = canvas.getContext("2d")!;
  const liquid = brush.createLinearGradient(0, tall, 0, 0);
  liquid.addColorStop(0, closeUpColours.liquidLow);
  liquid.addColorStop(0.6, closeUpColours.liquidMiddle);
  liquid.addColorStop(1, closeUpColours.liquidHigh);
  brush.fillStyle = liquid;
  brush.fillRect(0, 0, width, tall);
  return canvas;
}

/** The dashed line at which Mg²⁺ leaves. */
export function drawLine({ width, unit }: CloseUpLayout): HTMLCanvasElement {
  const canvas = newCanvas(width, Math.max(4, unit * 0.06));
  const brush = canvas.getContext("2d")!;
  brush.setLineDash([unit * 0.22, unit * 0.15]);
  brush.lineWidth = canvas.height;
  brush.strokeStyle = colours.magnesium;
  brush.beginPath();
  brush.moveTo(0, canvas.height / 2);
  brush.lineTo(width, canvas.height / 2);
  brush.stroke();
  return canvas;
}

/** Half the width and the height of a head's texture, px: its largest size. */
export const headSize = ({ half, tall, unit }: CloseUpLayout): { wide: number; tall: number; above: number } => ({
  wide: half * WIDEST,
  tall: tall * tallness(WIDEST),
  above: unit * DEPTH * 1.16,
});

/** Where the section's membrane is at the head's edge, px below its top. */
const edgeDrop = ({ unit }: CloseUpLayout): number => 0.36 * unit * tallness(WIDEST);

/** The head's outline in the section, its membrane's top at the origin. */
function headPath(brush: Brush, layout: CloseUpLayout): void {
  const { wide, tall } = headSize(layout);
  const drop = edgeDrop(layout);
  const neck = (layout.unit * NECK_HALF * wide) / (layout.half * 1.1);
  brush.moveTo(-wide, drop);
  brush.quadraticCurveTo(0, -drop, wide, drop);
  brush.bezierCurveTo(wide * 1.07, drop + tall * 0.44, wide * 0.62, tall * 0.98, neck, tall);
  brush.lineTo(-neck, tall);
  brush.bezierCurveTo(-wide * 0.62, tall * 0.98, -wide * 1.07, drop + tall * 0.44, -wide, drop);
}

/** Back half of the head's upper side, seen from above. */
function topPath(brush: Brush, layout: CloseUpLayout): void {
  const { wide, above } = headSize(layout);
  const drop = edgeDrop(layout);
  brush.moveTo(-wide, drop);
  brush.bezierCurveTo(-wide * 1.02, -above * 0.62, -wide * 0.6, -above, 0, -above);
  brush.bezierCurveTo(wide * 0.6, -above, wide * 1.02, -above * 0.62, wide, drop);
  brush.quadraticCurveTo(0, -drop, -wide, drop);
}

/** Head: the upper side behind the section, the cytoplasm in it, the membrane. */
export function drawSpineHead(brush: Brush, layout: CloseUpLayout): void {
  const { tall, above } = headSize(layout);
  brush.beginPath();
  topPath(brush, layout);
  const upper = brush.createLinearGradient(0, -above, 0, edgeDrop(layout));
  upper.addColorStop(0, closeUpColours.topFar);
  upper.addColorStop(1, closeUpColours.topNear);
  brush.fillStyle = upper;
  brush.fill();
  brush.lineWidth = Math.max(2, layout.unit * 0.035);
  brush.strokeStyle = faded(closeUpColours.membrane, 0.7);
  brush.stroke();
  brush.beginPath();
  headPath(brush, layout);
  const body = brush.createLinearGradient(0, 0, 0, tall);
  body.addColorStop(0, closeUpColours.underDensity);
  body.addColorStop(0.5, closeUpColours.cytoplasm);
  body.addColorStop(1, closeUpColours.cytoplasm);
  brush.fillStyle = body;
  brush.fill();
  bilayer(brush, layout.unit * 1.1, closeUpColours.membrane);
}

/** The head's glow while the membrane is depolarised. */
export function drawHeadCharge(brush: Brush, layout: CloseUpLayout): void {
  brush.beginPath();
  headPath(brush, layout);
  brush.fillStyle = CHARGE;
  brush.fill();
}

/** The dense stretch under the membrane, in full width, to be cropped. */
export function drawDensity(brush: Brush, layout: CloseUpLayout): void {
  const { wide } = headSize(layout);
  const drop = edgeDrop(layout);
  const low = layout.unit * 0.2;
  for (const [thick, alpha] of [
    [0.3, 0.28],
    [0.19, 0.4],
    [0.09, 0.5],
  ] as const) {
    brush.beginPath();
    brush.moveTo(-wide, drop + low);
    brush.quadraticCurveTo(0, -drop + low, wide, drop + low);
    brush.lineWidth = layout.unit * thick;
    brush.strokeStyle = faded(closeUpColours.density, alpha);
    brush.stroke();
  }
}

/** The neck between head and dendrite, stretched to fit; its top at the origin. @param tall px */
export function drawNeck(brush: Brush, { unit }: CloseUpLayout, tall: number, charged: boolean): void {
  const neck = unit * NECK_HALF;
  brush.fillStyle = charged ? CHARGE : closeUpColours.cytoplasm;
  brush.fillRect(-neck, -tall / 2, 2 * neck, tall);
  if (charged) return;
  for (const side of [-1, 1]) {
    brush.beginPath();
    brush.moveTo(side * neck, -tall / 2 + unit * 0.1);
    brush.lineTo(side * neck, tall / 2);
    bilayer(brush, unit, closeUpColours.membrane);
  }
}
