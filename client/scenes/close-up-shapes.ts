import { closeUpColours } from "./close-up-colours.ts";
import { blend, colours, faded } from "./view-model/palette.ts";
import { drawAmpa, drawGlutamateDot } from "./view-model/shapes.ts";

/** Molecules as the close-up shows them, drawn around the origin of a 2D canvas; outside is up. */
type Brush = CanvasRenderingContext2D;
const FONT = `"Atkinson Hyperlegible", system-ui, sans-serif`;

/** AMPA receptor: two bars with a gap, which stands open or not. @param size height, px */
export function drawReceptor(brush: Brush, size: number, open: boolean, phosphorylated: boolean): void {
  if (open) drawGlow(brush, size * 0.95, colours.ampa, 0.6);
  const [width, height] = [size * 0.27, size * 0.96];
  const lean = open ? 0 : 0.16;
  for (const side of [-1, 1]) {
    brush.save();
    brush.translate(side * size * (open ? 0.27 : 0.2), 0);
    brush.rotate(side * lean);
    brush.beginPath();
    brush.roundRect(-width / 2, -height / 2, width, height, width * 0.48);
    const body = brush.createLinearGradient(-width / 2, 0, width / 2, 0);
    const colour = open ? closeUpColours.open : phosphorylated ? closeUpColours.phosphorylated : colours.ampa;
    body.addColorStop(0, colour);
    body.addColorStop(1, blend(colour, closeUpColours.shade, open ? 0.14 : 0.34));
    brush.fillStyle = body;
    brush.fill();
    brush.lineWidth = Math.max(1, size * 0.035);
    brush.strokeStyle = faded(closeUpColours.outline, 0.75);
    brush.stroke();
    brush.restore();
  }
  if (phosphorylated) drawPhosphate(brush, size);
}

/** A phosphate at the receptor's inner end; a P where there is room for it. */
function drawPhosphate(brush: Brush, size: number): void {
  const radius = size > 26 ? size * 0.25 : size * 0.2;
  brush.beginPath();
  brush.arc(0, size * 0.5, radius, 0, 2 * Math.PI);
  brush.fillStyle = closeUpColours.phosphate;
  brush.fill();
  brush.lineWidth = Math.max(1, size * 0.03);
  brush.strokeStyle = closeUpColours.phosphateInk;
  brush.stroke();
  if (size <= 26) return;
  brush.fillStyle = closeUpColours.phosphateInk;
  brush.font = `700 ${radius * 1.5}px ${FONT}`;
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  brush.fillText("P", 0, size * 0.5 + radius * 0.1);
}

/** A place for one AMPA receptor: a dashed ring in the section, a dark pit behind it. @param size height of its receptor, px */
export function drawSlot(brush: Brush, size: number, section: boolean): void {
  brush.beginPath();
  if (section) {
    brush.roundRect(-size * 0.33, -size * 0.46, size * 0.66, size * 0.92, size * 0.2);
    brush.fillStyle = faded(closeUpColours.pit, 0.45);
    brush.fill();
    brush.setLineDash([size * 0.14, size * 0.1]);
    brush.lineWidth = Math.max(1.5, size * 0.05);
    brush.strokeStyle = faded(closeUpColours.slotRim, 0.85);
    brush.stroke();
    brush.setLineDash([]);
    return;
  }
  brush.ellipse(0, size * 0.3, size * 0.34, size * 0.17, 0, 0, 2 * Math.PI);
  brush.fillStyle = faded(closeUpColours.pit, 0.55);
  brush.fill();
  brush.lineWidth = Math.max(1, size * 0.06);
  brush.strokeStyle = faded(closeUpColours.pitRim, 0.75);
  brush.stroke();
}

/** NMDA receptor cut open: a funnel with a pore. @param size height, px; @param bound  glutamate holds its gate open */
export function drawChannel(brush: Brush, size: number, bound: boolean): void {
  const gate = bound ? 0.1 : 0.012;
  for (const side of [-1, 1]) {
    const at = (x: number, y: number): [number, number] => [side * x * size, y * size];
    brush.beginPath();
    brush.moveTo(...at(0.1, -0.14));
    brush.lineTo(...at(bound ? 0.17 : 0.2, -0.46));
    brush.quadraticCurveTo(...at(0.3, -0.64), ...at(0.42, -0.46));
    brush.lineTo(...at(0.42, -0.28));
    brush.quadraticCurveTo(...at(0.4, -0.14), ...at(0.3, -0.12));
    brush.lineTo(...at(0.3, 0.2));
    brush.quadraticCurveTo(...at(0.3, 0.38), ...at(0.16, 0.37));
    brush.lineTo(...at(gate + 0.02, 0.34));
    brush.lineTo(...at(gate, 0.2));
    brush.lineTo(...at(0.1, 0.12));
    brush.closePath();
    const body = brush.createLinearGradient(...at(0.08, 0), ...at(0.42, 0));
    body.addColorStop(0, blend(colours.nmda, "#ffffff", bound ? 0.28 : 0.08));
    body.addColorStop(1, blend(colours.nmda, colours.ground, 0.42));
    brush.fillStyle = body;
    brush.fill();
    brush.lineJoin = "round";
    brush.lineWidth = Math.max(1.5, size * 0.028);
    brush.strokeStyle = blend(colours.nmda, "#ffffff", 0.45);
    brush.stroke();
  }
}

/** A vesicle whose lower side has opened. @param size across, px */
export function drawFusing(brush: Brush, size: number): void {
  const [from, to] = [Math.PI * 0.72, Math.PI * 2.28];
  brush.beginPath();
  brush.arc(0, 0, size / 2, from, to);
  brush.fillStyle = faded(closeUpColours.vesicle, 0.25);
  brush.fill();
  brush.beginPath();
  brush.arc(0, 0, size / 2, from, to);
  brush.lineWidth = size * 0.12;
  brush.lineCap = "round";
  brush.strokeStyle = closeUpColours.vesicleRim;
  brush.stroke();
  for (const [x, y] of [
    [-0.12, -0.06],
    [0.14, 0.1],
    [-0.02, 0.34],
  ] as const) {
    brush.save();
    brush.translate(x * size, y * size);
    drawGlutamateDot(brush, size * 0.24);
    brush.restore();
  }
}

/** A vesicle that carries a receptor. @param size across, px */
export function drawCargo(brush: Brush, size: number): void {
  brush.beginPath();
  brush.arc(0, 0, size / 2, 0, 2 * Math.PI);
  brush.fillStyle = faded(closeUpColours.cargo, 0.2);
  brush.fill();
  brush.lineWidth = size * 0.08;
  brush.strokeStyle = closeUpColours.cargoRim;
  brush.stroke();
  drawAmpa(brush, size * 0.56, "ampa-won");
}

/** CaMKII: a ring of six. @param size across, px */
export function drawKinase(brush: Brush, size: number, lit: boolean): void {
  const colour = lit ? closeUpColours.kinase : blend(closeUpColours.kinase, closeUpColours.cytoplasm, 0.55);
  if (lit) drawGlow(brush, size * 0.95, closeUpColours.kinase, 0.5);
  for (let i = 0; i < 6; i++) {
    const angle = (i * Math.PI) / 3;
    brush.beginPath();
    brush.arc(Math.cos(angle) * size * 0.31, Math.sin(angle) * size * 0.31, size * 0.185, 0, 2 * Math.PI);
    brush.fillStyle = lit ? blend(colour, "#ffffff", 0.25) : colour;
    brush.fill();
    brush.lineWidth = Math.max(1, size * 0.035);
    brush.strokeStyle = faded(closeUpColours.kinaseInk, 0.85);
    brush.stroke();
  }
  brush.beginPath();
  brush.arc(0, 0, size * 0.17, 0, 2 * Math.PI);
  brush.fillStyle = colour;
  brush.fill();
}

/** A new protein: a folded ribbon. @param size across, px */
export function drawProtein(brush: Brush, size: number): void {
  const ribbon = (): void => {
    brush.beginPath();
    brush.moveTo(-size * 0.36, size * 0.12);
    brush.bezierCurveTo(-size * 0.4, -size * 0.5, 0, -size * 0.36, -size * 0.02, size * 0.02);
    brush.bezierCurveTo(-size * 0.04, size * 0.44, size * 0.42, size * 0.42, size * 0.36, -size * 0.16);
  };
  brush.lineCap = "round";
  ribbon();
  brush.lineWidth = size * 0.3;
  brush.strokeStyle = closeUpColours.proteinRim;
  brush.stroke();
  ribbon();
  brush.lineWidth = size * 0.2;
  brush.strokeStyle = closeUpColours.protein;
  brush.stroke();
}

/** Na⁺: a small ring with a plus. @param size across, px */
export function drawSodiumIon(brush: Brush, size: number): void {
  brush.beginPath();
  brush.arc(0, 0, size / 2, 0, 2 * Math.PI);
  brush.fillStyle = closeUpColours.sodium;
  brush.fill();
  brush.lineWidth = size * 0.14;
  brush.strokeStyle = closeUpColours.sodiumInk;
  brush.beginPath();
  brush.moveTo(-size * 0.26, 0);
  brush.lineTo(size * 0.26, 0);
  brush.moveTo(0, -size * 0.26);
  brush.lineTo(0, size * 0.26);
  brush.stroke();
}

/** The tag: a flag with a plus (kept stronger) or a minus (kept weaker), its pole's foot at the origin's lower right. @param size height, px */
export function drawFlag(brush: Brush, size: number, stronger: boolean): void {
  const colour = stronger ? closeUpColours.tag : closeUpColours.untag;
  brush.lineCap = "round";
  brush.lineWidth = size * 0.07;
  brush.strokeStyle = closeUpColours.pole;
  brush.beginPath();
  brush.moveTo(size * 0.46, size * 0.48);
  brush.lineTo(size * 0.3, -size * 0.46);
  brush.stroke();
  brush.beginPath();
  brush.moveTo(size * 0.29, -size * 0.44);
  brush.lineTo(-size * 0.46, -size * 0.34);
  brush.lineTo(-size * 0.3, -size * 0.1);
  brush.lineTo(-size * 0.4, size * 0.16);
  brush.lineTo(size * 0.38, size * 0.06);
  brush.closePath();
  brush.fillStyle = colour;
  brush.fill();
  brush.fillStyle = closeUpColours.tagInk;
  brush.font = `700 ${size * 0.5}px ${FONT}`;
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  brush.fillText(stronger ? "+" : "−", 0, -size * 0.13);
}

/** A soft light that ends within `radius`, px. */
export function drawGlow(brush: Brush, radius: number, colour: string, strength: number): void {
  const light = brush.createRadialGradient(0, 0, 0, 0, 0, radius);
  light.addColorStop(0, faded("#ffffff", strength));
  light.addColorStop(0.4, faded(colour, strength * 0.7));
  light.addColorStop(1, faded(colour, 0));
  brush.fillStyle = light;
  brush.fillRect(-radius, -radius, 2 * radius, 2 * radius);
}
