import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BASELINE,
  drug,
  during,
  experimentOf,
  HOUR,
  inputsOf,
  MINUTE,
  type Plan,
  takes,
  tetanusAt,
} from "../../shared/protocols/laboratory/plan.ts";
import { tagging } from "../../shared/protocols/laboratory/tagging.ts";

const plan = (...at: number[]): Plan => ({
  inputs: inputsOf({ strong: 96 }),
  steps: at.map((each) => ({ at: each, event: tetanusAt(0) })),
  until: 2 * HOUR,
});

describe("a plan becomes session events", () => {
  test("steps come within half a second of their time, in order of time, after a baseline", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 6 }), (tens) => {
        const { events, steps, zero } = experimentOf(plan(...tens.map((ten) => 10 * ten)));
        expect(zero).toBe(BASELINE);
        let now = -zero;
        const done: number[] = [];
        for (const event of events) {
          if (event.kind === "stimulate") done.push(now);
          now += takes(event);
        }
        expect(done).toEqual(steps.map(({ at }) => at));
        const wanted = tens.map((ten) => 10 * ten).sort((a, b) => a - b);
        for (const [i, at] of wanted.entries()) expect(Math.abs(done[i]! - at)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(now - 2 * HOUR)).toBeLessThanOrEqual(2);
      }),
      { seed: 1973, numRuns: 200 },
    );
  });

  test("a drug can come long before the first stimulation: the baseline is then longer", () => {
    const { zero, steps } = experimentOf(during(plan(0), ["anisomycin"], -HOUR, HOUR));
    expect(zero).toBe(HOUR);
    expect(steps.map(({ at, event }) => [Math.round(at), event.kind])).toEqual([
      [-HOUR, "drug"],
      [0, "stimulate"],
      [HOUR, "drug"],
    ]);
    expect(steps[0]!.event).toEqual(drug("anisomycin", true));
    expect(steps[2]!.event).toEqual(drug("anisomycin", false));
  });

  test("a drug that would begin after the end never does, one that lasts longer is not washed out", () => {
    expect(during(plan(0), ["apv"], 3 * HOUR, 4 * HOUR).steps).toHaveLength(1);
    expect(during(plan(0), ["apv"], 0, 4 * HOUR).steps).toHaveLength(2);
  });

  test("a strong pathway first, a quarter of an hour before the weak one: its tetani go on around it", () => {
    const { steps } = experimentOf(tagging({ gap: -0.25 }));
    const at = steps.map((step) => Math.round(step.at / MINUTE));
    expect(at).toEqual([0, 10, 15, 20]);
  });
});
