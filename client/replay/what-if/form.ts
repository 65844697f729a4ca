import { type Signal, signal } from "@preact/signals";
import type { DrugId } from "../../../shared/model/drugs.ts";
import type { PathwayId } from "../../../shared/model/pathways.ts";
import type { Change, WhatIf } from "../../../shared/recording/what-if.ts";
import { type Group, MAX_SEATS } from "../../../shared/session/events.ts";

/** What a viewer has chosen to be otherwise; an empty text: as it was. */
export interface Form {
  /** A drug's name; with a leading minus it never came. */
  readonly drug: Signal<string>;
  readonly pathway: Signal<string>;
  readonly silent: Signal<string>;
  /** Percent nearer to the beat. */
  readonly tighter: Signal<number>;
  readonly slow: Signal<string>;
  readonly size: Signal<string>;
  readonly seed: Signal<string>;
  /** A tick, or the one that is shown. */
  readonly from: Signal<number | "here">;
}

export const newForm = (): Form => ({
  drug: signal(""),
  pathway: signal(""),
  silent: signal(""),
  tighter: signal(0),
  slow: signal(""),
  size: signal(""),
  seed: signal(""),
  from: signal<number | "here">(0),
});

/** @param tick the shown one @returns undefined where everything is as it was */
export function read(form: Form, tick: number): WhatIf | undefined {
  const { drug, pathway, silent, tighter, slow, size, seed, from } = form;
  const changes: Change[] = [];
  const name = drug.value.replace(/^-/, "") as DrugId;
  if (name) changes.push({ kind: "drug", drug: name, on: !drug.value.startsWith("-") });
  if (pathway.value) changes.push({ kind: "pathway", pathway: pathway.value as PathwayId });
  if (size.value)
    changes.push({ kind: "size", seats: Math.max(1, Math.min(MAX_SEATS, Math.round(Number(size.value)))) });
  if (silent.value) changes.push({ kind: "silent", group: silent.value as Group });
  if (tighter.value !== 0) changes.push({ kind: "tighter", percent: tighter.value });
  if (slow.value) changes.push({ kind: "slow", slowMotion: Number(slow.value) });
  if (seed.value) changes.push({ kind: "seed", seed: Number(seed.value) });
  return changes.length > 0 ? { from: from.value === "here" ? tick : from.value, changes } : undefined;
}
