import type Phaser from "phaser";
import type { ClassView } from "../../shared/session/view.ts";
import { addTexture } from "./atlas.ts";
import { drawBackdrop, drawCharge } from "./backdrop.ts";
import { bodyImages, inOrder, showBody } from "./bodies.ts";
import { blitterOf, bobAt, hideFrom, newSheet, type Sheet, showMarks } from "./sheets.ts";
import { showSoma, somaImages } from "./soma-picture.ts";
import { bakeSoma } from "./soma-sprites.ts";
import { bakeBadges, bakeBodies, bakeFields, bakeMolecules, countSize, keyOf } from "./sprites.ts";
import { MARKS, type SceneFrame, TURNED, TURNS } from "./view-model/frame.ts";
import { LARGEST_HEAD, type Layout } from "./view-model/layout.ts";

/** Phaser's objects for one layout: made once, then only moved. Works alike in WebGL and Canvas (no tint, no filter). */
export interface Picture {
  show(frame: SceneFrame, view: ClassView, chosen: number | undefined): void;
  destroy(): void;
}

type Image = Phaser.GameObjects.Image;

/**
 * What it takes to bake the textures of a layout, in steps that each fit between two frames; needed once, however many
 * seats of it are taken.
 */
export function bakeSteps(scene: Phaser.Scene, layout: Layout, { soma }: SceneFrame): (() => unknown)[] {
  const { textures } = scene;
  const { threshold, magnesium } = soma;
  return [
    () => bakeMolecules(textures, layout, keyOf(scene, "molecules")),
    () => bakeBodies(textures, layout, keyOf(scene, "bodies")),
    () => bakeBadges(textures, layout, keyOf(scene, "badges")),
    () => bakeFields(textures, layout, keyOf(scene, "fields")),
    () => bakeSoma(textures, layout, threshold, magnesium, keyOf(scene, "soma")),
  ];
}

/** Bakes them all at once. */
export function bake(scene: Phaser.Scene, layout: Layout, frame: SceneFrame): void {
  for (const step of bakeSteps(scene, layout, frame)) step();
}

/** Makes the objects of `seats` synapses from the textures that were baked for the layout. */
export function paint(scene: Phaser.Scene, layout: Layout, seats: number): Picture {
  const { textures } = scene;
  addTexture(textures, keyOf(scene, "charge"), drawCharge(layout, seats));
  const ground = layerOf(scene);
  const light = marksOf(scene, "ADD");
  const soma = somaImages(scene, layout);
  const fields = blitterOf(scene, keyOf(scene, "fields"));
  const bodies = layout.places
    .slice(0, seats)
    .map((_, i) => (layout.part.holds[i] ? bodyImages(scene, fields) : undefined));
  inOrder(scene, bodies, fields);
  const molecules = marksOf(scene, "NORMAL");
  const numbers = numbersOf(scene);
  for (const body of bodies) if (body) scene.children.bringToTop(body.badge);
  const chosenRing = scene.add.image(0, 0, keyOf(scene, "bodies"), "chosen").setVisible(false);
  const drawn: string[] = [];

  return {
    show(frame, view, chosen) {
      if (!sameLooks(drawn, view)) {
        const looks = view.seats.slice(0, seats);
        ground.backdrop.setTexture("__DEFAULT");
        addTexture(textures, keyOf(scene, "backdrop"), drawBackdrop(layout, looks));
        ground.backdrop.setTexture(keyOf(scene, "backdrop")).setOrigin(0);
      }
      ground.charge.setAlpha(frame.soma.charge).setVisible(frame.soma.charge > 0.02);
      showSoma(soma, layout, frame);
      for (let i = 0; i < bodies.length; i++) showBody(bodies[i], layout, frame.synapses[i], view, i);
      showMarks(light, frame.light);
      showMarks(molecules, frame.molecules);
      showCounts(numbers, layout, frame);
      const at = chosen === undefined ? undefined : frame.synapses[chosen];
      const place = chosen === undefined ? undefined : layout.places[chosen];
      chosenRing.setVisible(at !== undefined);
      if (at !== undefined && place !== undefined) {
        chosenRing.setPosition(place.x, place.y).setScale(at.head / (layout.unit * LARGEST_HEAD));
      }
    },
    destroy() {
      scene.children.removeAll(true);
    },
  };
}

/** Whether everybody is as near and as asked as when the axons were drawn; takes note of it. */
function sameLooks(drawn: string[], { seats }: ClassView): boolean {
  let same = drawn.length === seats.length;
  drawn.length = seats.length;
  for (let i = 0; i < seats.length; i++) {
    const look = !seats[i]!.connected ? "away" : seats[i]!.asked ? "asked" : "waits";
    if (drawn[i] === look) continue;
    drawn[i] = look;
    same = false;
  }
  return same;
}

function layerOf(scene: Phaser.Scene): { backdrop: Image; charge: Image } {
  const backdrop = scene.add.image(0, 0, "__DEFAULT").setOrigin(0);
  const charge = scene.add.image(0, 0, keyOf(scene, "charge")).setOrigin(0);
  return { backdrop, charge };
}

/** The marks of one layer, each in the turns in which it was baked. */
function marksOf(scene: Phaser.Scene, blend: "ADD" | "NORMAL"): Sheet {
  const texture = scene.textures.get(keyOf(scene, "molecules"));
  const frames = MARKS.map((kind) =>
    TURNED.includes(kind)
      ? Array.from({ length: TURNS }, (_, turn) => texture.get(`${kind}-${turn}`))
      : [texture.get(kind)],
  );
  return newSheet(scene, keyOf(scene, "molecules"), frames, blend);
}

/** Receptor counts. */
function numbersOf(scene: Phaser.Scene): Sheet {
  const texture = scene.textures.get(keyOf(scene, "molecules"));
  const digits = Array.from({ length: 10 }, (_, digit) => texture.get(`digit-${digit}`));
  return newSheet(scene, keyOf(scene, "molecules"), [digits], "NORMAL");
}

function showCounts(sheet: Sheet, layout: Layout, frame: SceneFrame): void {
  let used = 0;
  if (layout.counts) {
    const frames = sheet.frames[0]!;
    const step = countSize(layout) * 0.56;
    for (const { seat, receptors, presence } of frame.synapses) {
      const place = layout.places[seat];
      if (place === undefined) continue;
      const length = receptors > 99 ? 3 : receptors > 9 ? 2 : 1;
      for (let d = 0; d < length; d++) {
        const bob = bobAt(sheet, used++);
        const digit = frames[Math.floor(receptors / 10 ** (length - 1 - d)) % 10]!;
        bob.setFrame(digit);
        bob.x = place.x + (d - (length - 1) / 2) * step - digit.width / 2;
        bob.y = place.y - digit.height / 2;
        bob._alpha = Math.max(0.6, presence);
      }
    }
  }
  hideFrom(sheet, used);
}
