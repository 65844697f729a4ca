import type { PlayerTexts } from "../../shared/locales/replay/player-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of what the replay is driven with. */
export const playerTexts = ownTexts<PlayerTexts>({
  en: () => import("../../shared/locales/replay/player.en.ts").then(({ playerEn }) => playerEn),
  "pt-BR": () => import("../../shared/locales/replay/player.pt-BR.ts").then(({ playerPtBR }) => playerPtBR),
  es: () => import("../../shared/locales/replay/player.es.ts").then(({ playerEs }) => playerEs),
});
