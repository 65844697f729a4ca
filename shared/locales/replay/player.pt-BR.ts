import type { PlayerTexts } from "./player-texts.ts";

export const playerPtBR: PlayerTexts = {
  local: {
    title: "Assistir a uma gravação",
    line: "Escolha o arquivo ou solte-o aqui. Ele é reproduzido neste navegador e não é enviado a lugar nenhum.",
    choose: "Abrir uma gravação…",
  },
};
