import type Phaser from "phaser";
import { newAtlas } from "./atlas.ts";
import {
  drawBouton,
  drawDensity,
  drawHeadCharge,
  drawNeck,
  drawSpineHead,
  headSize,
  NECK_HALF,
} from "./close-up-backdrop.ts";
import { closeUpColours } from "./close-up-colours.ts";
import * as close from "./close-up-shapes.ts";
import { groupColour } from "./sprites.ts";
import { NMDA } from "./view-model/close-up/channels.ts";
import { type CloseUpLayout, DEPTH, SIZES, WIDEST } from "./view-model/close-up/close-up-layout.ts";
import { VESICLE } from "./view-model/close-up/release.ts";
import { blend, colours, faded } from "./view-model/palette.ts";
import * as shapes from "./view-model/shapes.ts";

/** Bakes what moves in the close-up into one texture, and what is scaled as a whole into another. */

/** Height for which the neck is baked, units. */
export const NECK_TALL = 1;
const FLAG = 1.05;

export function bakeCloseUpMolecules(textures: Phaser.Textures.TextureManager, layout: CloseUpLayout): void {
  const atlas = newAtlas();
  const { unit } = layout;
  for (const [i, share] of SIZES.entries()) {
    const size = share * unit;
    const section = i === 0;
    atlas.add(`slot-${i}`, size * 1.1, size * 1.2, (brush) => close.drawSlot(brush, size, section));
    for (const phosphorylated of [false, true]) {
      const name = phosphorylated ? "ampa-p" : "ampa";
      const draw = (open: boolean) => (brush: CanvasRenderingContext2D) =>
        close.drawReceptor(brush, size, open, phosphorylated);
      atlas.add(`${name}-${i}`, size * 1.3, size * 1.7, draw(false));
      atlas.add(`${name}-open-${i}`, size * 2, size * 2, draw(true));
    }
    atlas.add(`ampa-new-${i}`, size * 2, size * 2, (brush) => {
      close.drawGlow(brush, size, colours.ampa, 0.75);
      close.drawReceptor(brush, size, false, false);
    });
  }
  const single = (name: string, size: number, draw: (brush: CanvasRenderingContext2D) => void): void =>
    atlas.add(name, size, size, draw);
  const nmda = NMDA * unit;
  single("nmda", nmda * 1.3, (brush) => close.drawChannel(brush, nmda, false));
  single("nmda-bound", nmda * 1.3, (brush) => close.drawChannel(brush, nmda, true));
  single("plug", unit * 0.34, (brush) => shapes.drawPlug(brush, unit * 0.25));
  single("glutamate", unit * 0.24, (brush) => shapes.drawGlutamateDot(brush, unit * 0.17));
  single("calcium", unit * 0.4, (brush) => shapes.drawStar(brush, unit * 0.36));
  single("sodium", unit * 0.2, (brush) => close.drawSodiumIon(brush, unit * 0.17));
  single("vesicle", unit * VESICLE * 1.2, (brush) => shapes.drawVesicle(brush, unit * VESICLE));
  single("fusing", unit * VESICLE * 1.6, (brush) => close.drawFusing(brush, unit * VESICLE));
  single("cargo", unit * 0.6, (brush) => close.drawCargo(brush, unit * 0.5));
  single("kinase", unit * 0.6, (brush) => close.drawKinase(brush, unit * 0.46, false));
  single("kinase-lit", unit * 0.92, (brush) => close.drawKinase(brush, unit * 0.46, true));
  single("protein", unit * 0.46, (brush) => close.drawProtein(brush, unit * 0.4));
  const light = (name: string, radius: number, colour: string, core: number): void =>
    single(name, radius * unit * 2, (brush) => shapes.drawLight(brush, radius * unit, colour, core));
  light("spike", 0.34, closeUpColours.spike, 0.3);
  light("spike-tail", 0.22, closeUpColours.spikeTail, 0.2);
  light("epsp", 0.3, closeUpColours.epsp, 0.25);
  light("epsp-tail", 0.2, closeUpColours.epspTail, 0.15);
  light("back", 0.36, closeUpColours.back, 0.3);
  light("back-tail", 0.24, closeUpColours.backTail, 0.15);
  atlas.bake(textures, "close-up-molecules");
}

/** Head, density, neck, endosome, glows and flags. */
export function bakeCloseUpBodies(textures: Phaser.Textures.TextureManager, layout: CloseUpLayout): void {
  const atlas = newAtlas();
  const { unit, half } = layout;
  const { wide, tall, above } = headSize(layout);
  const reach = Math.max(tall, above) + unit * 0.2;
  const across = 2 * wide * 1.08 + 8;
  atlas.add("head", across, 2 * reach, (brush) => drawSpineHead(brush, layout));
  atlas.add("charge", across, 2 * reach, (brush) => drawHeadCharge(brush, layout));
  atlas.add("density", across, unit * 1.8, (brush) => drawDensity(brush, layout));
  const disc = half * WIDEST;
  atlas.add("disc", 2 * disc, 2 * unit * DEPTH, (brush) => {
    brush.beginPath();
    brush.ellipse(0, 0, disc - 2, unit * DEPTH - 2, 0, Math.PI, 2 * Math.PI);
    const shade = brush.createLinearGradient(0, -unit * DEPTH, 0, 0);
    shade.addColorStop(0, faded(closeUpColours.density, 0.22));
    shade.addColorStop(0.6, faded(closeUpColours.density, 0.16));
    shade.addColorStop(1, faded(closeUpColours.density, 0));
    brush.fillStyle = shade;
    brush.fill();
  });
  for (const group of ["A", "B", "C"] as const) {
    const colour = blend(groupColour(group), "#7d8fb3", 0.34);
    atlas.add(`bouton-${group}`, half * 2.2, layout.presynaptic * 2 + unit * 0.7, (brush) =>
      drawBouton(brush, layout, colour),
    );
  }
  for (const charged of [false, true]) {
    atlas.add(charged ? "neck-charge" : "neck", unit * NECK_HALF * 2 + unit * 0.2, unit * NECK_TALL, (brush) =>
      drawNeck(brush, layout, unit * NECK_TALL, charged),
    );
  }
  atlas.add("endosome", unit * 1.7, unit * 1.2, (brush) => drawEndosome(brush, unit));
  atlas.add("release", 2.4 * half, unit * 1.6, (brush) => {
    brush.scale(1, (unit * 0.8) / (half * 1.2));
    close.drawGlow(brush, half * 1.2, closeUpColours.release, 0.5);
  });
  atlas.add("cleft", 2.2 * half, unit * 1.9, (brush) => {
    brush.scale(1, (unit * 0.95) / (half * 1.1));
    const light = brush.createRadialGradient(0, 0, 0, 0, 0, half * 1.1);
    light.addColorStop(0, faded(colours.glutamate, 0.8));
    light.addColorStop(0.6, faded(colours.glutamate, 0.55));
    light.addColorStop(1, faded(colours.glutamate, 0));
    brush.fillStyle = light;
    brush.fillRect(-half * 1.1, -half * 1.1, half * 2.2, half * 2.2);
  });
  for (const [name, stronger] of [
    ["flag-up", true],
    ["flag-down", false],
  ] as const) {
    atlas.add(name, unit * FLAG * 1.1, unit * FLAG * 1.1, (brush) => close.drawFlag(brush, unit * FLAG, stronger));
  }
  atlas.bake(textures, "close-up-bodies");
}

/** A compartment with spare receptors in it. */
function drawEndosome(brush: CanvasRenderingContext2D, unit: number): void {
  brush.beginPath();
  brush.ellipse(0, 0, unit * 0.76, unit * 0.48, -0.12, 0, 2 * Math.PI);
  brush.fillStyle = closeUpColours.endosome;
  brush.fill();
  brush.lineWidth = Math.max(3, unit * 0.07);
  brush.strokeStyle = closeUpColours.endosomeRim;
  brush.stroke();
  for (const [x, y] of [
    [-0.46, 0.06],
    [-0.16, -0.16],
    [-0.12, 0.24],
    [0.2, 0.1],
    [0.24, -0.24],
    [0.5, -0.04],
  ] as const) {
    brush.save();
    brush.translate(x * unit, y * unit);
    close.drawReceptor(brush, unit * 0.3, false, false);
    brush.restore();
  }
}
