import type { ZoomTexts } from "./zoom-texts.ts";

export const zoomEs: ZoomTexts = {
  zoom: "Zoom",
  cell: "Célula",
  branch: "Rama",
  synapse: "Sinapsis",
  hint: "Haga clic en una sinapsis o pulse 1, 2, 3; las flechas van a la sinapsis vecina, Esc vuelve",
  looksAt: "Se ve {name}: {receptors} receptores",
};
