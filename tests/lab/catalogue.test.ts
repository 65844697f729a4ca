import { describe, expect, test } from "vitest";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { CATALOGUE, entryOf, PROTOCOLS, settingsOf } from "../../shared/protocols/catalogue.ts";

describe("the catalogue of protocols", () => {
  test("has an entry for each, in their order", () => {
    expect(Object.keys(CATALOGUE)).toEqual([...PROTOCOLS]);
  });

  test.each(PROTOCOLS)("%s: every default is allowed, and is what is used when nothing is given", (protocol) => {
    const { settings, pathway } = entryOf(protocol);
    for (const { default: value, min, max } of Object.values(settings)) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
    const defaults = Object.fromEntries(Object.entries(settings).map(([id, { default: value }]) => [id, value]));
    expect(settingsOf(protocol, {})).toEqual(defaults);
    if (pathway) expect(PATHWAYS).toContain(pathway);
  });

  test("takes what is given and leaves the rest", () => {
    expect(settingsOf("tagging", { gap: -0.5 })).toMatchObject({ gap: -0.5, hours: 8 });
  });

  test.each([
    ["nope", {}, /no protocol "nope"; there are tetanus, tetani/],
    ["tagging", { lag: 1 }, /no setting of tagging "lag"; there are gap, hours/],
    ["tagging", { gap: 7 }, /gap = 7: from -6 to 6 \(hours\)/],
    ["tetani", { count: 2.5 }, /count = 2.5: a whole number from 1 to 8/],
    ["tetani", { count: Number.NaN }, /count = NaN/],
    ["conditioning", { food: 2 }, /food = 2: 0 \(no\) or 1 \(yes\)/],
  ])("%s with %o is refused with what is allowed", (protocol, given, complaint) => {
    expect(() => settingsOf(protocol as "tetani", given as Record<string, number>)).toThrow(complaint);
    expect(() => settingsOf(protocol as "tetani", given as Record<string, number>)).toThrow(RangeError);
  });
});
