import { describe, expect, test } from "vitest";
import { advance } from "../../shared/model/advance.ts";
import { type Cell, createCell, doublesOf, SCALAR, setParameters } from "../../shared/model/cell.ts";
import { parametersUnder, STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import { checkSound, ModelFault } from "../../shared/model/fingerprint.ts";
import { standardParameters } from "../../shared/model/parameters.ts";

describe("a model asked for a number that is not finite stops, and says which mechanism's it is", () => {
  const cell = () => createCell(standardParameters, 2);
  const spoilt = (values: (of: Cell) => Float64Array, place = 1): Cell => {
    const made = cell();
    values(made)[place] = Number.NaN;
    return made;
  };
  test.each([
    ["release", spoilt((of) => of.vesicles)],
    ["transmission", spoilt((of) => of.scalars, SCALAR.gA)],
    ["inhibition", spoilt((of) => of.scalars, SCALAR.xI)],
    ["membrane", spoilt((of) => of.scalars, SCALAR.v)],
    ["calcium", spoilt((of) => of.calcium)],
    ["induction", spoilt((of) => of.rho)],
    ["episode", spoilt((of) => of.scalars, SCALAR.y)],
    ["consolidation", spoilt((of) => of.late)],
    ["expression", spoilt((of) => of.gamma)],
    ["presynaptic", spoilt((of) => of.potentiated)],
    ["serotonin", spoilt((of) => of.scalars, SCALAR.serotonin)],
    ["plateau", spoilt((of) => of.eligibility)],
    ["cross-talk", spoilt((of) => of.primedUntil)],
    ["metaplasticity", spoilt((of) => of.scalars, SCALAR.threshold)],
    ["scaling", spoilt((of) => of.scalars, SCALAR.scale)],
    ["shutdown", spoilt((of) => of.scalars, SCALAR.potency)],
    ["event-calcium", spoilt((of) => of.variance)],
    ["retention", spoilt((of) => of.settled)],
    ["slow", spoilt((of) => of.scalars, SCALAR.chance)],
  ])("%s", (mechanism, faulty) => {
    expect(() => checkSound(faulty)).toThrow(new ModelFault(mechanism));
    expect(() => checkSound(cell())).not.toThrow();
  });

  test("every number of the state belongs to one: none can fail unseen", () => {
    const { buffer } = cell();
    for (let place = 0; place < doublesOf(2); place++) {
      const faulty = cell();
      new Float64Array(faulty.buffer)[place] = Number.POSITIVE_INFINITY;
      expect(() => checkSound(faulty), `double ${place} of ${buffer.byteLength / 8}`).toThrow(ModelFault);
    }
  });

  test("a running cell looks at every full second", () => {
    expect(() =>
      advance(
        spoilt((of) => of.rho),
        1000,
      ),
    ).toThrow(ModelFault);
  });
});

describe("what cannot be is refused with what may be", () => {
  test.each([
    [{ ...STANDARD_CONDITIONS, pathway: "olfactory" as never }, /no pathway "olfactory"; there are ca1, .*aplysia/],
    [{ ...STANDARD_CONDITIONS, drugs: ["tea" as never] }, /no drug "tea"; there are apv, /],
    [{ ...STANDARD_CONDITIONS, modules: ["sleep" as never] }, /no module "sleep"; there are retention, /],
  ])("%o", (conditions, message) => {
    expect(() => parametersUnder(standardParameters, conditions)).toThrow(message);
  });

  test.each([
    [{ tauC: 0 }, /tauC = 0: above 0/],
    [{ gA: Number.NaN }, /gA = NaN: a finite number/],
    [{ block: 1.5 }, /block = 1.5: from 0 to 1/],
    [{ Mg: -1 }, /Mg = -1: 0 or more/],
  ])("%o", (change, message) => {
    const cell = createCell(standardParameters, 1);
    expect(() => setParameters(cell, { ...standardParameters, ...change })).toThrow(message);
    expect(cell.parameters).toBe(standardParameters);
    expect(() => createCell({ ...standardParameters, ...change }, 1)).toThrow(message);
  });
});
