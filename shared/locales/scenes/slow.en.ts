import type { SlowTexts } from "./slow-texts.ts";

export const slowEn: SlowTexts = {
  short: "Slowly (S)",
  watch: "Watch the decisive moment slowly",
  title: "The decisive moment",
  steps: {
    arrive: "Spikes arrive at the synapses",
    glutamate: "Glutamate crosses the gap and binds",
    ampa: "AMPA receptors open: sodium enters",
    depolarises: "Together they depolarise the dendrite",
    magnesium: "Mg²⁺ leaves where glutamate is bound",
    plugged: "Too few, too late: Mg²⁺ stays in the pore",
    calcium: "Calcium enters: these synapses will grow",
    spike: "The cell fires",
  },
  begin: "A moment before",
  play: "Play",
  pause: "Pause",
  back: "Step back",
  forward: "Step forward",
  close: "Close",
  slower: "{times} times slower than in the cell",
};
