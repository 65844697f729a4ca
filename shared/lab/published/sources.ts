import type { PathwayId } from "../../model/pathways.ts";

/**
 * Where published values come from. A laboratory measured; a model computed: its numbers are another group's model, run from
 * their equations by an independent script, and no measurement either. Ids are those of the series and signs in figures; what was done is among the lab's texts.
 */

interface Publication {
  /** Authors and year, as a legend has them. */
  readonly short: string;
  readonly citation: string;
}

/** A measurement says in which tissue. */
export type Source = Publication &
  ({ readonly kind: "laboratory"; readonly tissue: PathwayId } | { readonly kind: "model" });

export const SOURCES = {
  "huang-kandel-1994": {
    kind: "laboratory",
    tissue: "ca1",
    short: "Huang & Kandel 1994",
    citation: "Huang & Kandel 1994, Learn Mem 1:74",
  },
  "frey-morris-1997": {
    kind: "laboratory",
    tissue: "ca1",
    short: "Frey & Morris 1997",
    citation: "Frey & Morris 1997, Nature 385:533",
  },
  "frey-morris-1998": {
    kind: "laboratory",
    tissue: "ca1",
    short: "Frey & Morris 1998",
    citation: "Frey & Morris 1998, Neuropharmacology 37:545",
  },
  "dudek-bear-1992": {
    kind: "laboratory",
    tissue: "ca1",
    short: "Dudek & Bear 1992",
    citation: "Dudek & Bear 1992, PNAS 89:4363",
  },
  "levy-steward-1983": {
    kind: "laboratory",
    tissue: "dentate",
    short: "Levy & Steward 1983",
    citation: "Levy & Steward 1983, Neuroscience 8:791",
  },
  "larson-1986": {
    kind: "laboratory",
    tissue: "ca1",
    short: "Larson 1986",
    citation: "Larson, Wong & Lynch 1986, Brain Res 368:347",
  },
  "bi-poo-1998": {
    kind: "laboratory",
    tissue: "culture",
    short: "Bi & Poo 1998",
    citation: "Bi & Poo 1998, J Neurosci 18:10464",
  },
  "mishra-2016": {
    kind: "laboratory",
    tissue: "ca3-recurrent",
    short: "Mishra 2016",
    citation: "Mishra et al. 2016, Nat Commun 7:11552, Table 1",
  },
  "mulkey-malenka-1992": {
    kind: "laboratory",
    tissue: "ca1",
    short: "Mulkey & Malenka 1992",
    citation: "Mulkey & Malenka 1992, Neuron 9:967",
  },
  "coesmans-2004": {
    kind: "laboratory",
    tissue: "cerebellum",
    short: "Coesmans 2004",
    citation: "Coesmans et al. 2004, Neuron 44:691",
  },
  "montarolo-1986": {
    kind: "laboratory",
    tissue: "aplysia",
    short: "Montarolo 1986",
    citation: "Montarolo et al. 1986, Science 234:1249",
  },
  "abraham-2002": {
    kind: "laboratory",
    tissue: "dentate",
    short: "Abraham 2002",
    citation: "Abraham et al. 2002, J Neurosci 22:9626",
  },
  "clopath-2008": {
    kind: "model",
    short: "Clopath 2008",
    citation: "Clopath et al. 2008, PLoS Comput Biol 4:e1000248 (TagTriC; ModelDB 118199)",
  },
  "luboeinski-2021": {
    kind: "model",
    short: "Luboeinski & Tetzlaff 2021",
    citation: "Luboeinski & Tetzlaff 2021, Commun Biol 4:275",
  },
  "smolen-2006": {
    kind: "model",
    short: "Smolen 2006",
    citation: "Smolen, Baxter & Byrne 2006, Biophys J 90:2760 (ModelDB 149175)",
  },
  "graupner-brunel-2012": {
    kind: "model",
    short: "Graupner & Brunel 2012",
    citation: "Graupner & Brunel 2012, PNAS 109:3991",
  },
} as const satisfies Readonly<Record<string, Source>>;
export type SourceId = keyof typeof SOURCES;

/** Whether a series' id names a source. */
export const isSource = (id: string): id is SourceId => Object.hasOwn(SOURCES, id);
