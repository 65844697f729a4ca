/**
 * Where published values come from. A laboratory measured; a model computed: its numbers are another group's model, run from
 * their equations by an independent script, and no measurement either. Ids are those of the series and signs in figures.
 */

export interface Source {
  readonly kind: "laboratory" | "model";
  /** Authors and year, as a legend has them. */
  readonly short: string;
  readonly citation: string;
  /** What was done, where that matters for a comparison. */
  readonly note: string;
}

export const SOURCES = {
  "huang-kandel-1994": {
    kind: "laboratory",
    short: "Huang & Kandel 1994",
    citation: "Huang & Kandel 1994, Learn Mem 1:74",
    note: "CA1 slices. One tetanus: potentiation for 1 to 3 h. Three: for 6 to 10 h; needs PKA and new proteins.",
  },
  "frey-morris-1997": {
    kind: "laboratory",
    short: "Frey & Morris 1997",
    citation: "Frey & Morris 1997, Nature 385:533",
    note: "CA1 slices. Strong before weak: the weak pathway is rescued; the tag lives less than 3 h.",
  },
  "frey-morris-1998": {
    kind: "laboratory",
    short: "Frey & Morris 1998",
    citation: "Frey & Morris 1998, Neuropharmacology 37:545",
    note: "CA1 slices. Weak before strong: rescued at 5 min and 1 h; weaker or not at all at 2 and 4 h.",
  },
  "dudek-bear-1992": {
    kind: "laboratory",
    short: "Dudek & Bear 1992",
    citation: "Dudek & Bear 1992, PNAS 89:4363",
    note: "CA1 slices, 900 pulses. Depression at 1 to 3 Hz, no change at 10 Hz, potentiation at 50 Hz.",
  },
  "levy-steward-1983": {
    kind: "laboratory",
    short: "Levy & Steward 1983",
    citation: "Levy & Steward 1983, Neuroscience 8:791",
    note: "Dentate gyrus in vivo. The weak input is potentiated if the strong one is concurrent or follows by up to 20 ms.",
  },
  "larson-1986": {
    kind: "laboratory",
    short: "Larson 1986",
    citation: "Larson, Wong & Lynch 1986, Brain Res 368:347",
    note: "CA1 slices. Bursts 200 ms apart work best; 2 s apart very little.",
  },
  "bi-poo-1998": {
    kind: "laboratory",
    short: "Bi & Poo 1998",
    citation: "Bi & Poo 1998, J Neurosci 18:10464",
    note: "Cultured neurons, 60 pairs at 1 Hz. Potentiation fades with 17 ms, depression with 34 ms; sizes are not drawn.",
  },
  "mishra-2016": {
    kind: "laboratory",
    short: "Mishra 2016",
    citation: "Mishra et al. 2016, Nat Commun 7:11552, Table 1",
    note: "CA3 onto CA3, slices. Pairs at +10 ms: 178 ± 22 %; at -10 ms: 159 ± 12 %.",
  },
  "mulkey-malenka-1992": {
    kind: "laboratory",
    short: "Mulkey & Malenka 1992",
    citation: "Mulkey & Malenka 1992, Neuron 9:967",
    note: "CA1 slices, 900 pulses at 1 Hz. Depression, which a tetanus reverses.",
  },
  "coesmans-2004": {
    kind: "laboratory",
    short: "Coesmans 2004",
    citation: "Coesmans et al. 2004, Neuron 44:691",
    note: "Parallel fibre onto Purkinje cell. Depression with the climbing fibre, potentiation without.",
  },
  "montarolo-1986": {
    kind: "laboratory",
    short: "Montarolo 1986",
    citation: "Montarolo et al. 1986, Science 234:1249",
    note: "Aplysia, cultured. One pulse of serotonin: minutes. Five: more than a day, unless proteins are blocked meanwhile.",
  },
  "abraham-2002": {
    kind: "laboratory",
    short: "Abraham 2002",
    citation: "Abraham et al. 2002, J Neurosci 22:9626",
    note: "Dentate gyrus of living rats: potentiation stable for months, up to a year.",
  },
  "clopath-2008": {
    kind: "model",
    short: "Clopath 2008",
    citation: "Clopath et al. 2008, PLoS Comput Biol 4:e1000248 (TagTriC; ModelDB 118199)",
    note: "Mean of 6 runs; weight relative to its baseline.",
  },
  "luboeinski-2021": {
    kind: "model",
    short: "Luboeinski & Tetzlaff 2021",
    citation: "Luboeinski & Tetzlaff 2021, Commun Biol 4:275",
    note: "Mean of 200 runs; early and late weight relative to baseline.",
  },
  "smolen-2006": {
    kind: "model",
    short: "Smolen 2006",
    citation: "Smolen, Baxter & Byrne 2006, Biophys J 90:2760 (ModelDB 149175)",
    note: "Late weight 24 h after the first tetanus, relative to before.",
  },
  "graupner-brunel-2012": {
    kind: "model",
    short: "Graupner & Brunel 2012",
    citation: "Graupner & Brunel 2012, PNAS 109:3991",
    note: "Closed form of the paper, with its published constants.",
  },
} as const satisfies Readonly<Record<string, Source>>;
export type SourceId = keyof typeof SOURCES;

/** Whether a series' id names a source. */
export const isSource = (id: string): id is SourceId => Object.hasOwn(SOURCES, id);
