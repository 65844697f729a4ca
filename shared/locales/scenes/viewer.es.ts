import type { ViewerTexts } from "./viewer-texts.ts";

export const viewerEs: ViewerTexts = {
  menu: "Vista",
  calm: "Menos movimiento",
  light: "Colores claros (T)",
  hold: "Detener la imagen (H)",
  held: "Imagen detenida",
  behind: "{seconds} s atrás (H)",
};
