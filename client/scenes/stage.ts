import type { Moment } from "./moment.ts";
import { bake, type Picture, paint } from "./picture.ts";
import type { Preferences } from "./preferences.ts";
import { scaleOf, startGame, webglIsWorthIt } from "./renderer.ts";
import { gaugeSize, vesselRadius } from "./soma-sprites.ts";
import { blankCanvas, describe } from "./view-model/describe.ts";
import { countMarks } from "./view-model/frame.ts";
import { capacityFor, type Layout, layOut, seatAt } from "./view-model/layout.ts";

/** The picture of a class: given a moment it draws it. The page owns the clock and calls `render` from its own frames. */
export interface Stage {
  /** Draws one instant; the same moment gives the same picture. */
  render(moment: Moment): void;
  /** Fits the canvas to its parent; also called by itself when the parent's size changes. */
  resize(): void;
  setPreferences(preferences: Preferences): void;
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

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Points of the picture that the page's DOM labels, CSS px from the parent's top left. */
export interface StageAnchors {
  /** Left end of the line at which the cell fires, on the soma's vessel. */
  readonly threshold: Spot;
  /** Right end of the line at which Mg²⁺ leaves, on the dendrite's gauge. */
  readonly magnesium: Spot;
  /** Middle of the soma, and the room it takes. */
  readonly soma: Spot & { readonly radius: number };
  /** Middle of each seat's spine head and its present radius, by seat. */
  readonly synapses: readonly (Spot & { readonly radius: number })[];
}

export interface StageDescription {
  readonly renderer: "webgl" | "canvas";
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
  const { game, scene } = await startGame(phaser, parent, kind);
  game.canvas.setAttribute("role", "img");
  game.canvas.setAttribute("aria-label", options.label);

  const canvas = blankCanvas();
  let preferences = options.preferences ?? { calm: false };
  let layout: Layout | undefined;
  let picture: Picture | undefined;
  let painted = "";
  let chosen: number | undefined;
  let last: Moment | undefined;

  const stage: Stage = {
    render(moment) {
      last = moment;
      const seats = moment.view.seats.length;
      const { width, height } = game.scale;
      // A box that is folded away has no size to lay anything out in.
      if (Math.min(width, height) < SMALLEST) return;
      const key = `${seats} ${width} ${height}`;
      if (key !== painted || layout === undefined) {
        painted = key;
        const text = Math.ceil(window.innerHeight * TEXT_SHARE * scaleOf(parent).ratio);
        picture?.destroy();
        if (layout === undefined || !sameRoom(layout, seats, width, height, text)) {
          layout = layOut(seats, { width, height, text });
          bake(scene, layout, describe(moment, layout, preferences, canvas));
        }
        picture = paint(scene, layout, Math.min(seats, layout.places.length));
      }
      picture?.show(describe(moment, layout, preferences, canvas), moment.view, chosen);
      const now = performance.now();
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
    seatAt(x, y) {
      if (layout === undefined || last === undefined) return undefined;
      const { ratio } = scaleOf(parent);
      return seatAt(layout, last.view.seats.length, { x: x * ratio, y: y * ratio });
    },
    highlight(seat) {
      chosen = seat;
    },
    anchors: () => anchorsOf(layout, canvas.frame, scaleOf(parent).ratio),
    describe: () => ({
      renderer: kind,
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

/** Whether a newcomer fits where everybody already is. */
const sameRoom = (layout: Layout, seats: number, width: number, height: number, text: number): boolean =>
  layout.capacity === capacityFor(seats) && layout.width === width && layout.height === height && layout.text === text;

function anchorsOf(
  layout: Layout | undefined,
  { soma, synapses }: ReturnType<typeof describe>,
  ratio: number,
): StageAnchors {
  if (layout === undefined) {
    const nowhere = { x: 0, y: 0 };
    return { threshold: nowhere, magnesium: nowhere, soma: { ...nowhere, radius: 0 }, synapses: [] };
  }
  const { x, y, radius } = layout.soma;
  const r = vesselRadius(layout);
  const up = r * (2 * soma.threshold - 1);
  const gauge = gaugeSize(layout);
  const right = x + radius * 0.98 + gauge.width * 1.7;
  return {
    threshold: { x: (x - Math.sqrt(Math.max(0, r * r - up * up))) / ratio, y: (y - up) / ratio },
    magnesium: { x: right / ratio, y: (y + gauge.height * (0.5 - soma.magnesium)) / ratio },
    soma: { x: x / ratio, y: y / ratio, radius: radius / ratio },
    synapses: synapses.map(({ seat, head }) => {
      const place = layout.places[seat];
      return { x: (place?.x ?? 0) / ratio, y: (place?.y ?? 0) / ratio, radius: head / ratio };
    }),
  };
}
