import type { PlayerTexts } from "./player-texts.ts";

export const playerEs: PlayerTexts = {
  local: {
    title: "Ver una grabación",
    line: "Elige su archivo o suéltalo aquí. Se reproduce en este navegador y no se envía a ningún sitio.",
    choose: "Abrir una grabación…",
  },
};
