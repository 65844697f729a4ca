import { blend, colours, faded } from "./palette.ts";

/**
 * The shape of each molecule, drawn around the origin of a 2D canvas (turned so that outwards is to the right). The
 * projector bakes them into textures, the phone draws them directly: a student finds the same shapes on both.
 */
type Brush = CanvasRenderingContext2D;

/** How an AMPA receptor is drawn: at rest, open, won in this lesson, or won and open. */
export type AmpaLook = "ampa" | "ampa-lit" | "ampa-won" | "ampa-won-lit";

/** AMPA receptor: two bars with a gap. @param size height, px */
export function drawAmpa(brush: Brush, size: number, look: AmpaLook): void {
  const won = look.startsWith("ampa-won");
  const lit = look.endsWith("-lit");
  const [width, height] = [size * 0.32, size * 0.95];
  if (lit) {
    const light = brush.createRadialGradient(0, 0, 0, 0, 0, size * 0.95);
    light.addColorStop(0, faded("#ffffff", 0.75));
    light.addColorStop(0.45, faded(colours.ampa, 0.5));
    light.addColorStop(1, faded(colours.ampa, 0));
    brush.fillStyle = light;
    brush.fillRect(-size, -size, 2 * size, 2 * size);
  }
  brush.fillStyle = lit ? "#ffffff" : won ? "#d3f1ff" : colours.ampa;
  for (const side of [-1, 1]) {
    brush.beginPath();
    // Open receptors stand further apart.
    const x = side * size * (lit ? 0.33 : 0.26);
    brush.roundRect(x - width / 2, -height / 2, width, height, width * 0.45);
    brush.fill();
    if (won && !lit && size > 9) {
      brush.strokeStyle = "#ffffff";
      brush.lineWidth = Math.max(1, size * 0.06);
      brush.stroke();
    }
  }
}

/** NMDA receptor: a funnel that opens outwards. @param size length, px */
export function drawNmda(brush: Brush, size: number): void {
  brush.beginPath();
  brush.moveTo(size * 0.42, -size * 0.52);
  brush.lineTo(size * 0.42, size * 0.52);
  brush.lineTo(-size * 0.08, size * 0.2);
  brush.lineTo(-size * 0.55, size * 0.2);
  brush.lineTo(-size * 0.55, -size * 0.2);
  brush.lineTo(-size * 0.08, -size * 0.2);
  brush.closePath();
  brush.fillStyle = blend(colours.nmda, colours.ground, 0.35);
  brush.fill();
  brush.lineJoin = "round";
  brush.lineWidth = Math.max(1.5, size * 0.13);
  brush.strokeStyle = colours.nmda;
  brush.stroke();
}

/** Mg²⁺: a square plug. @param size side, px */
export function drawPlug(brush: Brush, size: number): void {
  brush.fillStyle = colours.magnesium;
  brush.beginPath();
  brush.roundRect(-size / 2, -size / 2, size, size, size * 0.16);
  brush.fill();
  brush.strokeStyle = faded("#3a0508", 0.85);
  brush.lineWidth = Math.max(1, size * 0.12);
  brush.stroke();
}

/** Glutamate: a dot. @param size diameter, px */
export function drawGlutamateDot(brush: Brush, size: number): void {
  brush.fillStyle = colours.glutamate;
  brush.beginPath();
  brush.arc(0, 0, size / 2, 0, 2 * Math.PI);
  brush.fill();
  brush.strokeStyle = faded("#4a2f00", 0.8);
  brush.lineWidth = Math.max(0.75, size * 0.12);
  brush.stroke();
}

/** Ca²⁺: a star of four points. @param size across, px */
export function drawStar(brush: Brush, size: number): void {
  brush.beginPath();
  for (let i = 0; i < 8; i++) {
    const radius = i % 2 === 0 ? size / 2 : size * 0.19;
    const angle = (i * Math.PI) / 4;
    brush.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius);
  }
  brush.closePath();
  brush.fillStyle = colours.calcium;
  brush.fill();
  brush.strokeStyle = faded("#4d4700", 0.7);
  brush.lineWidth = Math.max(0.75, size * 0.06);
  brush.stroke();
}

/** A vesicle: a ring with glutamate in it. @param size across, px */
export function drawVesicle(brush: Brush, size: number): void {
  brush.beginPath();
  brush.arc(0, 0, size / 2, 0, 2 * Math.PI);
  brush.fillStyle = faded("#e8d3a4", 0.22);
  brush.fill();
  brush.strokeStyle = "#e9dcc0";
  brush.lineWidth = Math.max(1.25, size * 0.11);
  brush.stroke();
  brush.fillStyle = colours.glutamate;
  for (const [x, y] of [
    [-0.16, -0.1],
    [0.17, -0.06],
    [0, 0.19],
  ] as const) {
    brush.beginPath();
    brush.arc(x * size, y * size, size * 0.11, 0, 2 * Math.PI);
    brush.fill();
  }
}

/** A soft light. @param radius where it has faded out, px */
export function drawLight(brush: Brush, radius: number, colour: string, core: number): void {
  const light = brush.createRadialGradient(0, 0, 0, 0, 0, radius);
  light.addColorStop(0, faded(colour, 1));
  light.addColorStop(core, faded(colour, 0.85));
  light.addColorStop(core + (1 - core) * 0.35, faded(colour, 0.28));
  light.addColorStop(1, faded(colour, 0));
  brush.fillStyle = light;
  brush.fillRect(-radius, -radius, 2 * radius, 2 * radius);
}

/** A spine head. @param radius px */
export function drawHead(brush: Brush, radius: number): void {
  const body = brush.createRadialGradient(-radius * 0.25, -radius * 0.35, radius * 0.1, 0, 0, radius);
  body.addColorStop(0, "#2b3a66");
  body.addColorStop(0.7, "#1d2849");
  body.addColorStop(1, "#18213d");
  brush.beginPath();
  brush.arc(0, 0, radius - 2, 0, 2 * Math.PI);
  brush.fillStyle = body;
  brush.fill();
  brush.lineWidth = Math.max(2.5, radius * 0.06);
  brush.strokeStyle = "#93a7cc";
  brush.stroke();
}

/**
 * A bouton that cups a head of radius `head` at the origin, its axon leaving to the right.
 * @param unit  px, see layout.ts
 * @param away  the student is out of reach: dashed
 */
export function drawBouton(brush: Brush, unit: number, head: number, colour: string, away: boolean): void {
  const inner = head + unit * 0.2;
  const open = 0.92;
  const tip = inner + unit * 0.78;
  const [cx, cy] = [Math.cos(open) * inner, Math.sin(open) * inner];
  brush.beginPath();
  brush.arc(0, 0, inner, -open, open);
  brush.bezierCurveTo(
    cx + unit * 0.34,
    cy + unit * 0.16,
    inner + unit * 0.42,
    unit * 0.82,
    inner + unit * 0.56,
    unit * 0.4,
  );
  brush.quadraticCurveTo(inner + unit * 0.66, unit * 0.12, tip, unit * 0.1);
  brush.lineTo(tip, -unit * 0.1);
  brush.quadraticCurveTo(inner + unit * 0.66, -unit * 0.12, inner + unit * 0.56, -unit * 0.4);
  brush.bezierCurveTo(inner + unit * 0.42, -unit * 0.82, cx + unit * 0.34, -cy - unit * 0.16, cx, -cy);
  brush.closePath();
  const fill = brush.createLinearGradient(inner - unit * 0.3, 0, tip, 0);
  fill.addColorStop(0, blend(colour, "#1a2340", 0.45));
  fill.addColorStop(1, blend(colour, "#141c35", 0.62));
  brush.fillStyle = away ? faded("#1a2340", 0.6) : fill;
  brush.fill();
  brush.lineJoin = "round";
  brush.lineWidth = Math.max(2, unit * 0.055);
  brush.setLineDash(away ? [unit * 0.14, unit * 0.11] : []);
  brush.strokeStyle = away ? colours.membrane : blend(colour, "#c3cfe4", 0.35);
  brush.stroke();
  brush.setLineDash([]);
}
