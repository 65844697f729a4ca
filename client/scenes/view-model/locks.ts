import { clamp } from "./geometry.ts";
import { colours, faded } from "./palette.ts";
import { drawGlutamateDot } from "./shapes.ts";

type Brush = CanvasRenderingContext2D;

/** The two keys that open an NMDA receptor: glutamate (left), depolarisation (right). Lit: turned. */
export function drawLocks(brush: Brush, unit: number, head: number, key: number, voltage: number, width: number): void {
  const size = unit * 0.44;
  const x = Math.min(width / 2 - size * 0.9, head + size * 1.35);
  for (const [side, lit] of [
    [-1, key],
    [1, voltage],
  ] as const) {
    brush.save();
    brush.translate(side * x, -unit * 0.62);
    brush.globalAlpha = 0.5 + 0.5 * clamp(lit * 2);
    padlock(brush, size, lit > 0.12, side < 0 ? colours.glutamate : "#fff3d0");
    brush.translate(0, size * 0.16);
    if (side < 0) drawGlutamateDot(brush, size * 0.34);
    else bolt(brush, size * 0.46, lit > 0.12 ? "#1a1406" : colours.quiet);
    brush.restore();
  }
}

function padlock(brush: Brush, size: number, open: boolean, colour: string): void {
  brush.lineWidth = size * 0.12;
  brush.strokeStyle = open ? colour : colours.quiet;
  brush.lineCap = "round";
  brush.beginPath();
  const lift = open ? size * 0.2 : 0;
  brush.moveTo(-size * 0.26, -size * 0.2);
  brush.lineTo(-size * 0.26, -size * 0.38 - lift);
  brush.arc(0, -size * 0.38 - lift, size * 0.26, Math.PI, 2 * Math.PI);
  brush.lineTo(size * 0.26, -size * (open ? 0.46 : 0.2));
  brush.stroke();
  brush.beginPath();
  brush.roundRect(-size * 0.42, -size * 0.2, size * 0.84, size * 0.72, size * 0.12);
  brush.fillStyle = open ? faded(colour, 0.9) : "#26314f";
  brush.fill();
  brush.stroke();
}

function bolt(brush: Brush, size: number, colour: string): void {
  brush.beginPath();
  for (const [x, y] of [
    [0.12, -0.5],
    [-0.3, 0.08],
    [-0.03, 0.08],
    [-0.12, 0.5],
    [0.3, -0.1],
    [0.03, -0.1],
  ] as const) {
    brush.lineTo(x * size, y * size);
  }
  brush.closePath();
  brush.fillStyle = colour;
  brush.fill();
}
