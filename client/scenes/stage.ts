import { anchorsOf, noAnchors, type StageAnchors } from "./anchors.ts";
import { openCellPictures } from "./cell-pictures.ts";
import { openCloseUpView } from "./close-up-view.ts";
import type { Moment } from "./moment.ts";
import type { Preferences } from "./preferences.ts";
import { scaleOf, startGame, webglIsWorthIt } from "./renderer.ts";
import type { CloseUpFrame } from "./view-model/close-up/close-up-frame.ts";
import type { CloseUpLayout } from "./view-model/close-up/close-up-layout.ts";
import { blankCanvas } from "./view-model/describe.ts";
import { mayPulse } from "./view-model/flash-budget.ts";
import { countMarks } from "./view-model/frame.ts";
import { type Layout, seatAt } from "./view-model/layout.ts";
import { leanTowards, tellingAt } from "./view-model/story.ts";
import { MOST_NAMED, neighboursOf } from "./view-model/zoom/branch-window.ts";
import * as camera from "./view-model/zoom/flight.ts";
import type { Gaze, Zoom } from "./view-model/zoom/gaze.ts";
import { type Direction, neighbour } from "./view-model/zoom/neighbour.ts";

export type { StageAnchors } from "./anchors.ts";

/** The picture of a class: given a moment it draws it. The page owns the clock and calls `render` from its own frames. */
export interface Stage {
  /**
   * Draws one instant; the same moment gives the same picture.
   * @param pace  session ms that pass in a ms on the wall, 1 if not said, 0 while it stands still: captions of a slow picture
   *   follow events, and nothing flashes in a fast one
   */
  render(moment: Moment, pace?: number): void;
  /** Fits the canvas to its parent; also called by itself when the parent's size changes. */
  resize(): void;
  setPreferences(preferences: Preferences): void;
  /** Turns to a gaze: the camera flies there, or is there at once (`cut`, and in calm pictures). */
  look(gaze: Gaze, cut?: boolean): void;
  /** What the camera shows now. */
  sight(): Sight;
  /** The nearest seat in a direction from another one's synapse; undefined at the edge. */
  neighbour(seat: number, direction: Direction): number | undefined;
  /** The seat drawn at a point of the parent, CSS px from its top left; undefined where there is none. */
  seatAt(x: number, y: number): number | undefined;
  /** Draws a ring around a seat's synapse (hover, follow); undefined removes it. */
  highlight(seat: number | undefined): void;
  /** Where the page may put its own labels, CSS px from the parent's top left. */
  anchors(): StageAnchors;
  /** Counts of what is drawn, for tests. */
  describe(): StageDescription;
  destroy(): void;
}

/** What a screen shows of a class, for the words beside it. */
export interface Sight {
  readonly gaze: Gaze;
  /** False while the camera flies, or its picture is not sharp yet, or has not got all who are here. */
  readonly still: boolean;
  /** At branch zoom: the seat looked at and its neighbours, nearest first. */
  readonly seats: readonly number[];
  /** The close-up as it was drawn, once nothing else is seen. */
  readonly closeUp: CloseUpSight | undefined;
}

/** A close-up as it was drawn last, and its px per CSS px. */
export interface CloseUpSight {
  readonly layout: CloseUpLayout;
  readonly frame: CloseUpFrame;
  readonly ratio: number;
}

export interface StageDescription {
  readonly renderer: "webgl" | "canvas";
  /** Where the camera is; "flying" until it has arrived and its picture is sharp. */
  readonly zoom: Zoom | "flying";
  readonly synapses: number;
  /** AMPA marks drawn, by seat. */
  readonly receptors: readonly number[];
  /** Mg²⁺ plugs drawn out of their channel, by seat. */
  readonly plugsOut: readonly number[];
  /** Presynaptic spikes drawn on axons. */
  readonly spikes: number;
  /** Ca²⁺ ions drawn. */
  readonly calcium: number;
  /** Glow of the soma, 0 … 1. */
  readonly glow: number;
}

export interface StageOptions {
  /** "auto" (default): WebGL where it runs on a graphics card, else Phaser's Canvas renderer. */
  readonly renderer?: "webgl" | "canvas" | "auto";
  /** The picture's accessible name, in the page's language. */
  readonly label: string;
  readonly preferences?: Preferences;
}

/** Smallest text: this share of the screen's height, so that the back row can read it. */
const TEXT_SHARE = 1 / 36;
/** Smaller boxes, px, show nothing. */
const SMALLEST = 120;

/** Loads Phaser (a chunk of its own) and fills `parent` with the picture. @throws when neither renderer starts */
export async function createStage(parent: HTMLElement, options: StageOptions): Promise<Stage> {
  const [phaser] = await Promise.all([
    import("phaser"),
    // Baked numbers need the page's face; without it (offline tests) the system's serves.
    document.fonts?.load('700 32px "Atkinson Hyperlegible"').catch(() => []),
  ]);
  const wanted = options.renderer ?? "auto";
  const kind = wanted === "auto" ? (webglIsWorthIt() ? "webgl" : "canvas") : wanted;
  const { game, scenes } = await startGame(phaser, parent, kind);
  game.canvas.setAttribute("role", "img");
  game.canvas.setAttribute("aria-label", options.label);

  const canvas = blankCanvas();
  let preferences = options.preferences ?? { calm: false };
  const cell = openCellPictures(scenes, () => preferences, canvas);
  const closeUp = openCloseUpView(scenes.synapse);
  const flight = camera.noFlight();
  const rectangle = { width: 0, height: 0, text: 0 };
  let drawn: Layout | undefined;
  /** What the camera was aimed at last, and in which layout. */
  let aimed: Gaze | undefined;
  let aimedIn: Layout | undefined;
  let sharp = true;
  let chosen: number | undefined;
  let last: Moment | undefined;

  /** Lays the class out anew if anything about it changed, and aims the camera if it, or the gaze, did. */
  function settle(moment: Moment): void {
    rectangle.width = game.scale.width;
    rectangle.height = game.scale.height;
    rectangle.text = Math.ceil(window.innerHeight * TEXT_SHARE * scaleOf(parent).ratio);
    const anew = cell.fit(moment, rectangle);
    if (cell.layout === undefined || (!anew && aimed === flight.gaze)) return;
    if (cell.layout !== aimedIn) camera.land(flight);
    aimed = flight.gaze;
    aimedIn = cell.layout;
    camera.aim(flight, cell.layout, moment.view.seats.length);
  }

  function draw(moment: Moment, now: number): void {
    if (flight.gaze.zoom === "synapse") closeUp.fit(rectangle);
    if (preferences.calm) camera.land(flight);
    camera.fly(flight, now);
    const told = cell.layout && tellingAt(moment.view.story, moment.time);
    if (told && !preferences.calm && mayPulse(canvas.pace) && flight.gaze.zoom === "cell" && camera.landed(flight)) {
      leanTowards(cell.layout!, told, flight.view);
    }
    sharp = flight.gaze.zoom !== "branch" || cell.prepare(moment, flight.to, preferences.calm || camera.landed(flight));
    const alpha = camera.closeUpAlpha(flight);
    if (alpha < 1) {
      const first = told?.milestone.kind === "recruit" ? told.milestone.seat : undefined;
      const ring = chosen ?? (flight.gaze.zoom === "branch" ? flight.gaze.seat : first);
      drawn = cell.show(moment, flight.view, ring, Math.max(camera.largestScale(flight), flight.view.scale));
    } else cell.hide();
    if (alpha > 0) closeUp.show(moment, camera.closeUpSeat(flight), preferences, alpha);
    else closeUp.hide();
  }

  const still = (): boolean => camera.landed(flight) && sharp && cell.fits;
  const inView = (): readonly number[] =>
    flight.gaze.zoom === "branch" && cell.layout !== undefined && flight.gaze.seat < (last?.view.seats.length ?? 0)
      ? neighboursOf(cell.layout, last!.view.seats.length, flight.gaze.seat, MOST_NAMED)
      : [];

  const stage: Stage = {
    render(moment, pace = 1) {
      last = moment;
      // What stands still is seen as it was played.
      if (pace > 0) canvas.pace = closeUp.frame.pace = pace;
      // A box that is folded away has no size to lay anything out in.
      if (Math.min(game.scale.width, game.scale.height) < SMALLEST) return;
      settle(moment);
      if (!cell.drawable) return;
      const now = performance.now();
      draw(moment, now);
      game.step(now, 16);
    },
    resize() {
      const { ratio, width, height } = scaleOf(parent);
      game.scale.setZoom(1 / ratio);
      game.scale.resize(width, height);
      game.canvas.style.width = "100%";
      game.canvas.style.height = "100%";
      if (last !== undefined) stage.render(last);
    },
    setPreferences(next) {
      preferences = next;
    },
    look(gaze, cut = preferences.calm) {
      camera.setOff(flight, gaze, cut);
    },
    sight() {
      const { layout, frame } = closeUp;
      const full = camera.closeUpAlpha(flight) >= 1 && layout !== undefined;
      return {
        gaze: flight.gaze,
        still: still(),
        seats: inView(),
        closeUp: full ? { layout, frame, ratio: scaleOf(parent).ratio } : undefined,
      };
    },
    neighbour: (seat, direction) =>
      cell.layout && last ? neighbour(cell.layout, last.view.seats.length, seat, direction) : undefined,
    seatAt(x, y) {
      if (cell.layout === undefined || last === undefined) return undefined;
      const { ratio } = scaleOf(parent);
      const { width, height } = cell.layout;
      const { view } = flight;
      const at = (css: number, size: number, middle: number): number => (css * ratio - size / 2) / view.scale + middle;
      return seatAt(cell.layout, last.view.seats.length, { x: at(x, width, view.x), y: at(y, height, view.y) });
    },
    highlight(seat) {
      chosen = seat;
    },
    anchors: () => (drawn ? anchorsOf(drawn, canvas.frame, flight.view, scaleOf(parent).ratio) : noAnchors),
    describe: () => ({
      renderer: kind,
      zoom: still() ? flight.gaze.zoom : "flying",
      synapses: canvas.frame.synapses.length,
      receptors: canvas.frame.synapses.map((s) => s.receptors),
      plugsOut: canvas.frame.synapses.map((s) => s.plugsOut),
      spikes: countMarks(canvas.frame.light, "spike"),
      calcium: countMarks(canvas.frame.molecules, "calcium"),
      glow: canvas.frame.soma.glow,
    }),
    destroy() {
      observer.disconnect();
      game.destroy(true);
      // The loop is stopped, so the game's own clean-up runs in one last step.
      game.step(performance.now(), 16);
    },
  };
  const observer = new ResizeObserver(() => stage.resize());
  observer.observe(parent);
  return stage;
}
