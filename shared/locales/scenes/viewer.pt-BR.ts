import type { ViewerTexts } from "./viewer-texts.ts";

export const viewerPtBR: ViewerTexts = {
  menu: "Exibição",
  calm: "Menos movimento",
  light: "Cores claras (T)",
  hold: "Parar a imagem (H)",
  held: "Imagem parada",
  behind: "{seconds} s atrás (H)",
};
