import type { StoryTexts } from "../../shared/locales/scenes/story-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Sentences of the milestones. */
export const storyTexts = ownTexts<StoryTexts>({
  en: () => import("../../shared/locales/scenes/story.en.ts").then(({ storyEn }) => storyEn),
  "pt-BR": () => import("../../shared/locales/scenes/story.pt-BR.ts").then(({ storyPtBR }) => storyPtBR),
  es: () => import("../../shared/locales/scenes/story.es.ts").then(({ storyEs }) => storyEs),
});
