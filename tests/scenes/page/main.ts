import { createStage, type Stage } from "../../../client/scenes/stage.ts";
import { drawSynapse, type PhoneSynapse } from "../../../client/scenes/view-model/synapse-canvas.ts";
import { type Synthetic, syntheticMoment } from "../synthetic.ts";
import { type FrameCost, frameCost } from "./cost.ts";

/** The page that scene tests and measurements drive: a stage that fills the window, and moments on demand. */
declare global {
  interface Window {
    scene: {
      open(renderer: "webgl" | "canvas", calm?: boolean): Promise<void>;
      show(of: Synthetic, time: number): void;
      phone(synapse: PhoneSynapse, now: number, calm: boolean): void;
      cost(renderer: "webgl" | "canvas", frames: number): Promise<FrameCost>;
      stage: Stage;
    };
  }
}

const parent = document.querySelector<HTMLElement>("#stage")!;
window.scene = {
  stage: undefined as unknown as Stage,
  async open(renderer, calm = false) {
    window.scene.stage = await createStage(parent, { renderer, label: "scene", preferences: { calm } });
  },
  cost: (renderer, frames) => frameCost(parent, renderer, frames),
  show: (of, time) => window.scene.stage.render(syntheticMoment(of, time)),
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
