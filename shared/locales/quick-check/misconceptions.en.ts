import type { ReasonTexts } from "./quick-check-texts.ts";

export const misconceptionsEn: ReasonTexts["misconceptions"] = {
  "spike-passes-on": {
    thought: "The spike passes on to the next neuron.",
    instead: "A transmitter passes; small EPSPs add up, and a lone tap never fires the cell.",
  },
  "more-is-stronger": {
    thought: "The more use, the stronger.",
    instead: "900 pulses at 1 Hz weaken; tapping alone changes nothing.",
  },
  "ltp-is-memory": {
    thought: "LTP is memory.",
    instead: "It is a candidate mechanism; remembering is a property of the network.",
  },
  "slogan-is-exact": {
    thought: "“Fire together, wire together” says it all.",
    instead: "Order and depolarisation matter; in CA1 single pairs are not enough.",
  },
  "nmda-carries": {
    thought: "After LTP, NMDA receptors carry the stronger signal.",
    instead: "AMPA receptors do; APV given afterwards changes hardly anything.",
  },
  "new-synapses": {
    thought: "LTP makes new synapses or neurons.",
    instead: "They are the same contacts, with receptors more active and more numerous.",
  },
  "more-transmitter": {
    thought: "More transmitter is released.",
    instead: "In CA1 the receiver changes; at mossy fibres and in Aplysia it is indeed more transmitter.",
  },
  "proteins-start-it": {
    thought: "New proteins start LTP.",
    instead: "Only late LTP needs them.",
  },
  "synapse-alone": {
    thought: "The synapse decides alone.",
    instead: "It needs everybody's voltage and, to last, the cell's proteins.",
  },
  permanent: {
    thought: "LTP is for ever.",
    instead: "Early LTP lasts hours; months were seen in the dentate gyrus of living animals.",
  },
  "same-everywhere": {
    thought: "It is the same all over the brain.",
    instead: "Regions and species have mechanisms of their own: change the region in the laboratory panel.",
  },
  "whole-cell": {
    thought: "A cell that learns strengthens all its synapses.",
    instead: "Only those that took part change.",
  },
};
