import type { StoryTexts } from "./story-texts.ts";

export const storyEn: StoryTexts = {
  spike: "Together you fired the cell!",
  recruit: "First new AMPA receptor: {name}",
  threshold: "Now {percent}\u00a0% of you are enough",
  tag: "Synapses tagged: ready to keep it",
  proteins: "New proteins: the memory can last",
  fading: "The memory is fading",
};
