import type Phaser from "phaser";
import { type CloseUpPicture, paintCloseUp } from "./close-up-picture.ts";
import type { Moment } from "./moment.ts";
import type { Preferences } from "./preferences.ts";
import { describeCloseUp, layOutCloseUp } from "./view-model/close-up/close-up.ts";
import { type CloseUpFrame, emptyCloseUp } from "./view-model/close-up/close-up-frame.ts";
import type { CloseUpLayout } from "./view-model/close-up/close-up-layout.ts";
import type { Rectangle } from "./view-model/layout.ts";

/** The close-up in its Phaser scene: made when it is first looked at, and again when there is another room for it. */
export interface CloseUpView {
  readonly layout: CloseUpLayout | undefined;
  readonly frame: CloseUpFrame;
  /** Makes it ready for a room. */
  fit(rectangle: Rectangle): void;
  show(moment: Moment, seat: number, preferences: Preferences, alpha: number): void;
  hide(): void;
}

export function openCloseUpView(scene: Phaser.Scene): CloseUpView {
  const frame = emptyCloseUp();
  let layout: CloseUpLayout | undefined;
  let picture: CloseUpPicture | undefined;
  return {
    get layout() {
      return layout;
    },
    frame,
    fit({ width, height, text }) {
      if (layout?.width === width && layout.height === height && layout.text === text) return;
      picture?.destroy();
      layout = layOutCloseUp({ width, height, text });
      picture = paintCloseUp(scene, layout);
    },
    show(moment, seat, preferences, alpha) {
      if (layout === undefined) return;
      scene.sys.setVisible(true);
      picture?.show(describeCloseUp(moment, seat, layout, preferences, frame));
      picture?.setAlpha(alpha);
    },
    hide() {
      scene.sys.setVisible(false);
    },
  };
}
