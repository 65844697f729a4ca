import type Phaser from "phaser";
import { glow } from "./bodies.ts";
import { gaugeSize, vesselRadius } from "./soma-sprites.ts";
import { keyOf } from "./sprites.ts";
import type { SceneFrame } from "./view-model/frame.ts";
import type { Layout } from "./view-model/layout.ts";

type Image = Phaser.GameObjects.Image;
type SomaImages = ReturnType<typeof somaImages>;

export function somaImages(scene: Phaser.Scene, layout: Layout) {
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

export function showSoma(images: SomaImages, layout: Layout, { soma }: SceneFrame): void {
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
