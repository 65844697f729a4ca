import type Phaser from "phaser";
import type { PartId } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { Bob } from "./sheets.ts";
import { badgeKey, fieldSide, keyOf, LIT_PARTS, nominalHead } from "./sprites.ts";
import type { SynapseFrame } from "./view-model/frame.ts";
import { LARGEST_HEAD, type Layout, type Place } from "./view-model/layout.ts";

type Image = Phaser.GameObjects.Image;

/** One synapse's objects that are scaled or turned as a whole. */
export interface Body {
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
  group: PartId | undefined;
  bot: boolean | undefined;
}

export function bodyImages(scene: Phaser.Scene, fields: Phaser.GameObjects.Blitter): Body {
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
    group: undefined,
    bot: undefined,
  };
}

/** Draws layer by layer over all synapses, so that one blend mode and texture serve many in a row. */
export function inOrder(
  scene: Phaser.Scene,
  bodies: readonly (Body | undefined)[],
  fields: Phaser.GameObjects.Blitter,
): void {
  for (const layer of ["bouton", "release", "halo", "head", "marked"] as const) {
    for (const body of bodies) if (body) scene.children.bringToTop(body[layer]);
  }
  scene.children.bringToTop(fields);
  for (const body of bodies) if (body) scene.children.bringToTop(body.cleft);
}

export function showBody(
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
    settle(body, layout, place, head);
    body.radius = head;
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
  if (seat.group !== body.group || seat.bot !== body.bot) {
    body.group = seat.group;
    body.bot = seat.bot;
    body.badge.setFrame(badgeKey(synapse.seat, seat.bot, seat.group));
  }
}

const BOUTONS = { A: "bouton-A", B: "bouton-B", C: "bouton-C" } as const;
const BOUTONS_AWAY = { A: "bouton-A-away", B: "bouton-B-away", C: "bouton-C-away" } as const;

/** Puts what never moves where it stays, and turns what faces outwards. */
function plant(body: Body, layout: Layout, place: Place): void {
  const angle = Math.atan2(place.dy, place.dx);
  for (const image of [body.bouton, body.release, body.cleft]) image.setRotation(angle);
  for (const image of [body.halo, body.head, body.marked]) image.setPosition(place.x, place.y);
  const half = fieldSide(layout) / 2;
  for (const bob of [body.field, ...body.lit]) bob.setPosition(place.x - half, place.y - half);
}

/** Puts a synapse's images where a head of this radius, px, has them. */
function settle(body: Body, layout: Layout, place: Place, head: number): void {
  const push = head - nominalHead(layout);
  if (body.radius < 0) plant(body, layout, place);
  for (const image of [body.bouton, body.release, body.cleft]) {
    image.x = place.x + place.dx * push;
    image.y = place.y + place.dy * push;
  }
  const scale = head / (layout.unit * LARGEST_HEAD);
  for (const image of [body.halo, body.head, body.marked]) image.setScale(scale);
  body.badge.x = place.label.x + place.dx * push * 0.6;
  body.badge.y = place.label.y + place.dy * push * 0.6;
}

export function glow(image: Image, level: number): void {
  const visible = level > 0.015;
  if (image.visible !== visible) image.setVisible(visible);
  if (visible) image.setAlpha(level);
}
