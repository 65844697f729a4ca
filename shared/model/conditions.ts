import { DRUGS, type DrugId, drugs } from "./drugs.ts";
import { MODULES, type ModuleId, modules } from "./modules.ts";
import { known } from "./names.ts";
import type { Parameters } from "./parameters.ts";
import { PATHWAYS, type PathwayId, pathways } from "./pathways.ts";

/** What a cell is, and what it is in: the synapse's region, what is in the bath, and which optional mechanisms run. */
export interface Conditions {
  readonly pathway: PathwayId;
  /** Each at most once, in the order of DRUGS, so that equal conditions are equal data. */
  readonly drugs: readonly DrugId[];
  readonly modules: readonly ModuleId[];
}

/** The adult CA3 to CA1 synapse in plain bath. */
export const STANDARD_CONDITIONS: Conditions = { pathway: "ca1", drugs: [], modules: [] };

/**
 * The constants under these conditions: the pathway's own, then each module's, then each drug's.
 * @throws RangeError for a name that is not listed; it says which are
 */
export function parametersUnder(base: Parameters, { pathway, drugs: given, modules: on }: Conditions): Parameters {
  let p = pathways[known("pathway", pathway, PATHWAYS)].change(base);
  for (const id of on) p = { ...p, ...modules[known("module", id, MODULES)] };
  for (const id of given) p = { ...p, ...drugs[known("drug", id, DRUGS)](p, pathway) };
  return p;
}
