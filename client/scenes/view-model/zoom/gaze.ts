/** Three ways of looking at a class: its whole cell, some neighbours on a dendrite, or one synapse. */
export const ZOOMS = ["cell", "branch", "synapse"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Where a screen looks. */
export interface Gaze {
  readonly zoom: Zoom;
  /** The seat that is looked at; at cell zoom the one that a zoom in would go to. */
  readonly seat: number;
}

export const wholeCell: Gaze = { zoom: "cell", seat: 0 };

/** One zoom in, on a seat. */
export const closer = ({ zoom }: Gaze, seat: number): Gaze => ({ zoom: zoom === "cell" ? "branch" : "synapse", seat });

/** One zoom out, with the same seat in mind. */
export const further = ({ zoom, seat }: Gaze): Gaze => ({ zoom: zoom === "synapse" ? "branch" : "cell", seat });

export const sameGaze = (a: Gaze, b: Gaze): boolean => a.zoom === b.zoom && (a.zoom === "cell" || a.seat === b.seat);
