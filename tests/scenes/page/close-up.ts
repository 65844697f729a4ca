import { h, render } from "preact";
import { type CloseUpPicture, paintCloseUp } from "../../../client/scenes/close-up-picture.ts";
import { startGame } from "../../../client/scenes/renderer.ts";
import { describeCloseUp, layOutCloseUp } from "../../../client/scenes/view-model/close-up/close-up.ts";
import { type CloseUpFrame, emptyCloseUp } from "../../../client/scenes/view-model/close-up/close-up-frame.ts";
import { CloseUp } from "../../../client/stage/close-up/close-up.tsx";
import { loadFonts } from "../../../client/ui/fonts.ts";
import { type Language, switchLanguage } from "../../../client/ui/locale.ts";
import { type CloseUpCase, closeUpMoment } from "../synthetic-close-up.ts";
import "../../../client/ui/tokens.css";

/** A close-up alone with its words, filling the window. */
export interface CloseUpPage {
  show(of: CloseUpCase, time: number): void;
  readonly picture: CloseUpPicture;
  readonly frame: CloseUpFrame;
}

export interface CloseUpLook {
  readonly calm?: boolean;
  readonly language?: Language;
  /** Height of the smallest text, px; a 36th of the window if not said. */
  readonly text?: number;
}

export async function openCloseUp(
  parent: HTMLElement,
  renderer: "webgl" | "canvas",
  { calm = false, language = "en", text = Math.ceil(innerHeight / 36) }: CloseUpLook = {},
): Promise<CloseUpPage> {
  const phaser = await import("phaser");
  await switchLanguage(language);
  loadFonts();
  await document.fonts.load('700 32px "Atkinson Hyperlegible"');
  const { game, scene } = await startGame(phaser, parent, renderer);
  const { width, height } = game.scale;
  const layout = layOutCloseUp({ width, height, text });
  const picture = paintCloseUp(scene, layout);
  const frame = emptyCloseUp();
  const words = document.createElement("div");
  parent.append(words);
  render(h(CloseUp, { read: () => ({ layout, frame, ratio: 1 }) }), words);
  return {
    picture,
    frame,
    show(of, time) {
      frame.pace = of.pace ?? 1;
      picture.show(describeCloseUp(closeUpMoment(of, time), of.seat ?? 0, layout, { calm }, frame));
      game.step(time, 16);
    },
  };
}
