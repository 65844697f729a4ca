import { describe, expect, test } from "vitest";
import { type Conditions, parametersUnder, STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import { DRUGS, type DrugId } from "../../shared/model/drugs.ts";
import { type Parameters, standardParameters as p } from "../../shared/model/parameters.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";

const under = (change: Partial<Conditions>): Parameters => parametersUnder(p, { ...STANDARD_CONDITIONS, ...change });

/** What differs between two sets of constants, as the second has it. */
function changes(from: Parameters, to: Parameters): Record<string, unknown> {
  const names = Object.keys(p) as (keyof Parameters)[];
  return Object.fromEntries(names.filter((name) => from[name] !== to[name]).map((name) => [name, to[name]]));
}

/** What each drug changes in the adult hippocampus, and nothing else. */
const EXPECTED: Readonly<Record<DrugId, Partial<Parameters>>> = {
  apv: { gN: 0, kN: 0 },
  cnqx: { gA: 0 },
  picrotoxin: { gI: 0 },
  "high-magnesium": { Mg: 2 },
  "no-magnesium": { Mg: 0.01 },
  bapta: { kN: 0.1 * p.kN, Cpost: 0.1 * p.Cpost },
  "camkii-block": { gp: 0 },
  "phosphatase-block": { gd: 0 },
  "pka-block": { DA: 0.1, presynapticRate: 0 },
  s831a: { phosphorylation: 0 },
  "exocytosis-block": { insertion: 0 },
  anisomycin: { block: 1 },
  "zif268-knockout": { block: 0.9 },
  "d1-block": { DA: 0.2 },
  novelty: { DA: 2.5 },
  zip: { zip: 1 },
  "enriched-environment": { enrichment: 1 },
  "activity-blockade": { gA: 0, gN: 0, kN: 0, Cpost: 0, background: 0 },
};

test.each(DRUGS)("%s changes what it is for, and nothing else", (drug) => {
  expect(changes(p, under({ drugs: [drug] }))).toEqual(EXPECTED[drug]);
});

test("every drug leaves possible constants in every pathway", () => {
  for (const pathway of PATHWAYS) {
    for (const drug of DRUGS) {
      for (const [name, value] of Object.entries(under({ pathway, drugs: [drug] }))) {
        if (name !== "rule") expect(value, `${pathway}, ${drug}: ${name}`).toBeGreaterThanOrEqual(-100);
      }
    }
  }
});

describe("which kinase potentiates decides what its blocker does", () => {
  test.each([
    ["ca1", "camkii-block", 0],
    ["ca1", "pka-block", p.gp],
    ["ca1-neonatal", "camkii-block", p.gp],
    ["ca1-neonatal", "pka-block", 0],
  ] as const)("%s, %s: gp %s", (pathway, drug, gp) => {
    expect(under({ pathway, drugs: [drug] }).gp).toBe(gp);
  });

  test("and where the terminal potentiates, it no longer does under a blocker of PKA", () => {
    expect(under({ pathway: "mossy-fibre", drugs: ["pka-block"] }).presynapticRate).toBe(0);
    expect(under({ pathway: "aplysia", drugs: ["pka-block"] }).serotoninGain).toBe(0);
  });
});

describe("two drugs at once", () => {
  test("novelty works by dopamine: not where its receptors or PKA are blocked", () => {
    expect(under({ drugs: ["d1-block", "novelty"] }).DA).toBe(0.2);
    expect(under({ drugs: ["pka-block", "novelty"] }).DA).toBe(0.1);
  });

  test("a second block does not lift the first", () => {
    expect(under({ drugs: ["pka-block", "d1-block"] }).DA).toBe(0.1);
    expect(under({ drugs: ["anisomycin", "zif268-knockout"] }).block).toBe(1);
    expect(under({ pathway: "amygdala", drugs: ["d1-block"] }).rewardBySpike).toBe(0);
  });
});

describe("calcium that does not come through NMDA receptors", () => {
  test.each(["apv", "high-magnesium", "no-magnesium"] as const)("the Purkinje cell's is not touched by %s", (drug) => {
    const { kN, Mg, Cpost } = under({ pathway: "cerebellum", drugs: [drug] });
    expect({ kN, Mg, Cpost }).toEqual({ kN: 0.6, Mg: 0, Cpost: 2 });
  });

  test("BAPTA catches nine tenths of it all the same", () => {
    expect(under({ pathway: "cerebellum", drugs: ["bapta"] }).Cpost).toBeCloseTo(0.2, 12);
    expect(under({ pathway: "neocortex", drugs: ["bapta"] }).Cpre).toBeCloseTo(0.05617539, 12);
  });
});
