import type Phaser from "phaser";
import type { Moment } from "./moment.ts";
import { bake, bakeSteps, type Picture, paint } from "./picture.ts";
import type { Preferences } from "./preferences.ts";
import { type Canvas, describe } from "./view-model/describe.ts";
import { capacityFor, type Layout, layingOut, layOut, type Rectangle } from "./view-model/layout.ts";
import { covers, type View } from "./view-model/zoom/camera.ts";
import { magnify } from "./view-model/zoom/magnify.ts";

/** The cell's picture and a magnified, sharp one of a part of it, each in a Phaser scene; the camera shows one of them. */
export interface CellPictures {
  /** The cell's layout; undefined while there is no room for one. */
  readonly layout: Layout | undefined;
  /** Whether it is the layout of all who are here; while it is not, `fit` goes on with that. */
  readonly fits: boolean;
  /** Whether the picture can be drawn; while textures are made anew it cannot, and what is on the screen stays there. */
  readonly drawable: boolean;
  /**
   * Lays the class out, and makes its picture if anything changed: a little in each frame where more or fewer people need
   * other places, so that the page is never held up; at once where there is no picture of this size yet.
   * @returns whether the layout is another
   */
  fit(moment: Moment, rectangle: Rectangle): boolean;
  /**
   * Goes on with a sharp picture of a view; call it once a frame.
   * @param atOnce  all of it now, instead of a little between two frames
   * @returns whether it is ready
   */
  prepare(moment: Moment, view: View, atOnce: boolean): boolean;
  /**
   * Draws a moment as seen from a view.
   * @param largest  magnification that the screen shows at most in this flight
   * @returns the layout that was drawn
   */
  show(moment: Moment, view: View, chosen: number | undefined, largest: number): Layout | undefined;
  hide(): void;
}

/** Work on a new layout in one frame, ms; what else a frame does fits beside it. */
const SLICE_MS = 8;

/** A layout for another number of seats that is being made. */
interface Making {
  readonly capacity: number;
  readonly layout: Generator<void, Layout>;
  /** What is left to be baked for it; undefined while it is being laid out. */
  steps: (() => unknown)[] | undefined;
}

interface Sharp {
  readonly layout: Layout;
  readonly steps: (() => unknown)[];
  picture: Picture | undefined;
}

export function openCellPictures(
  { picture: whole, branch }: Record<"picture" | "branch", Phaser.Scene>,
  preferences: () => Preferences,
  canvas: Canvas,
): CellPictures {
  let layout: Layout | undefined;
  let cell: Picture | undefined;
  let sharp: Sharp | undefined;
  /** Unit for which the branch scene's textures are baked: they serve every branch of a layout. */
  let bakedFor: Layout | undefined;
  let seats = 0;
  let making: Making | undefined;

  function drop(): void {
    sharp?.picture?.destroy();
    sharp = undefined;
  }

  function repaint(taken: number): void {
    seats = taken;
    cell?.destroy();
    drop();
    cell = paint(whole, layout!, Math.min(seats, layout!.places.length));
  }

  /** Goes on for the share of a frame; each texture is a frame's work. @returns whether it is made */
  function goOn(made: Making): boolean {
    if (made.steps) {
      made.steps.shift()?.();
      return made.steps.length === 0;
    }
    const until = performance.now() + SLICE_MS;
    do {
      const step = made.layout.next();
      if (!step.done) continue;
      layout = step.value;
      made.steps = bakeSteps(whole, layout, canvas.frame);
      return false;
    } while (performance.now() < until);
    return false;
  }

  function begin(moment: Moment, view: View): Sharp {
    drop();
    const magnified = magnify(layout!, view);
    const steps: (() => unknown)[] = [];
    if (bakedFor !== layout)
      steps.push(...bakeSteps(branch, magnified, describe(moment, magnified, preferences(), canvas)));
    bakedFor = layout;
    const made: Sharp = { layout: magnified, steps, picture: undefined };
    steps.push(() => {
      made.picture = paint(branch, magnified, seats);
    });
    return made;
  }

  return {
    get layout() {
      return layout;
    },
    get fits() {
      return making === undefined;
    },
    get drawable() {
      return making?.steps === undefined;
    },
    fit(moment, rectangle) {
      const taken = moment.view.seats.length;
      if (making?.steps === undefined) {
        const resized = layout === undefined || !sameSize(layout, rectangle);
        const capacity = capacityFor(taken);
        if (resized || layout?.capacity === capacity) {
          making = undefined;
          if (!resized && taken === seats && cell !== undefined) return false;
          if (resized) {
            layout = layOut(taken, rectangle);
            bake(whole, layout, describe(moment, layout, preferences(), canvas));
          }
          repaint(taken);
          return true;
        }
        if (making?.capacity !== capacity) making = { capacity, layout: layingOut(taken, rectangle), steps: undefined };
      }
      if (!goOn(making)) return false;
      making = undefined;
      repaint(taken);
      return true;
    },
    prepare(moment, view, atOnce) {
      if (layout === undefined) return true;
      const { part } = sharp?.layout ?? layout;
      if (sharp === undefined || part.x !== view.x || part.y !== view.y || part.scale !== view.scale) {
        sharp = begin(moment, view);
      }
      do sharp.steps.shift()?.();
      while (atOnce && sharp.steps.length > 0);
      return sharp.steps.length === 0;
    },
    show(moment, view, chosen, largest) {
      if (layout === undefined) return undefined;
      const near = sharp?.picture !== undefined && covers(layout, sharp.layout.part, view) ? sharp : undefined;
      const drawn = near?.layout ?? layout;
      const [scene, other] = near === undefined ? [whole, branch] : [branch, whole];
      scene.sys.setVisible(true);
      other.sys.setVisible(false);
      const zoom = view.scale / drawn.part.scale;
      const camera = scene.cameras.main;
      camera.setZoom(zoom);
      camera.setScroll((view.x - drawn.part.x) * drawn.part.scale, (view.y - drawn.part.y) * drawn.part.scale);
      const frame = describe(moment, drawn, preferences(), canvas, largest / drawn.part.scale);
      (near?.picture ?? cell)?.show(frame, moment.view, chosen);
      return drawn;
    },
    hide() {
      whole.sys.setVisible(false);
      branch.sys.setVisible(false);
    },
  };
}

const sameSize = (layout: Layout, { width, height, text }: Rectangle): boolean =>
  layout.width === width && layout.height === height && layout.text === text;
