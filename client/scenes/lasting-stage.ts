import { noAnchors } from "./anchors.ts";
import type { Moment } from "./moment.ts";
import { createStage, type Stage, type StageOptions } from "./stage.ts";
import { type Gaze, wholeCell } from "./view-model/zoom/gaze.ts";

/** A graphics card that does not come back within this has gone for good, ms. */
const PATIENCE_MS = 5000;

/**
 * A stage that outlives its graphics card: when a WebGL context is lost and does not come back, the same moment is drawn by
 * Phaser's Canvas renderer from then on.
 * @param patienceMs  how long it waits (for tests)
 * @throws when neither renderer starts
 */
export async function createLastingStage(
  parent: HTMLElement,
  options: StageOptions,
  patienceMs = PATIENCE_MS,
): Promise<Stage> {
  let stage: Stage | undefined = await createStage(parent, options);
  let preferences = options.preferences;
  let gaze: Gaze = wholeCell;
  let chosen: number | undefined;
  let last: readonly [Moment, number | undefined] | undefined;
  let gone = false;

  /** Until the other stage is there nothing is drawn, and nothing can be pointed at. */
  async function replace(): Promise<void> {
    stage?.destroy();
    stage = undefined;
    const made = await createStage(parent, { ...options, renderer: "canvas", ...(preferences && { preferences }) });
    if (gone) return made.destroy();
    stage = made;
    made.look(gaze, true);
    made.highlight(chosen);
    if (last) made.render(...last);
  }

  const canvas = parent.querySelector("canvas");
  let timer: ReturnType<typeof setTimeout> | undefined;
  canvas?.addEventListener("webglcontextlost", () => {
    timer = setTimeout(() => void replace().catch(() => undefined), patienceMs);
  });
  canvas?.addEventListener("webglcontextrestored", () => clearTimeout(timer));

  return {
    render(moment, pace) {
      last = [moment, pace];
      stage?.render(moment, pace);
    },
    resize: () => stage?.resize(),
    setPreferences(next) {
      preferences = next;
      stage?.setPreferences(next);
    },
    look(next, cut) {
      gaze = next;
      stage?.look(next, cut);
    },
    sight: () => stage?.sight() ?? { gaze, still: false, seats: [], closeUp: undefined },
    neighbour: (seat, direction) => stage?.neighbour(seat, direction),
    seatAt: (x, y) => stage?.seatAt(x, y),
    highlight(seat) {
      chosen = seat;
      stage?.highlight(seat);
    },
    anchors: () => stage?.anchors() ?? noAnchors,
    describe: () => stage?.describe() ?? NOTHING_DRAWN,
    destroy() {
      gone = true;
      clearTimeout(timer);
      stage?.destroy();
    },
  };
}

const NOTHING_DRAWN = {
  renderer: "canvas",
  zoom: "flying",
  synapses: 0,
  receptors: [],
  plugsOut: [],
  spikes: 0,
  calcium: 0,
  glow: 0,
} as const;
