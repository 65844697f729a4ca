/**
 * Every id that a result's figures can hold: the keys of their texts (locale.lab.series, .marks, .summary). Names of inputs,
 * quantities and sources are all series.
 */

/** What our own runs draw. */
export const SERIES = [
  // Inputs.
  "strong",
  "weak",
  "control",
  "cs",
  "us",
  "cs-minus",
  "sensory",
  // What was measured.
  "soma",
  "dendrite",
  "depression-threshold",
  "potentiation-threshold",
  "gamma",
  "receptors",
  "early",
  "late",
  "settled",
  "tag",
  "tag-weak",
  "tag-strong",
  "tag-cs",
  "tag-us",
  "kinase",
  "programme",
  "proteins",
  // Sweeps: what was varied between two lines.
  "change",
  "tetanus",
  "theta-burst",
  "with-food",
  "without-food",
  "discriminability",
  "mean",
  "classes",
  "cells",
  "binary",
  "binary-perfect",
  "hopfield-perfect",
  "chance",
] as const;
export type SeriesId = (typeof SERIES)[number];

/** Moments on a figure's x axis. */
export const MARKS = ["stimulation", "drug-begins", "drug-ends", "test", "serotonin", "plateau"] as const;
export type MarkId = (typeof MARKS)[number];

/** Numbers that a reader wants at once. */
export const SUMMARIES = [
  "after-15-min",
  "after-1-h",
  "after-3-h",
  "after-8-h",
  "after-24-h",
  "after-7-d",
  "after-30-d",
  "after-180-d",
  "after-365-d",
  "at-the-end",
  "spikes-in-stimulation",
  "spikes-before",
  "spikes-after",
  "spikes-next-day",
  "spikes-after-extinction",
  "spikes-recovered",
  "highest",
  "lowest",
  "highest-at",
  "lowest-at",
  "half-at",
  "fewest-contacts",
  "most-overlap",
  "patterns-recalled",
] as const;
export type SummaryId = (typeof SUMMARIES)[number];
