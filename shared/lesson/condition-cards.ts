import type { DrugId } from "../model/drugs.ts";
import type { PathwayId } from "../model/pathways.ts";
import type { Round } from "./round.ts";

/** Stories that a drug or another region makes of a round; `rounds` tells that of CA1 without drugs. */
export type ConditionCard =
  | "mossy-fibre"
  | "cerebellum"
  | "either-order"
  | "aplysia"
  | "neonatal"
  | "neocortex"
  | "rule-set"
  | "silent"
  | "apv"
  | "bapta"
  | "camkii-block"
  | "no-magnesium"
  | "high-magnesium"
  | "exocytosis-block"
  | "s831a"
  | "phosphatase-block";

/** Dentate gyrus and amygdala change by the same two locks as CA1. */
const BY_REGION: Partial<Record<PathwayId, ConditionCard>> = {
  "mossy-fibre": "mossy-fibre",
  cerebellum: "cerebellum",
  "ca3-recurrent": "either-order",
  culture: "either-order",
  aplysia: "aplysia",
  "ca1-neonatal": "neonatal",
  neocortex: "neocortex",
};

/** The first that is in force tells the story: it stops the chain before those after it. Others (anisomycin) act later. */
const BY_DRUG: readonly (readonly [DrugId, ConditionCard])[] = [
  ["activity-blockade", "silent"],
  ["cnqx", "silent"],
  ["apv", "apv"],
  ["bapta", "bapta"],
  ["camkii-block", "camkii-block"],
  ["no-magnesium", "no-magnesium"],
  ["high-magnesium", "high-magnesium"],
  ["exocytosis-block", "exocytosis-block"],
  ["s831a", "s831a"],
  ["phosphatase-block", "phosphatase-block"],
];

/** Which card tells of a round instead of its own; undefined where its own is true. A region's wins over a drug's. */
export function conditionCardOf(
  round: Pick<Round, "classContacts" | "pictures">,
  { pathway, drugs }: { readonly pathway: PathwayId; readonly drugs: readonly DrugId[] },
): ConditionCard | undefined {
  // The warm-up reaches no cell, and in the rounds with pictures the students' own cells learn.
  if (round.classContacts === 0 || round.pictures) return undefined;
  if (pathway.startsWith("gb-")) return "rule-set";
  return BY_REGION[pathway] ?? BY_DRUG.find(([drug]) => drugs.includes(drug))?.[1];
}
