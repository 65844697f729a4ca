/** What classes tend to believe of LTP before the lesson. Each has two questions of the same idea, a parallel pair. */
export const MISCONCEPTIONS = [
  "spike-passes-on",
  "more-is-stronger",
  "ltp-is-memory",
  "slogan-is-exact",
  "nmda-carries",
  "new-synapses",
  "more-transmitter",
  "proteins-start-it",
  "synapse-alone",
  "permanent",
  "same-everywhere",
  "whole-cell",
] as const;
export type Misconception = (typeof MISCONCEPTIONS)[number];

export const OPTIONS = ["a", "b", "c", "d"] as const;
export type OptionId = (typeof OPTIONS)[number];

/** A question; its words are in shared/locales/quick-check, without a word on which option is right. */
export type ItemId = `${Misconception}-${1 | 2}`;

/** The right option of each question: each letter six times, so that no letter is the better guess. */
const RIGHT: Readonly<Record<ItemId, OptionId>> = {
  "spike-passes-on-1": "c",
  "spike-passes-on-2": "a",
  "more-is-stronger-1": "b",
  "more-is-stronger-2": "d",
  "ltp-is-memory-1": "d",
  "ltp-is-memory-2": "b",
  "slogan-is-exact-1": "a",
  "slogan-is-exact-2": "c",
  "nmda-carries-1": "b",
  "nmda-carries-2": "d",
  "new-synapses-1": "c",
  "new-synapses-2": "a",
  "more-transmitter-1": "d",
  "more-transmitter-2": "b",
  "proteins-start-it-1": "a",
  "proteins-start-it-2": "c",
  "synapse-alone-1": "c",
  "synapse-alone-2": "d",
  "permanent-1": "b",
  "permanent-2": "a",
  "same-everywhere-1": "d",
  "same-everywhere-2": "c",
  "whole-cell-1": "a",
  "whole-cell-2": "b",
};

/** Every question. */
export const ITEM_IDS = Object.keys(RIGHT) as readonly ItemId[];

export const isItemId = (id: unknown): id is ItemId => typeof id === "string" && Object.hasOwn(RIGHT, id);

export const rightOption = (id: ItemId): OptionId => RIGHT[id];

export const misconceptionOf = (id: ItemId): Misconception => id.slice(0, -2) as Misconception;

/** The other question on the same misconception. */
export const twinOf = (id: ItemId): ItemId => `${misconceptionOf(id)}-${id.endsWith("1") ? 2 : 1}`;
