import type { TableName } from "../../recording/tables.ts";
import type { UnfitReason } from "../../recording/what-if-file.ts";

/** What a replay can be saved as. */
export interface SaveTexts {
  readonly menu: string;
  readonly report: string;
  readonly recording: string;
  readonly tables: Readonly<Record<TableName, string>>;
}

/** Words of the what-if: the same taps, and something else. */
export interface WhatIfTexts {
  readonly files: SaveTexts;
  readonly title: string;
  readonly intro: string;
  readonly drug: string;
  readonly never: string;
  readonly region: string;
  readonly silent: string;
  readonly timing: string;
  readonly slow: string;
  readonly realTime: string;
  /** {times} */
  readonly slower: string;
  readonly size: string;
  /** In a list of changes: {seats}; {times} */
  readonly sizeWords: string;
  readonly slowWords: string;
  readonly chance: string;
  /** {seed} */
  readonly seed: string;
  readonly from: string;
  readonly start: string;
  /** {time} on the class's clock. */
  readonly here: string;
  readonly asItWas: string;
  /** {group} */
  readonly group: string;
  /** {percent} */
  readonly nearer: string;
  readonly farther: string;
  readonly run: string;
  readonly cancel: string;
  /** Ends the simulation before it is done. */
  readonly stop: string;
  readonly close: string;
  readonly working: string;
  readonly save: string;
  readonly open: string;
  /** Why a file is refused. */
  readonly unfit: Readonly<Record<UnfitReason, string>>;
  readonly unimaginable: string;
  /** Why nothing is asked of a class that does not come out as it was. */
  readonly unasked: string;
  /** In place of "verified", while what would have been is shown. */
  readonly imagined: string;
  /** The end, side by side. */
  readonly was: string;
  readonly would: string;
  /** Side by side. */
  readonly both: string;
  /** {time} on the class's clock. */
  readonly watch: string;
  readonly neverPart: string;
  /** Where the two courses part: beside its sign. */
  readonly part: string;
  /** Figures of an instant, in a narrow column. */
  readonly now: Readonly<Record<"receptors" | "strength" | "needed" | "spikes" | "synchrony", string>>;
  readonly receptors: string;
  readonly strength: string;
  readonly needed: string;
  readonly spikes: string;
}
