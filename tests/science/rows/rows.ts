import { associativeMemory } from "./associative-memory.ts";
import { associativity } from "./associativity.ts";
import { classSynchrony } from "./class-synchrony.ts";
import { conditioning } from "./conditioning.ts";
import { consolidation } from "./consolidation.ts";
import { determinism } from "./determinism.ts";
import { drugs } from "./drugs.ts";
import { eventCalcium } from "./event-calcium.ts";
import { expression } from "./expression.ts";
import { graupnerBrunel } from "./graupner-brunel.ts";
import { induction } from "./induction.ts";
import { lesson } from "./lesson.ts";
import { pathways } from "./pathways.ts";
import { retention } from "./retention.ts";
import type { Measure, Row } from "./row.ts";
import { singleSynapse } from "./single-synapse.ts";

const all: readonly Row[] = [
  ...[
    ...singleSynapse,
    ...graupnerBrunel,
    ...eventCalcium,
    ...induction,
    ...associativity,
    ...consolidation,
    ...expression,
    ...drugs,
  ],
  ...[...associativeMemory, ...conditioning, ...classSynchrony, ...retention, ...determinism, ...lesson, ...pathways],
];

const NUMBERED = /^D(\d+)$/;
const place = ({ id }: Row): number => Number(NUMBERED.exec(id)?.[1] ?? (id === "golden" ? 0 : 99));

/** The validation table: what the model has to reproduce, in the order of its ids. Ids are those of MODEL.md. */
export const rows: readonly Row[] = [...all].sort((a, b) => place(a) - place(b));

export interface Result extends Omit<Row, "measure"> {
  readonly measures: readonly Measure[];
}

/** Runs a row. Each is run once in a process, however often it is asked for. */
export function resultOf(row: Row): Result {
  const known = results.get(row);
  if (known) return known;
  const { measure, ...about } = row;
  const result = { ...about, measures: measure() };
  results.set(row, result);
  return result;
}
const results = new Map<Row, Result>();
