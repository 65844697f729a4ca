/**
 * What an experiment gives, ready to draw, print and export: figures of named series over one axis each. Ids are keys of
 * the texts (locale.lab.figures, .series, .axes); nothing here is in a language.
 */

import type { ReportedSign } from "./published/signs.ts";

/** What an axis measures; its text carries the unit. */
export type AxisId =
  | "minutes"
  | "hours"
  | "days"
  | "milliseconds"
  | "gap"
  | "interval"
  | "delay"
  | "tetani"
  | "pulses"
  | "hertz"
  | "contacts"
  | "lag"
  | "overlap"
  | "patterns"
  | "jitter"
  | "percent-of-baseline"
  | "millivolts"
  | "calcium"
  | "level"
  | "receptors"
  | "relative"
  | "share"
  | "spikes"
  | "discriminability";

export type FigureId =
  | "strength"
  | "expression"
  | "consolidation"
  | "voltage"
  | "calcium"
  | "curve"
  | "recall"
  | "telling-apart"
  | "responses";

export interface Series {
  /** Key of its name: an input ("strong", "weak", "control", "cs" …), a quantity ("gamma", "receptors", "tag", "proteins" …) or a source ("huang-kandel-1994" …). */
  readonly id: string;
  readonly x: readonly number[];
  /** NaN where there is no value. */
  readonly y: readonly number[];
  /** Measured points (published, or one per run) or a continuous line. */
  readonly kind: "line" | "points";
  /** From the literature or another published model, not from this run. */
  readonly published?: boolean;
  /** Belongs to the figure's second axis (on the right). */
  readonly right?: boolean;
  /** From the same experiment without the drugs, for comparison (compare.ts). */
  readonly without?: boolean;
}

export interface Figure {
  readonly id: FigureId;
  readonly x: AxisId;
  readonly y: AxisId;
  readonly right?: AxisId;
  /** Whether x is best shown logarithmic. */
  readonly logX?: boolean;
  /** Where no change is: drawn as a line across (100 percent, 0). */
  readonly baseline?: number;
  readonly series: readonly Series[];
  /** Moments on the x axis that are worth a mark (a train, a drug's beginning), by text key. */
  readonly marks?: readonly { readonly x: number; readonly id: string }[];
  /** Findings of laboratories of which only the direction is known here: an arrow or a dash, no point. */
  readonly reported?: readonly ReportedSign[];
}

export interface LabResult {
  readonly request: import("./request.ts").LabRequest;
  /** Version of the model that gave it. */
  readonly model: string;
  readonly figures: readonly Figure[];
  /** The numbers that a reader wants at once, by text key: strength 15 min, 1 h, 8 h after … */
  readonly summary: readonly { readonly id: string; readonly value: number; readonly unit: AxisId }[];
}
