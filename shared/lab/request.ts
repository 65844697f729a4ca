import type { DrugId } from "../model/drugs.ts";
import type { ModuleId } from "../model/modules.ts";
import type { PathwayId } from "../model/pathways.ts";
import type { ProtocolId } from "../protocols/catalogue.ts";

/** One experiment that the lab is asked for, as the page's form and the command's options both say it. */
export interface LabRequest {
  readonly protocol: ProtocolId;
  readonly pathway: PathwayId;
  readonly drugs: readonly DrugId[];
  readonly modules: readonly ModuleId[];
  /** Seed of everything that is drawn by chance (patterns, jitter, chance release); a whole number, 0 … 2^32 - 1. */
  readonly seed: number;
  /** Settings of the protocol by name, within the limits that the catalogue states; left out: the default. */
  readonly settings: Readonly<Record<string, number>>;
  /** Share of the early change that receptors' activity carries, 0 … 1; left out: the model's. */
  readonly gammaShare?: number | undefined;
}
