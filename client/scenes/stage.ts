import type { Moment } from "./moment.ts";
import type { Preferences } from "./preferences.ts";

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

/** Points of the picture that the page's DOM labels, CSS px from the parent's top left. */
export interface StageAnchors {
  /** Right end of the line at which the cell fires, on the soma. */
  readonly threshold: { readonly x: number; readonly y: number };
  /** Right end of the line at which Mg²⁺ leaves, on the dendrite's gauge. */
  readonly magnesium: { readonly x: number; readonly y: number };
  /** Middle of the soma, and the room it takes. */
  readonly soma: { readonly x: number; readonly y: number; readonly radius: number };
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

/** Loads Phaser (a chunk of its own) and fills `parent` with the picture. */
export async function createStage(parent: HTMLElement, options: StageOptions): Promise<Stage> {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", options.label);
  parent.append(canvas);
  const origin = { x: 0, y: 0 };
  return {
    render() {},
    resize() {},
    setPreferences() {},
    seatAt: () => undefined,
    highlight() {},
    anchors: () => ({ threshold: origin, magnesium: origin, soma: { ...origin, radius: 0 } }),
    describe: () => ({
      renderer: "canvas",
      synapses: 0,
      receptors: [],
      plugsOut: [],
      spikes: 0,
      calcium: 0,
      glow: 0,
    }),
    destroy: () => canvas.remove(),
  };
}
