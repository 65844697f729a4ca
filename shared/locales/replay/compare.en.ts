import type { CompareTexts } from "./compare-texts.ts";

export const compareEn: CompareTexts = {
  open: "Compare with a recording…",
  working: "Comparing…",
  stop: "Cancel",
  title: "Two classes, phase by phase",
  intro: "What both classes did stands on one line; what only one of them did has an empty place.",
  close: "Back to the replay",
  print: "Print",
  save: "Save as CSV",
  another: "Another file…",
  first: "This class: {time}, {neurons}",
  second: "The other: {time}, {neurons}",
  phase: "Phase",
  strength: "Strength after, % of baseline",
  gain: "Gain, points",
  synchrony: "In sync, %",
  halves: "Strength A · B, %",
  spikes: "Spikes",
  end: "At the end",
  learnt: "Learnt in the quick check (normalised gain)",
  nothing: "Neither class played anything.",
};
