import { type Signal, signal } from "@preact/signals";
import type { DrugId } from "../../../shared/model/drugs.ts";
import type { PathwayId } from "../../../shared/model/pathways.ts";
import type { Change, WhatIf } from "../../../shared/recording/what-if.ts";
import type { Group } from "../../../shared/session/events.ts";

/** What a viewer has chosen to be otherwise; an empty text: as it was. */
export interface Form {
  /** A drug's name; with a leading minus it never came. */
  readonly drug: Signal<string>;
  readonly pathway: Signal<string>;
  readonly silent: Signal<string>;
  /** Percent nearer to the beat. */
  readonly tighter: Signal<number>;
  readonly fromHere: Signal<boolean>;
}

export const newForm = (): Form => ({
  drug: signal(""),
  pathway: signal(""),
  silent: signal(""),
  tighter: signal(0),
  fromHere: signal(false),
});

/** @param tick the shown one @returns undefined where everything is as it was */
export function read({ drug, pathway, silent, tighter, fromHere }: Form, tick: number): WhatIf | undefined {
  const changes: Change[] = [];
  const name = drug.value.replace(/^-/, "") as DrugId;
  if (name) changes.push({ kind: "drug", drug: name, on: !drug.value.startsWith("-") });
  if (pathway.value) changes.push({ kind: "pathway", pathway: pathway.value as PathwayId });
  if (silent.value) changes.push({ kind: "silent", group: silent.value as Group });
  if (tighter.value !== 0) changes.push({ kind: "tighter", percent: tighter.value });
  return changes.length > 0 ? { whatIf: 1, from: fromHere.value ? tick : 0, changes } : undefined;
}
