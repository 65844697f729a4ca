import { classSynchrony } from "./class-synchrony.ts";
import { expression } from "./expression.ts";
import { induction } from "./induction.ts";
import type { Row } from "./row.ts";
import { singleSynapse } from "./single-synapse.ts";

/** The validation table: what the model has to reproduce. Ids are those of MODEL.md. */
export const rows: readonly Row[] = [...singleSynapse, ...induction, ...expression, ...classSynchrony];
