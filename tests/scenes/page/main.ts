import { createLastingStage } from "../../../client/scenes/lasting-stage.ts";
import type { Moment } from "../../../client/scenes/moment.ts";
import { createStage, type Stage } from "../../../client/scenes/stage.ts";
import { drawSynapse, type PhoneSynapse } from "../../../client/scenes/view-model/synapse-canvas.ts";
import type { Gaze } from "../../../client/scenes/view-model/zoom/gaze.ts";
import { type Synthetic, syntheticMoment } from "../synthetic.ts";
import type { CloseUpCase } from "../synthetic-close-up.ts";
import { type CloseUpLook, type CloseUpPage, openCloseUp } from "./close-up.ts";
import { busyBeat, type FrameCost, frameCost } from "./cost.ts";
import { countFlashes, type Flashes, type Watch } from "./flashes.ts";
import { type Rendered, renderClass } from "./sound.ts";

/** The page that scene tests and measurements drive: a stage that fills the window, and moments on demand. */
declare global {
  interface Window {
    scene: {
      open(renderer: "webgl" | "canvas" | "auto", calm?: boolean): Promise<void>;
      /** A WebGL stage that is replaced when its context stays lost so long, ms. */
      openLasting(patienceMs: number): Promise<void>;
      /** Draws an instant, with all who are there. */
      show(of: Synthetic, time: number): void;
      /** Draws one frame of it. */
      draw(of: Synthetic, time: number): void;
      /** Looks somewhere at once; `show` draws it. */
      look(gaze: Gaze): void;
      phone(synapse: PhoneSynapse, now: number, calm: boolean): void;
      /** A stage with the busiest class, and drawing its beat over and over, frame by frame. */
      openBusy(renderer: "webgl" | "canvas"): Promise<void>;
      drawBusy(frames: number): void;
      /** Renders what a class sounds like, without a loudspeaker. */
      sound(seats: number, seconds: number): Promise<Rendered>;
      cost(renderer: "webgl" | "canvas", frames: number): Promise<FrameCost>;
      /** Draws a stretch of a class and counts the flashes in the pixels. */
      flashes(watch: Watch): Flashes;
      stage: Stage;
      openCloseUp(renderer: "webgl" | "canvas", look?: CloseUpLook): Promise<void>;
      closeUp(of: CloseUpCase, time: number): void;
      closeUpAlpha(alpha: number): void;
    };
  }
}

const parent = document.querySelector<HTMLElement>("#stage")!;
let busy: Moment[] = [];
let closeUp: CloseUpPage | undefined;
window.scene = {
  stage: undefined as unknown as Stage,
  async open(renderer, calm = false) {
    window.scene.stage = await createStage(parent, { renderer, label: "scene", preferences: { calm } });
  },
  async openLasting(patienceMs) {
    const options = { renderer: "webgl", label: "scene", preferences: { calm: false } } as const;
    window.scene.stage = await createLastingStage(parent, options, patienceMs);
  },
  async openBusy(renderer) {
    parent.replaceChildren();
    window.scene.stage = await createStage(parent, { renderer, label: "scene", preferences: { calm: false } });
    busy = busyBeat(60);
  },
  drawBusy(frames) {
    for (let i = 0; i < frames; i++) window.scene.stage.render(busy[i % busy.length]!);
  },
  async openCloseUp(renderer, look) {
    closeUp = await openCloseUp(parent, renderer, look);
  },
  closeUpAlpha: (alpha) => closeUp?.picture.setAlpha(alpha),
  closeUp: (of, time) => closeUp?.show(of, time),
  sound: renderClass,
  cost: (renderer, frames) => frameCost(parent, renderer, frames),
  flashes: (watch) => countFlashes(window.scene.stage, parent.querySelector("canvas")!, watch),
  look: (gaze) => window.scene.stage.look(gaze, true),
  draw: (of, time) => window.scene.stage.render(syntheticMoment(of, time)),
  show(of, time) {
    // Places for another number of seats are made in several frames.
    do window.scene.draw(of, time);
    while (!window.scene.stage.sight().still);
  },
  phone(synapse, now, calm) {
    const canvas = document.createElement("canvas");
    const [width, height] = [parent.clientWidth, parent.clientHeight];
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    canvas.style.cssText = "width:100%;height:100%";
    parent.replaceChildren(canvas);
    const context = canvas.getContext("2d")!;
    context.scale(devicePixelRatio, devicePixelRatio);
    drawSynapse(context, width, height, synapse, now, calm);
  },
};
