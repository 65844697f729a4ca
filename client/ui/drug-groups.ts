import type { DrugId } from "../../shared/model/drugs.ts";

/** Which drugs stand together where they are chosen. */
export const DRUG_GROUPS = {
  receptors: ["apv", "cnqx", "picrotoxin", "high-magnesium", "no-magnesium", "bapta"],
  enzymes: ["camkii-block", "phosphatase-block", "pka-block", "s831a", "exocytosis-block"],
  proteins: ["anisomycin", "zif268-knockout", "d1-block", "novelty", "zip"],
  states: ["enriched-environment", "activity-blockade"],
} as const satisfies Readonly<Record<string, readonly DrugId[]>>;
export type DrugGroup = keyof typeof DRUG_GROUPS;
