import type { Moment } from "../../../client/scenes/moment.ts";
import { bake, paint } from "../../../client/scenes/picture.ts";
import { startGame } from "../../../client/scenes/renderer.ts";
import { blankCanvas, describe } from "../../../client/scenes/view-model/describe.ts";
import { layOut } from "../../../client/scenes/view-model/layout.ts";
import { BEAT_MS, ROUND_FROM, syntheticMoment } from "../synthetic.ts";

/** Medians of main-thread time a frame, ms. */
export interface FrameCost {
  /** Describing and drawing a whole frame. */
  readonly whole: number;
  /** Of that, describing it: no Phaser. */
  readonly describe: number;
  /** Drawing receptors, particles and running light alone. */
  readonly marks: number;
  /** A Blitter scene with as many bobs, all moved each frame. */
  readonly blitter: number;
  /** Those bobs: one a receptor and one a particle. */
  readonly bobs: number;
}

const SEATS = 60;
const RUNS = 4;
const RECEPTORS = 50;
const calm = { calm: false };

/** 60 synapses with 50 receptors each, everyone tapping on the beat: one beat of moments. */
export function busyBeat(frames: number): Moment[] {
  return Array.from({ length: frames }, (_, i) => {
    const moment = syntheticMoment({ seats: SEATS }, ROUND_FROM + 6 * BEAT_MS + (i * BEAT_MS) / frames);
    const seats = moment.view.seats.map((seat) => ({ ...seat, receptors: RECEPTORS }));
    return { ...moment, view: { ...moment.view, seats } };
  });
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** Measures in this page; the three scenes take turns, so that a busy machine slows them alike. */
export async function frameCost(parent: HTMLElement, renderer: "webgl" | "canvas", frames = 120): Promise<FrameCost> {
  const phaser = await import("phaser");
  const moments = busyBeat(frames);
  const box = (): HTMLElement => {
    const element = document.createElement("div");
    element.style.cssText = `position:absolute;inset:0;width:${parent.clientWidth}px;height:${parent.clientHeight}px`;
    parent.append(element);
    return element;
  };
  const [whole, part, plain] = [
    await startGame(phaser, box(), renderer),
    await startGame(phaser, box(), renderer),
    await startGame(phaser, box(), renderer),
  ];
  const { width, height } = whole.game.scale;
  const layout = layOut(SEATS, { width, height, text: Math.ceil(height / 36) });
  const canvas = blankCanvas();
  const first = describe(moments[0]!, layout, calm, canvas);
  for (const { scene } of [whole, part]) bake(scene, layout, first);
  const picture = paint(whole.scene, layout, SEATS);
  const marks = paint(part.scene, layout, SEATS);
  for (const object of [...part.scene.children.list]) {
    const key = "texture" in object ? (object.texture as { key: string }).key : "";
    if (!/molecules|fields/.test(key)) part.scene.children.remove(object);
  }

  let most = 0;
  for (const moment of moments) {
    const { light, molecules } = describe(moment, layout, calm, canvas);
    most = Math.max(most, light.count + molecules.count);
  }
  const bobs = SEATS * RECEPTORS + most;
  const blitter = plain.scene.add.blitter(0, 0, plain.scene.textures.exists("dot") ? "dot" : dot(plain.scene));
  const list = Array.from({ length: bobs }, () => blitter.create(0, 0));

  const times = { whole: [] as number[], describe: [] as number[], marks: [] as number[], blitter: [] as number[] };
  const timed = (into: number[], run: () => void): void => {
    // The browser's clock ticks in tenths of a millisecond: several runs a reading.
    const from = performance.now();
    for (let k = 0; k < RUNS; k++) run();
    into.push((performance.now() - from) / RUNS);
  };
  for (const [i, moment] of moments.entries()) {
    timed(times.describe, () => describe(moment, layout, calm, canvas));
    timed(times.whole, () => {
      picture.show(describe(moment, layout, calm, canvas), moment.view, undefined);
      whole.game.step(i * 16, 16);
    });
    timed(times.marks, () => {
      marks.show(canvas.frame, moment.view, undefined);
      part.game.step(i * 16, 16);
    });
    timed(times.blitter, () => {
      for (let k = 0; k < bobs; k++) {
        const bob = list[k]!;
        bob.x = (k * 37 + i) % width;
        bob.y = (k * 91 + i) % height;
        bob.alpha = 0.5 + ((k + i) % 50) / 100;
      }
      plain.game.step(i * 16, 16);
    });
    // Lets the compositor take what was drawn: a backlog of frames would be charged to the next one.
    await new Promise((next) => requestAnimationFrame(next));
  }
  return {
    whole: median(times.whole),
    describe: median(times.describe),
    marks: median(times.marks),
    blitter: median(times.blitter),
    bobs,
  };
}

function dot(scene: { textures: { create(key: string, source: unknown, w: number, h: number): unknown } }): string {
  const canvas = document.createElement("canvas");
  canvas.width = 8;
  canvas.height = 8;
  const brush = canvas.getContext("2d")!;
  brush.fillStyle = "#56b4e9";
  brush.fillRect(0, 0, 8, 8);
  const texture = scene.textures.create("dot", canvas, 8, 8) as {
    add(name: string, source: number, x: number, y: number, w: number, h: number): void;
  };
  texture.add("__BASE", 0, 0, 0, 8, 8);
  return "dot";
}
