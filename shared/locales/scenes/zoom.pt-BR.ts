import type { ZoomTexts } from "./zoom-texts.ts";

export const zoomPtBR: ZoomTexts = {
  zoom: "Zoom",
  cell: "Célula",
  branch: "Ramo",
  synapse: "Sinapse",
  hint: "Clique em uma sinapse ou aperte 1, 2, 3; as setas vão para a sinapse vizinha, Esc volta",
  looksAt: "Vendo {name}: {receptors} receptores",
};
