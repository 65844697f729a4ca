import type Phaser from "phaser";
import type { PartId } from "../../shared/lesson/round.ts";
import { groupOf } from "../../shared/session/events.ts";
import { type Atlas, addTexture, drawsOnCanvas, newAtlas, newCanvas } from "./atlas.ts";
import { HALO } from "./view-model/describe.ts";
import { type MarkKind, TURNS } from "./view-model/frame.ts";
import { noise } from "./view-model/geometry.ts";
import { CLEFT, LARGEST_HEAD, type Layout } from "./view-model/layout.ts";
import { PLUGGED } from "./view-model/molecules.ts";
import { blend, colours, faded } from "./view-model/palette.ts";
import * as shapes from "./view-model/shapes.ts";
import { BASELINE_RECEPTORS, MOST_RECEPTORS, slot, slotSpacing } from "./view-model/slots.ts";

/**
 * Bakes everything that moves into textures of the size that the layout gives, each under a key; done again when the
 * layout changes.
 */

const GROUP_COLOURS = { A: colours.groupA, B: colours.groupB, C: colours.groupC } as const;
export const groupColour = (group: PartId): string => GROUP_COLOURS[group];
type TextureManager = Phaser.Textures.TextureManager;
const FONT = `"Atkinson Hyperlegible", system-ui, sans-serif`;

/** A texture's key: each scene has its own set. */
export const keyOf = (scene: Phaser.Scene, name: string): string => `${scene.sys.settings.key} ${name}`;

/** Head radius for which boutons and clefts are baked; they are moved outwards as a head grows. */
export const nominalHead = (layout: Layout): number => layout.unit * 1.08;
/** Half the side of the frames that turn around a head's middle, px. */
const around = (layout: Layout): number => Math.ceil(layout.unit * 2.35);

/** Radius of a light, px at 1080 lines, and the part of it that is brightest; colours of a head and its tail. */
type Glow = readonly [number, number];
type Pair = readonly [string, string];
/** Between the lights of a tail, px at 1080 lines. */
const TAIL_STEP = 11;

export function bakeMolecules(textures: TextureManager, layout: Layout, key: string): Phaser.Textures.Texture {
  const atlas = newAtlas();
  const { unit } = layout;
  const spacing = slotSpacing(layout);
  for (const look of ["ampa", "ampa-lit", "ampa-won", "ampa-won-lit"] as const) {
    atlas.add(look, spacing * 2, spacing * 2, (brush) => shapes.drawAmpa(brush, spacing * 0.86, look));
  }
  turned(atlas, "nmda", unit * 0.52, (brush) => shapes.drawNmda(brush, unit * 0.34));
  const plug = Math.max(6, unit * 0.19);
  turned(atlas, "plug", unit * 0.34, (brush) => shapes.drawPlug(brush, plug));
  turned(atlas, "nmda-plugged", unit * 0.52, (brush) => {
    shapes.drawNmda(brush, unit * 0.34);
    brush.translate(unit * PLUGGED, 0);
    shapes.drawPlug(brush, plug);
  });
  const small = Math.max(4.5, Math.min(12, unit * 0.12));
  atlas.add("glutamate", small + 4, small + 4, (brush) => shapes.drawGlutamateDot(brush, small));
  const star = Math.max(9, Math.min(26, unit * 0.26));
  atlas.add("calcium", star + 4, star + 4, (brush) => shapes.drawStar(brush, star));
  const vesicle = Math.max(8, unit * 0.25);
  atlas.add("vesicle", vesicle + 4, vesicle + 4, (brush) => shapes.drawVesicle(brush, vesicle));
  const glow = Math.max(0.62, layout.height / 1080) * Math.sqrt(layout.part.scale);
  const comet = (
    name: MarkKind,
    [head, core]: Glow,
    [tail, tailCore]: Glow,
    [bright, dim]: Pair,
    steps: number,
  ): void => {
    const drawComet = (brush: CanvasRenderingContext2D): void => {
      brush.globalCompositeOperation = "lighter";
      for (let k = steps; k > 0; k--) {
        brush.save();
        brush.globalAlpha = 1 - k / (steps + 1);
        brush.translate(-k * TAIL_STEP * glow, 0);
        shapes.drawLight(brush, tail * glow, dim, tailCore);
        brush.restore();
      }
      shapes.drawLight(brush, head * glow, bright, core);
    };
    turned(atlas, name, 2 * (steps * TAIL_STEP + tail) * glow, drawComet, name);
  };
  comet("spike", [13, 0.34], [8, 0.2], ["#ffffff", "#cfe3ff"], 3);
  comet("epsp", [17, 0.3], [11, 0.15], ["#8fd0ff", "#56b4e9"], 5);
  comet("back", [16, 0.3], [11, 0.15], ["#fff6dc", "#e8dcff"], 4);
  for (let digit = 0; digit <= 9; digit++) {
    const size = countSize(layout);
    atlas.add(`digit-${digit}`, size * 0.66, size * 1.1, (brush) => {
      brush.font = `700 ${size}px ${FONT}`;
      brush.textAlign = "center";
      brush.textBaseline = "middle";
      brush.fillStyle = colours.text;
      brush.fillText(String(digit), 0, size * 0.06);
    });
  }
  return atlas.bake(textures, key);
}

/** Height of a receptor count's text, px: never smaller than the layout's smallest text. */
export const countSize = (layout: Layout): number => Math.max(layout.text, layout.unit * 0.44);

type Draw = (brush: CanvasRenderingContext2D) => void;

function turned(atlas: Atlas, name: string, room: number, draw: Draw, sheet?: string): void {
  for (let turn = 0; turn < TURNS; turn++) {
    const drawTurned: Draw = (brush) => {
      brush.rotate((turn / TURNS) * 2 * Math.PI);
      draw(brush);
    };
    atlas.add(`${name}-${turn}`, room, room, drawTurned, sheet);
  }
}

/** Heads, halos, boutons, clefts: what is scaled or turned as a whole. */
export function bakeBodies(textures: TextureManager, layout: Layout, key: string): Phaser.Textures.Texture {
  const atlas = newAtlas(true);
  const { unit } = layout;
  const largest = unit * LARGEST_HEAD;
  atlas.add("head", 2 * largest, 2 * largest, (brush) => shapes.drawHead(brush, largest));
  const halo = largest * HALO;
  atlas.add("halo", 2 * halo, 2 * halo, (brush) => {
    const light = brush.createRadialGradient(0, 0, largest * 0.5, 0, 0, halo);
    light.addColorStop(0, faded(colours.ampa, 0.42));
    light.addColorStop(0.45, faded(colours.ampa, 0.4));
    light.addColorStop(1, faded(colours.ampa, 0));
    brush.fillStyle = light;
    brush.fillRect(-halo, -halo, 2 * halo, 2 * halo);
  });
  atlas.add("marked", 2 * largest + 12, 2 * largest + 12, (brush) => {
    brush.beginPath();
    brush.arc(0, 0, largest - 1, 0, 2 * Math.PI);
    brush.lineWidth = Math.max(3.5, unit * 0.11);
    brush.strokeStyle = colours.calcium;
    brush.shadowColor = colours.calcium;
    brush.shadowBlur = 8;
    brush.stroke();
  });
  atlas.add("chosen", 2 * largest + 24, 2 * largest + 24, (brush) => {
    brush.beginPath();
    brush.arc(0, 0, largest + 5, 0, 2 * Math.PI);
    brush.lineWidth = 5;
    brush.strokeStyle = colours.text;
    brush.stroke();
  });
  const side = 2 * around(layout);
  const head = nominalHead(layout);
  for (const group of ["A", "B", "C"] as const) {
    const colour = blend(groupColour(group), "#7d8fb3", 0.34);
    atlas.add(`bouton-${group}`, side, side, (brush) => shapes.drawBouton(brush, unit, head, colour, false));
    atlas.add(`bouton-${group}-away`, side, side, (brush) => shapes.drawBouton(brush, unit, head, colour, true));
  }
  atlas.add("release", side, side, (brush) => {
    const middle = head + unit * 0.45;
    const light = brush.createRadialGradient(middle, 0, 0, middle, 0, unit * 0.7);
    light.addColorStop(0, faded("#ffc766", 0.6));
    light.addColorStop(0.5, faded(colours.glutamate, 0.22));
    light.addColorStop(1, faded(colours.glutamate, 0));
    brush.fillStyle = light;
    brush.fillRect(-side, -side, 2 * side, 2 * side);
  });
  atlas.add("cleft", side, side, (brush) => {
    brush.beginPath();
    brush.arc(0, 0, head + unit * CLEFT * 0.5, -0.92, 0.92);
    brush.lineWidth = unit * CLEFT;
    brush.strokeStyle = faded(colours.glutamate, 0.85);
    brush.stroke();
  });
  return atlas.bake(textures, key);
}

/** The badge's frame for a seat. */
export const badgeKey = (seat: number, bot: boolean, group: PartId): string =>
  `${seat}${bot ? "-bot" : ""}${group === "C" ? "-C" : ""}`;

/** Seat numbers: filled for a student, hollow for a bot; circle for group A, diamond for B, square for C (which A lends every other of its own). */
export function bakeBadges(textures: TextureManager, layout: Layout, key: string): Phaser.Textures.Texture {
  const atlas = newAtlas();
  const { badge, text } = layout;
  const side = Math.ceil(badge * 2.6);
  for (let seat = 0; seat < layout.capacity; seat++) {
    const own = groupOf(seat);
    const parts: PartId[] = seat % 4 === 2 ? [own, "C"] : [own];
    for (const [bot, group] of [false, true].flatMap((bot) => parts.map((part) => [bot, part] as const))) {
      atlas.add(badgeKey(seat, bot, group), side, side, (brush) => {
        const colour = groupColour(group);
        const line = Math.max(3, badge * 0.13);
        const size = bot ? badge * 0.9 : badge;
        brush.beginPath();
        if (group === "A") brush.arc(0, 0, size, 0, 2 * Math.PI);
        else if (group === "C") brush.roundRect(-size * 0.9, -size * 0.9, size * 1.8, size * 1.8, size * 0.2);
        else {
          brush.save();
          brush.rotate(Math.PI / 4);
          brush.roundRect(-size * 0.86, -size * 0.86, size * 1.72, size * 1.72, size * 0.26);
          brush.restore();
        }
        brush.fillStyle = bot ? colours.ground : colour;
        brush.fill();
        brush.lineWidth = line;
        brush.strokeStyle = bot ? faded(colour, 0.75) : "#0b1020";
        brush.stroke();
        brush.fillStyle = bot ? colours.quiet : "#08101f";
        brush.font = `700 ${text}px ${FONT}`;
        brush.textAlign = "center";
        brush.textBaseline = "middle";
        brush.fillText(String(seat + 1), 0, text * 0.06);
      });
    }
  }
  return atlas.bake(textures, key);
}

/** Side of a picture of receptors in their slots, px. */
export const fieldSide = (layout: Layout): number => 2 * Math.ceil(layout.unit * LARGEST_HEAD + slotSpacing(layout));

/** Parts in which open receptors light up: not all at once, and some stay closed. */
export const LIT_PARTS = 3;

/**
 * Receptors in their slots, in full tens: a synapse's 60 marks are one picture instead of 60. The pattern is the same
 * for all synapses, so one sheet serves them all.
 */
export function bakeFields(textures: TextureManager, layout: Layout, key: string): Phaser.Textures.Texture {
  const side = fieldSide(layout);
  const size = slotSpacing(layout) * 0.86;
  const rows = MOST_RECEPTORS / 10 + 1;
  // The Canvas renderer copies slowly from large canvases: one for each ten. Else all in two columns of one, so that no side
  // passes the 4096 px that every graphics card takes.
  const apart = drawsOnCanvas(textures);
  const [columns, perColumn] = apart ? [1, 1] : [2, Math.ceil(rows / 2)];
  const sheets = Array.from({ length: apart ? rows : 1 }, () =>
    newCanvas(side * (LIT_PARTS + 1) * columns, side * perColumn),
  );
  const texture = addTexture(textures, key, sheets[0]!, ...sheets.slice(1));
  for (let ten = 0; ten < rows; ten++) {
    const sheet = apart ? ten : 0;
    const brush = sheets[sheet]!.getContext("2d")!;
    for (let part = 0; part <= LIT_PARTS; part++) {
      const x = (part + (apart ? 0 : Math.floor(ten / perColumn) * (LIT_PARTS + 1))) * side;
      const y = (ten % perColumn) * side;
      texture.add(part === 0 ? `rest-${ten}` : `lit-${ten}-${part - 1}`, sheet, x, y, side, side);
      for (let k = 0; k < ten * 10; k++) {
        if (part > 0 && Math.floor(noise(k, 11) * LIT_PARTS) !== part - 1) continue;
        const at = slot(layout, k);
        brush.save();
        brush.translate(x + side / 2 + at.x, y + side / 2 + at.y);
        const won = k >= BASELINE_RECEPTORS;
        shapes.drawAmpa(brush, size, `${won ? "ampa-won" : "ampa"}${part === 0 ? "" : "-lit"}`);
        brush.restore();
      }
    }
  }
  for (const source of texture.source) source.update();
  return texture;
}
