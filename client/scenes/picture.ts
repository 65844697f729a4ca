import type Phaser from "phaser";
import type { ClassView } from "../../shared/session/view.ts";
import { addTexture } from "./atlas.ts";
import { drawBackdrop, drawCharge } from "./backdrop.ts";
import { bakeSoma, gaugeSize, vesselRadius } from "./soma-sprites.ts";
import {
  badgeKey,
  bakeBadges,
  bakeBodies,
  bakeFields,
  bakeMolecules,
  countSize,
  fieldSide,
  LIT_PARTS,
  nominalHead,
} from "./sprites.ts";
import { MARKS, type Marks, type SceneFrame, type SynapseFrame, TURNED, TURNS } from "./view-model/frame.ts";
import { LARGEST_HEAD, type Layout, type Place } from "./view-model/layout.ts";

/** Phaser's objects for one layout: made once, then only moved. Works alike in WebGL and Canvas (no tint, no filter). */
export interface Picture {
  show(frame: SceneFrame, view: ClassView, chosen: number | undefined): void;
  destroy(): void;
}

type Image = Phaser.GameObjects.Image;

/** One synapse's objects that are scaled or turned as a whole. */
interface Body {
  readonly bouton: Image;
  readonly release: Image;
  readonly halo: Image;
  readonly head: Image;
  readonly marked: Image;
  /** Receptors in full tens, at rest, and the parts of them that light up: never scaled or turned, so cheap bobs. */
  readonly field: Bob;
  readonly lit: readonly Bob[];
  readonly cleft: Image;
  readonly badge: Image;
  /** What they were put to last: most frames move nothing, and setters of 60 synapses would cost more than their drawing. */
  radius: number;
  ten: number;
  presence: number;
}

/** A Blitter and as many bobs as the busiest frame so far. */
interface Sheet {
  readonly blitter: Phaser.GameObjects.Blitter;
  readonly frames: readonly (readonly Phaser.Textures.Frame[])[];
  readonly digits: readonly Phaser.Textures.Frame[];
  shown: number;
}

/** A texture's key: each scene has its own set. */
const keyOf = (scene: Phaser.Scene, name: string): string => `${scene.sys.settings.key} ${name}`;

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
  const light = sheet(scene, "ADD");
  const soma = somaImages(scene, layout);
  const fields = blitterOf(scene, "fields");
  const bodies = layout.places
    .slice(0, seats)
    .map((_, i) => (layout.part.holds[i] ? bodyImages(scene, fields) : undefined));
  inOrder(scene, bodies, fields);
  const molecules = sheet(scene, "NORMAL");
  const numbers = sheet(scene, "NORMAL");
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

function sheet(scene: Phaser.Scene, blend: "ADD" | "NORMAL"): Sheet {
  const texture = scene.textures.get(keyOf(scene, "molecules"));
  const frames = MARKS.map((kind) =>
    TURNED.includes(kind)
      ? Array.from({ length: TURNS }, (_, turn) => texture.get(`${kind}-${turn}`))
      : [texture.get(kind)],
  );
  const blitter = blitterOf(scene, "molecules");
  if (blend === "ADD") blitter.setBlendMode("ADD");
  const digits = Array.from({ length: 10 }, (_, digit) => texture.get(`digit-${digit}`));
  return { blitter, frames, digits, shown: 0 };
}

/** A blitter that follows the camera: Phaser's Canvas renderer would move it by the camera's scroll twice. */
function blitterOf(scene: Phaser.Scene, texture: string): Phaser.GameObjects.Blitter {
  const blitter = scene.add.blitter(0, 0, keyOf(scene, texture));
  if (!("gl" in scene.sys.renderer)) blitter.setScrollFactor(0);
  // All bobs, those with alpha 0 too: both renderers skip them, and no list is made anew whenever one comes or goes.
  blitter.getRenderList = () => blitter.children.list as Phaser.GameObjects.Bob[];
  return blitter;
}

/** A bob with its alpha's own field: the setter marks a render list that is not used here, and boxes each number. */
type Bob = Phaser.GameObjects.Bob & { _alpha: number };

function bobAt(sheet: Sheet, i: number): Bob {
  return (sheet.blitter.children.list[i] ?? sheet.blitter.create(0, 0)) as Bob;
}

function hideFrom(sheet: Sheet, count: number): void {
  for (let i = count; i < sheet.shown; i++) bobAt(sheet, i)._alpha = 0;
  sheet.shown = count;
}

function showMarks(sheet: Sheet, marks: Marks): void {
  const { kind, turn, x, y, alpha } = marks;
  for (let i = 0; i < marks.count; i++) {
    const bob = bobAt(sheet, i);
    const options = sheet.frames[kind[i]!]!;
    const frame = options.length === 1 ? options[0]! : options[turn[i]!]!;
    bob.setFrame(frame);
    bob.x = x[i]! - frame.width / 2;
    bob.y = y[i]! - frame.height / 2;
    bob._alpha = alpha[i]!;
  }
  hideFrom(sheet, marks.count);
}

function showCounts(sheet: Sheet, layout: Layout, frame: SceneFrame): void {
  let used = 0;
  if (layout.counts) {
    const { digits: frames } = sheet;
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

function bodyImages(scene: Phaser.Scene, fields: Phaser.GameObjects.Blitter): Body {
  const image = (texture: string, frame: string): Image => scene.add.image(0, 0, keyOf(scene, texture), frame);
  return {
    bouton: image("bodies", "bouton-A"),
    release: image("bodies", "release").setBlendMode("ADD"),
    halo: image("bodies", "halo").setBlendMode("ADD"),
    head: image("bodies", "head"),
    marked: image("bodies", "marked"),
    field: fields.create(0, 0, "rest-0") as Bob,
    lit: Array.from({ length: LIT_PARTS }, (_, part) => fields.create(0, 0, `lit-0-${part}`) as Bob),
    cleft: image("bodies", "cleft"),
    badge: image("badges", "0"),
    radius: -1,
    ten: -1,
    presence: -1,
  };
}

/** Draws layer by layer over all synapses, so that one blend mode and texture serve many in a row. */
function inOrder(scene: Phaser.Scene, bodies: readonly (Body | undefined)[], fields: Phaser.GameObjects.Blitter): void {
  for (const layer of ["bouton", "release", "halo", "head", "marked"] as const) {
    for (const body of bodies) if (body) scene.children.bringToTop(body[layer]);
  }
  scene.children.bringToTop(fields);
  for (const body of bodies) if (body) scene.children.bringToTop(body.cleft);
}

function showBody(
  body: Body | undefined,
  layout: Layout,
  synapse: SynapseFrame | undefined,
  view: ClassView,
  index: number,
): void {
  const seat = view.seats[index];
  if (body === undefined || synapse === undefined || seat === undefined) return;
  const place = layout.places[synapse.seat];
  if (place === undefined) return;
  const { presence, head } = synapse;
  if (head !== body.radius) {
    body.radius = head;
    settle(body, layout, place, head);
  }
  const bouton = seat.connected ? BOUTONS[seat.group] : BOUTONS_AWAY[seat.group];
  if (body.bouton.frame.name !== bouton) body.bouton.setFrame(bouton);
  if (presence !== body.presence) {
    body.presence = presence;
    body.bouton.setAlpha(0.3 + 0.7 * presence);
    body.head.setAlpha(0.45 + 0.55 * presence);
    body.badge.setAlpha(0.35 + 0.65 * presence);
  }
  glow(body.release, synapse.release * 0.8);
  glow(body.cleft, synapse.cleft);
  glow(body.halo, synapse.flash);
  glow(body.marked, synapse.marked);
  const ten = Math.floor(synapse.seated / 10);
  if (ten !== body.ten) {
    body.ten = ten;
    body.field.setFrame(`rest-${ten}`);
    for (const [part, bob] of body.lit.entries()) bob.setFrame(`lit-${ten}-${part}`);
  }
  body.field._alpha = synapse.conductance * presence;
  // The parts light up a little apart; the last stays mostly closed: not every receptor opens each time.
  const { flash } = synapse;
  for (let part = 0; part < LIT_PARTS; part++) {
    const level = part === LIT_PARTS - 1 ? flash * 0.3 : flash ** (1 + part * 0.5);
    body.lit[part]!._alpha = level > 0.015 ? level * presence : 0;
  }
  const badge = badgeKey(synapse.seat, seat.bot, seat.group);
  if (body.badge.frame.name !== badge) body.badge.setFrame(badge);
}

const BOUTONS = { A: "bouton-A", B: "bouton-B", C: "bouton-C" } as const;
const BOUTONS_AWAY = { A: "bouton-A-away", B: "bouton-B-away", C: "bouton-C-away" } as const;

/** Puts a synapse's images where a head of this radius, px, has them. */
function settle(body: Body, layout: Layout, place: Place, head: number): void {
  const angle = Math.atan2(place.dy, place.dx);
  const push = head - nominalHead(layout);
  for (const image of [body.bouton, body.release, body.cleft]) {
    image.setPosition(place.x + place.dx * push, place.y + place.dy * push).setRotation(angle);
  }
  const scale = head / (layout.unit * LARGEST_HEAD);
  for (const image of [body.halo, body.head, body.marked]) image.setPosition(place.x, place.y).setScale(scale);
  const half = fieldSide(layout) / 2;
  for (const bob of [body.field, ...body.lit]) bob.setPosition(place.x - half, place.y - half);
  body.badge.setPosition(place.label.x + place.dx * push * 0.6, place.label.y + place.dy * push * 0.6);
}

function glow(image: Image, level: number): void {
  const visible = level > 0.015;
  if (image.visible !== visible) image.setVisible(visible);
  if (visible) image.setAlpha(level);
}

type SomaImages = ReturnType<typeof somaImages>;

function somaImages(scene: Phaser.Scene, layout: Layout) {
  const { x, y, radius } = layout.soma;
  const image = (frame: string): Image => scene.add.image(x, y, keyOf(scene, "soma"), frame);
  const gaugeX = x + radius * 0.98;
  return {
    glow: image("glow").setBlendMode("ADD"),
    ring: image("ring").setBlendMode("ADD"),
    vessel: image("vessel"),
    liquid: image("liquid"),
    surface: image("surface"),
    glass: image("glass"),
    gauge: image("gauge").setX(gaugeX),
    fill: image("gauge-fill").setX(gaugeX),
    mark: image("gauge-mark").setX(gaugeX),
  };
}

function showSoma(images: SomaImages, layout: Layout, { soma }: SceneFrame): void {
  const r = vesselRadius(layout);
  const { x, y } = layout.soma;
  const height = 2 * r * soma.level;
  images.liquid.setCrop(0, 2 * r - height, 2 * r, height);
  const up = height - r;
  const half = Math.sqrt(Math.max(0, r * r - up * up));
  images.surface
    .setPosition(x, y - up)
    .setScale(Math.max(0.02, (half - 3) / r), 1)
    .setVisible(soma.level < 0.98);
  glow(images.glow, soma.glow);
  glow(images.ring.setScale(0.5 + 0.7 * soma.ring), 0.55 * (1 - soma.ring));
  const { width, height: tall } = gaugeSize(layout);
  images.fill.setCrop(0, tall * (1 - soma.dendrite), width, tall * soma.dendrite);
}
