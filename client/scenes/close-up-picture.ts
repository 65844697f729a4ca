import type Phaser from "phaser";
import { addTexture } from "./atlas.ts";
import { glow } from "./bodies.ts";
import { drawGround, drawLine, drawLiquid, headSize } from "./close-up-backdrop.ts";
import { bakeCloseUpBodies, bakeCloseUpMolecules, NECK_TALL } from "./close-up-sprites.ts";
import { newSheet, type Sheet, showMarks } from "./sheets.ts";
import { FLAG } from "./view-model/close-up/anchors.ts";
import { CLOSE_UP_MARKS, type CloseUpFrame } from "./view-model/close-up/close-up-frame.ts";
import {
  type CloseUpLayout,
  membraneAt,
  SIZES,
  squeeze,
  tallness,
  WIDEST,
} from "./view-model/close-up/close-up-layout.ts";
import { ENDOSOME } from "./view-model/close-up/receptors.ts";

/** Phaser's objects for the close-up of one synapse: made once for a layout, then only moved. No tint, no filter. */
export interface CloseUpPicture {
  show(frame: CloseUpFrame): void;
  /** How much of it is seen over what is under it, 0 … 1, from the next `show` on. */
  setAlpha(alpha: number): void;
  destroy(): void;
}

type Image = Phaser.GameObjects.Image;

/** Kinds that are drawn in several sizes. */
const SIZED: readonly string[] = ["slot", "ampa", "ampa-open", "ampa-p", "ampa-p-open", "ampa-new"];
const TEXTURES = [
  "close-up-ground",
  "close-up-liquid",
  "close-up-line",
  "close-up-bodies",
  "close-up-molecules",
] as const;

/** Bakes the layout's textures and makes its objects, above whatever the scene shows. */
export function paintCloseUp(scene: Phaser.Scene, layout: CloseUpLayout): CloseUpPicture {
  const { textures } = scene;
  addTexture(textures, "close-up-ground", drawGround(layout));
  addTexture(textures, "close-up-liquid", drawLiquid(layout));
  addTexture(textures, "close-up-line", drawLine(layout));
  bakeCloseUpBodies(textures, layout);
  bakeCloseUpMolecules(textures, layout);
  const root = scene.add.container(0, 0);
  const parts = bodyParts(scene, layout, root);
  // Not in the container: in WebGL a Blitter's bobs know nothing of its alpha, in Canvas they do.
  const light = marksOf(scene, "ADD");
  const molecules = marksOf(scene, "NORMAL");
  let seen = 1;
  return {
    show(frame) {
      showBody(parts, layout, frame);
      showMarks(light, frame.light, seen);
      showMarks(molecules, frame.molecules, seen);
    },
    setAlpha(alpha) {
      seen = alpha;
      const visible = alpha > 0.005;
      root.setAlpha(alpha).setVisible(visible);
      for (const { blitter } of [light, molecules]) blitter.setVisible(visible);
    },
    destroy() {
      root.destroy(true);
      for (const { blitter } of [light, molecules]) blitter.destroy();
      for (const key of TEXTURES) textures.remove(key);
    },
  };
}

const BOUTONS = { A: "bouton-A", B: "bouton-B", C: "bouton-C" } as const;
/** How much of a bouton is seen whose student is out of reach. */
const OUT_OF_REACH = 0.4;

type Parts = ReturnType<typeof bodyParts>;

function bodyParts(scene: Phaser.Scene, layout: CloseUpLayout, root: Phaser.GameObjects.Container) {
  const put = (image: Image): Image => {
    root.add(image);
    return image;
  };
  const { centre, dendrite, postsynaptic, presynaptic, unit } = layout;
  const body = (frame: string, y: number): Image => put(scene.add.image(centre, y, "close-up-bodies", frame));
  put(scene.add.image(0, 0, "close-up-ground").setOrigin(0));
  const middle = (dendrite.top + dendrite.bottom) / 2;
  const liquid = put(scene.add.image(centre, middle, "close-up-liquid"));
  const line = put(scene.add.image(centre, middle, "close-up-line"));
  return {
    liquid,
    line,
    bouton: body("bouton-A", 0),
    release: body("release", presynaptic - unit * 0.1).setBlendMode("ADD"),
    head: body("head", postsynaptic),
    charge: body("charge", postsynaptic),
    neck: body("neck", 0).setOrigin(0.5, 0),
    neckCharge: body("neck-charge", 0).setOrigin(0.5, 0),
    disc: body("disc", postsynaptic),
    density: body("density", postsynaptic),
    cleft: body("cleft", presynaptic + unit * 0.55),
    endosome: body("endosome", 0),
    flag: body("flag-up", postsynaptic + (FLAG.y - 0.5) * unit).setX(centre + (FLAG.x - 0.5) * unit),
  };
}

function showBody(parts: Parts, layout: CloseUpLayout, frame: CloseUpFrame): void {
  const { wide } = frame;
  if (parts.head.getData("wide") !== wide) {
    parts.head.setData("wide", wide);
    settle(parts, layout, wide);
  }
  const { liquid } = parts;
  liquid.setCrop(0, liquid.height * (1 - frame.level), liquid.width, liquid.height * frame.level);
  const bouton = BOUTONS[frame.group];
  if (parts.bouton.frame.name !== bouton) parts.bouton.setFrame(bouton);
  parts.bouton.setAlpha(frame.connected ? 1 : OUT_OF_REACH);
  parts.line.setY(liquid.y + liquid.height * (0.5 - frame.line)).setVisible(frame.line > 0);
  const reach = frame.density * squeeze(wide);
  parts.disc.setScale(reach, Math.min(1, reach * 1.15)).setY(membraneAt(layout, wide, reach * layout.half));
  const { density } = parts;
  const half = (density.width / 2) * Math.min(1, (frame.density * squeeze(wide) * WIDEST) / wide) * 0.97;
  density.setCrop(density.width / 2 - half, 0, 2 * half, density.height);
  glow(parts.release, frame.release * 0.7);
  glow(parts.charge, frame.charge);
  glow(parts.neckCharge, frame.charge);
  glow(parts.cleft, frame.cleft);
  parts.flag.setVisible(frame.tag !== 0);
  if (frame.tag !== 0) parts.flag.setFrame(frame.tag > 0 ? "flag-up" : "flag-down");
}

/** Puts what grows with the spine where a head of this width has it. */
function settle(parts: Parts, layout: CloseUpLayout, wide: number): void {
  const { centre, postsynaptic, unit, half, dendrite } = layout;
  const [across, tall] = [wide / WIDEST, tallness(wide) / tallness(WIDEST)];
  for (const image of [parts.head, parts.charge, parts.density]) image.setScale(across, tall);
  const foot = postsynaptic + headSize(layout).tall * tall - unit * 0.1;
  const long = dendrite.top + unit * 0.08 - foot;
  for (const image of [parts.neck, parts.neckCharge]) image.setY(foot).setScale(1, long / (NECK_TALL * unit));
  parts.endosome.setPosition(centre + ENDOSOME.x * half * wide, postsynaptic + ENDOSOME.y * unit);
}

function marksOf(scene: Phaser.Scene, blend: "ADD" | "NORMAL"): Sheet {
  const texture = scene.textures.get("close-up-molecules");
  const frames = CLOSE_UP_MARKS.map((kind) =>
    SIZED.includes(kind) ? SIZES.map((_, size) => texture.get(`${kind}-${size}`)) : [texture.get(kind)],
  );
  return newSheet(scene, "close-up-molecules", frames, blend);
}
