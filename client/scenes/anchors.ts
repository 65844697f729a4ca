import { gaugeSize, vesselRadius } from "./soma-sprites.ts";
import type { SceneFrame } from "./view-model/frame.ts";
import { LARGEST_HEAD, type Layout } from "./view-model/layout.ts";
import type { View } from "./view-model/zoom/camera.ts";

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
  /** Middle of each seat's spine head and its present radius, by seat; outwards is where its bouton is. */
  readonly synapses: readonly SynapseAnchor[];
  /** Size of the picture. */
  readonly width: number;
  readonly height: number;
}

export interface SynapseAnchor extends Spot {
  readonly radius: number;
  /** The radius that it never passes. */
  readonly largest: number;
  readonly dx: number;
  readonly dy: number;
  /** The seat's badge. */
  readonly badge: Spot & { readonly radius: number };
}

const nowhere = { x: 0, y: 0 };
export const noAnchors: StageAnchors = {
  threshold: nowhere,
  magnesium: nowhere,
  soma: { ...nowhere, radius: 0 },
  synapses: [],
  width: 0,
  height: 0,
};

/**
 * @param drawn  the layout that was drawn
 * @param view   from where
 * @param ratio  px of the backing store per CSS px
 */
export function anchorsOf(
  drawn: Layout,
  { soma, synapses }: SceneFrame,
  { x, y, scale }: View,
  ratio: number,
): StageAnchors {
  const { width, height, part } = drawn;
  const zoom = scale / part.scale;
  const on = (px: number, py: number): Spot => ({
    x: ((px - width / 2 - (x - part.x) * part.scale) * zoom + width / 2) / ratio,
    y: ((py - height / 2 - (y - part.y) * part.scale) * zoom + height / 2) / ratio,
  });
  const r = vesselRadius(drawn);
  const up = r * (2 * soma.threshold - 1);
  const gauge = gaugeSize(drawn);
  const largest = (drawn.unit * LARGEST_HEAD * zoom) / ratio;
  const right = drawn.soma.x + drawn.soma.radius * 0.98 + gauge.width * 1.7;
  return {
    threshold: on(drawn.soma.x - Math.sqrt(Math.max(0, r * r - up * up)), drawn.soma.y - up),
    magnesium: on(right, drawn.soma.y + gauge.height * (0.5 - soma.magnesium)),
    soma: { ...on(drawn.soma.x, drawn.soma.y), radius: (drawn.soma.radius * zoom) / ratio },
    synapses: synapses.map(({ seat, head }) => {
      const place = drawn.places[seat];
      const { dx, dy, label } = place ?? { dx: 0, dy: 1, label: nowhere };
      const badge = { ...on(label.x, label.y), radius: (drawn.badge * zoom) / ratio };
      return { ...on(place?.x ?? 0, place?.y ?? 0), radius: (head * zoom) / ratio, largest, dx, dy, badge };
    }),
    width: width / ratio,
    height: height / ratio,
  };
}
