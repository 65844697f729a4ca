import type Phaser from "phaser";
import type { Marks } from "./view-model/frame.ts";

/** Blitters: thousands of marks that are never scaled or turned. */

/** A bob with its alpha's own field: the setter marks a render list that is not used here, and boxes each number. */
export type Bob = Phaser.GameObjects.Bob & { _alpha: number };

/** A Blitter and as many bobs as the busiest frame so far. */
export interface Sheet {
  readonly blitter: Phaser.GameObjects.Blitter;
  /** By kind of mark, and in its turns or sizes. */
  readonly frames: readonly (readonly Phaser.Textures.Frame[])[];
  shown: number;
}

export function newSheet(
  scene: Phaser.Scene,
  texture: string,
  frames: Sheet["frames"],
  blend: "ADD" | "NORMAL",
): Sheet {
  const blitter = blitterOf(scene, texture);
  if (blend === "ADD") blitter.setBlendMode("ADD");
  return { blitter, frames, shown: 0 };
}

/** A blitter that follows the camera: Phaser's Canvas renderer would move it by the camera's scroll twice. */
export function blitterOf(scene: Phaser.Scene, texture: string): Phaser.GameObjects.Blitter {
  const blitter = scene.add.blitter(0, 0, texture);
  if (!("gl" in scene.sys.renderer)) blitter.setScrollFactor(0);
  // All bobs, those with alpha 0 too: both renderers skip them, and no list is made anew whenever one comes or goes.
  blitter.getRenderList = () => blitter.children.list as Phaser.GameObjects.Bob[];
  return blitter;
}

export function bobAt(sheet: Sheet, i: number): Bob {
  return (sheet.blitter.children.list[i] ?? sheet.blitter.create(0, 0)) as Bob;
}

/** Hides the bobs that a frame has no use for. */
export function hideFrom(sheet: Sheet, count: number): void {
  for (let i = count; i < sheet.shown; i++) bobAt(sheet, i)._alpha = 0;
  sheet.shown = count;
}

/** Draws marks. @param seen  how much of each is seen, 0 … 1 */
export function showMarks(sheet: Sheet, marks: Marks, seen = 1): void {
  const { kind, turn, x, y, alpha } = marks;
  for (let i = 0; i < marks.count; i++) {
    const bob = bobAt(sheet, i);
    const options = sheet.frames[kind[i]!]!;
    const frame = options.length === 1 ? options[0]! : options[turn[i]!]!;
    bob.setFrame(frame);
    bob.x = x[i]! - frame.width / 2;
    bob.y = y[i]! - frame.height / 2;
    bob._alpha = alpha[i]! * seen;
  }
  hideFrom(sheet, marks.count);
}
