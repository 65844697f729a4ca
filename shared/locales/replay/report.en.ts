import type { ReportTexts } from "./report-texts.ts";

export const reportEn: ReportTexts = {
  title: "What our class did",
  print: "Print",
  close: "Back to the replay",
  class: "{neurons} and one cell.",
  rounds: "Round by round",
  round: "Round",
  spikes: "Cell spikes",
  synchrony: "In sync",
  after: "Strength after, A and B",
  shown: "Showed it",
  yes: "yes",
  no: "no",
  plot: "The LTP curve",
  neuron: "One neuron’s story",
  story:
    "{name}, neuron {seat}, tapped {taps} times. Its synapse ended with {receptors} AMPA receptors (it began with 60) and {strength} of its strength at the start.",
  questions: "Ten questions to talk over",
  ten: [
    "Why did the same tap fail alone and succeed together?",
    "What did the magnesium block measure?",
    "After the break, why did one round fade and three not?",
    "Anisomycin: which curve differs, and from when on?",
    "The weak group was rescued by the strong one an hour later. What waited in the weak synapse?",
    "Which part of LTP did APV abolish, and which not?",
    "Could one synapse store a memory?",
    "What would happen if every synapse could only grow?",
    "What evidence would convince you that LTP is memory?",
    "Which simplifications of this model are wrong for a mossy fibre?",
  ],
};
