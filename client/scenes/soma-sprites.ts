import type Phaser from "phaser";
import { newAtlas } from "./atlas.ts";
import { GLOW } from "./view-model/describe.ts";
import type { Layout } from "./view-model/layout.ts";
import { blend, colours, faded } from "./view-model/palette.ts";
import { drawPlug } from "./view-model/shapes.ts";

/** The soma's vessel, its liquid, its glass with the threshold, its glow and ring, and the dendrite's gauge. */
export function bakeSoma(
  textures: Phaser.Textures.TextureManager,
  layout: Layout,
  threshold: number,
  leaves: number,
  key: string,
): void {
  const atlas = newAtlas(true);
  const r = vesselRadius(layout);
  const disc = (brush: CanvasRenderingContext2D, radius: number): void => {
    brush.beginPath();
    brush.arc(0, 0, radius, 0, 2 * Math.PI);
  };
  atlas.add("vessel", 2 * r + 8, 2 * r + 8, (brush) => {
    disc(brush, r);
    const deep = brush.createRadialGradient(0, -r * 0.4, r * 0.1, 0, 0, r);
    deep.addColorStop(0, "#16203d");
    deep.addColorStop(1, "#0c1326");
    brush.fillStyle = deep;
    brush.fill();
  });
  atlas.add("liquid", 2 * r, 2 * r, (brush) => {
    disc(brush, r - 2);
    const water = brush.createLinearGradient(0, r, 0, -r);
    water.addColorStop(0, "#2b6fb8");
    water.addColorStop(0.55, "#56b4e9");
    water.addColorStop(0.85, "#b9e6ff");
    water.addColorStop(1, "#ffffff");
    brush.fillStyle = water;
    brush.fill();
  });
  atlas.add("surface", 2 * r, 10, (brush) => {
    brush.fillStyle = faded("#e9f8ff", 0.9);
    brush.beginPath();
    brush.roundRect(-r, -2.5, 2 * r, 5, 2.5);
    brush.fill();
  });
  atlas.add("glass", 2 * r + 16, 2 * r + 16, (brush) => drawGlass(brush, r, threshold));
  const glow = layout.soma.radius * GLOW;
  atlas.add("glow", 2 * glow, 2 * glow, (brush) => {
    const light = brush.createRadialGradient(0, 0, layout.soma.radius * 0.4, 0, 0, glow);
    // Falls off like a lamp's light: no visible edge.
    for (let i = 0; i <= 10; i++)
      light.addColorStop(i / 10, faded(blend("#fff3d0", "#ff9d3c", i / 10), 0.8 * (1 - i / 10) ** 2.4));
    brush.fillStyle = light;
    brush.fillRect(-glow, -glow, 2 * glow, 2 * glow);
  });
  const ring = layout.soma.radius * 2;
  atlas.add("ring", 2 * ring, 2 * ring, (brush) => {
    disc(brush, ring - 8);
    brush.lineWidth = 7;
    brush.strokeStyle = "#fff4d6";
    brush.stroke();
  });
  const { width, height } = gaugeSize(layout);
  atlas.add("gauge", width * 3.4, height + 10, (brush) => drawGauge(brush, width, height));
  atlas.add("gauge-mark", width * 3.4, height + 10, (brush) => drawGaugeMark(brush, width, height, leaves));
  atlas.add("gauge-fill", width, height, (brush) => {
    const fill = brush.createLinearGradient(0, height / 2, 0, -height / 2);
    fill.addColorStop(0, "#5a4a8f");
    fill.addColorStop(0.5, "#b388ff");
    fill.addColorStop(1, "#ffffff");
    brush.fillStyle = fill;
    brush.beginPath();
    brush.roundRect(-width / 2 + 4, -height / 2 + 4, width - 8, height - 8, width / 2 - 4);
    brush.fill();
  });
  atlas.bake(textures, key);
}

export const vesselRadius = (layout: Layout): number => layout.soma.radius * 0.8;
export const gaugeSize = (layout: Layout): { width: number; height: number } => ({
  width: Math.max(18, layout.soma.radius * 0.24),
  height: layout.soma.radius * 1.6,
});

/** The vessel's rim, a shine, and the dashed line at which the cell fires, with a spark at its left end. */
function drawGlass(brush: CanvasRenderingContext2D, r: number, threshold: number): void {
  brush.beginPath();
  brush.arc(0, 0, r, 0, 2 * Math.PI);
  brush.lineWidth = Math.max(4, r * 0.06);
  brush.strokeStyle = "#aebbd6";
  brush.stroke();
  brush.beginPath();
  brush.arc(0, 0, r * 0.86, Math.PI * 1.08, Math.PI * 1.42);
  brush.lineWidth = Math.max(3, r * 0.05);
  brush.lineCap = "round";
  brush.strokeStyle = faded("#ffffff", 0.22);
  brush.stroke();
  const y = r - 2 * r * threshold;
  const half = Math.sqrt(r * r - y * y) - 6;
  const dash = r * 0.13;
  for (const [width, colour] of [
    [Math.max(7, r * 0.085), faded("#0b1020", 0.75)],
    [Math.max(4, r * 0.05), "#ffffff"],
  ] as const) {
    brush.setLineDash([dash, dash * 0.75]);
    brush.lineCap = "butt";
    brush.lineWidth = width;
    brush.strokeStyle = colour;
    brush.beginPath();
    brush.moveTo(-half, y);
    brush.lineTo(half, y);
    brush.stroke();
  }
  brush.setLineDash([]);
}

/** The tube of the dendrites' potential. */
function drawGauge(brush: CanvasRenderingContext2D, width: number, height: number): void {
  brush.beginPath();
  brush.roundRect(-width / 2, -height / 2, width, height, width / 2);
  brush.fillStyle = "#0c1326";
  brush.fill();
  brush.lineWidth = 4;
  brush.strokeStyle = "#aebbd6";
  brush.stroke();
}

/** The line at which Mg²⁺ leaves, with a plug beside it. */
function drawGaugeMark(brush: CanvasRenderingContext2D, width: number, height: number, leaves: number): void {
  const y = height / 2 - height * leaves;
  brush.lineWidth = 8;
  brush.strokeStyle = faded(colours.ground, 0.8);
  brush.beginPath();
  brush.moveTo(-width / 2 - 3, y);
  brush.lineTo(width / 2 + 7, y);
  brush.stroke();
  brush.setLineDash([5, 4]);
  brush.lineWidth = 4;
  brush.strokeStyle = colours.magnesium;
  brush.beginPath();
  brush.moveTo(-width / 2 - 3, y);
  brush.lineTo(width / 2 + 7, y);
  brush.stroke();
  brush.setLineDash([]);
  brush.translate(width / 2 + 7 + width * 0.42, y);
  drawPlug(brush, width * 0.72);
}
