import { expect, test } from "vitest";
import { ROUND_IDS } from "../../shared/lesson/round.ts";
import { cardsEn } from "../../shared/locales/lesson/cards.en.ts";
import { cardsEs } from "../../shared/locales/lesson/cards.es.ts";
import { cardsPtBR } from "../../shared/locales/lesson/cards.pt-BR.ts";

/** What can be said while a class waits. */
const MOST_WORDS = 60;

test.each([
  ["en", cardsEn],
  ["pt-BR", cardsPtBR],
  ["es", cardsEs],
] as const)("each step has something to say in %s, short enough to be said, and a question", (_, texts) => {
  const cards = [texts.start, ...ROUND_IDS.map((id) => texts.rounds[id]), ...Object.values(texts.steps)];
  for (const { say, ask } of cards) {
    expect(say.split(/\s+/).length, say).toBeLessThanOrEqual(MOST_WORDS);
    expect(say.length).toBeGreaterThan(60);
    expect(ask.trimEnd().at(-1)).toMatch(/[?.]/);
  }
  expect(new Set(cards.map(({ ask }) => ask)).size).toBe(cards.length);
});
