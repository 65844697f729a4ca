import { expect, test } from "vitest";
import { type ConditionCard, conditionCardOf } from "../../shared/lesson/condition-cards.ts";
import { ROUND_IDS } from "../../shared/lesson/round.ts";
import { standardScript } from "../../shared/lesson/script.ts";
import { cardsEn } from "../../shared/locales/lesson/cards.en.ts";
import { cardsEs } from "../../shared/locales/lesson/cards.es.ts";
import { cardsPtBR } from "../../shared/locales/lesson/cards.pt-BR.ts";
import type { DrugId } from "../../shared/model/drugs.ts";
import type { PathwayId } from "../../shared/model/pathways.ts";
import type { SessionEvent } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const region = (pathway: PathwayId): SessionEvent => ({ kind: "pathway", pathway });
const drug = (name: DrugId): SessionEvent => ({ kind: "drug", drug: name, on: true });

/** What can be said while a class waits. */
const MOST_WORDS = 60;

test.each([
  ["en", cardsEn],
  ["pt-BR", cardsPtBR],
  ["es", cardsEs],
] as const)("each step has something to say in %s, short enough to be said, and a question", (_, texts) => {
  const cards = [
    texts.start,
    ...ROUND_IDS.map((id) => texts.rounds[id]),
    ...Object.values(texts.conditions),
    ...Object.values(texts.steps),
  ];
  for (const { say, ask } of cards) {
    expect(say.split(/\s+/).length, say).toBeLessThanOrEqual(MOST_WORDS);
    expect(say.length).toBeGreaterThan(60);
    expect(ask.trimEnd().at(-1)).toMatch(/[?.]/);
  }
  expect(new Set(cards.map(({ ask }) => ask)).size).toBe(cards.length);
});

/** What the cards of drugs and regions say of a round in which everybody taps with the beat, in percent of baseline. */
const CLAIMS: readonly (readonly [SessionEvent, ConditionCard | undefined, low: number, high: number])[] = [
  [region("ca1"), undefined, 130, 180],
  [region("dentate"), undefined, 130, 180],
  [region("amygdala"), undefined, 130, 190],
  [drug("anisomycin"), undefined, 130, 180],
  [drug("picrotoxin"), undefined, 130, 180],
  [region("mossy-fibre"), "mossy-fibre", 130, 500],
  [region("cerebellum"), "cerebellum", 40, 85],
  [region("ca3-recurrent"), "either-order", 115, 200],
  [region("culture"), "either-order", 115, 200],
  [region("aplysia"), "aplysia", 98, 102],
  [region("ca1-neonatal"), "neonatal", 170, 300],
  [region("neocortex"), "neocortex", 90, 115],
  [drug("activity-blockade"), "silent", 98, 102],
  [drug("cnqx"), "silent", 98, 102],
  [drug("apv"), "apv", 98, 102],
  [drug("bapta"), "bapta", 98, 102],
  [drug("camkii-block"), "camkii-block", 50, 95],
  [drug("no-magnesium"), "no-magnesium", 130, 250],
  [drug("high-magnesium"), "high-magnesium", 98, 125],
  [drug("exocytosis-block"), "exocytosis-block", 105, 126],
  [drug("s831a"), "s831a", 115, 145],
  [drug("phosphatase-block"), "phosphatase-block", 155, 250],
];

test.each(CLAIMS)("what the card says under %o is what the cell does", (condition, card, low, high) => {
  const played = new PlayedClass(20, 3);
  expect(played.accept(condition) || card === undefined).toBe(true);
  played.step(5);
  const round = ROUND_IDS.indexOf("together");
  const { conditions } = observe(played.session);
  expect(conditionCardOf(standardScript[round]!, conditions)).toBe(card);
  played.play(round, () => true, 20);
  expect(played.session.meanStrength("A")).toBeGreaterThanOrEqual(low);
  expect(played.session.meanStrength("A")).toBeLessThanOrEqual(high);
});

test("warm-up and pictures keep their own cards under any drug", () => {
  for (const id of ["warm-up", "picture", "recall"] as const) {
    const round = standardScript[ROUND_IDS.indexOf(id)]!;
    expect(conditionCardOf(round, { pathway: "cerebellum", drugs: ["apv"] })).toBeUndefined();
  }
});
