import type { StoryTexts } from "./story-texts.ts";

export const storyPtBR: StoryTexts = {
  spike: "Juntos, vocês dispararam a célula!",
  recruit: "Primeiro receptor AMPA novo: {name}",
  threshold: "Agora bastam {percent}\u00a0% de vocês",
  tag: "Sinapses marcadas: prontas para guardar",
  proteins: "Proteínas novas: a memória pode durar",
  fading: "A memória está se apagando",
};
