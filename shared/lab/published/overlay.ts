import type { ReportedSign } from "./signs.ts";
import type { SourceId } from "./sources.ts";

/** Published values over a time course: seconds after the first stimulation, percent of baseline. */
export interface Overlay {
  readonly series: readonly {
    readonly id: SourceId;
    readonly seconds: readonly number[];
    readonly percent: readonly number[];
  }[];
  /** Their x in seconds, too. */
  readonly reported: readonly ReportedSign[];
}
