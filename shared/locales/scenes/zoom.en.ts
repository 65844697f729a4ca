import type { ZoomTexts } from "./zoom-texts.ts";

export const zoomEn: ZoomTexts = {
  zoom: "Zoom",
  cell: "Cell",
  branch: "Branch",
  synapse: "Synapse",
  hint: "Click a synapse, or press 1, 2, 3; arrows go to the next synapse, Esc goes back",
  looksAt: "Looking at {name}: {receptors} receptors",
};
