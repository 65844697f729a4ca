import type { StoryTexts } from "./story-texts.ts";

export const storyEs: StoryTexts = {
  spike: "¡Juntos hicieron disparar la célula!",
  recruit: "Primer receptor AMPA nuevo: {name}",
  threshold: "Ahora basta el {percent}\u00a0% de ustedes",
  tag: "Sinapsis marcadas: listas para conservarlo",
  proteins: "Proteínas nuevas: el recuerdo puede durar",
  fading: "El recuerdo se está borrando",
};
