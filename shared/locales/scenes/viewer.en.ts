import type { ViewerTexts } from "./viewer-texts.ts";

export const viewerEn: ViewerTexts = {
  menu: "Display",
  calm: "Less motion",
  light: "Light colours (T)",
  hold: "Hold the picture (H)",
  held: "Picture held",
  behind: "{seconds} s behind (H)",
};
