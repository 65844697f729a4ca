import type { PlayerTexts } from "./player-texts.ts";

export const playerEn: PlayerTexts = {
  local: {
    title: "Watch a recording",
    line: "Choose its file, or drop it here. It is played in this browser and sent nowhere.",
    choose: "Open a recording…",
  },
};
