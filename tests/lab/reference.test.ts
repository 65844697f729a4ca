import { describe, expect, test } from "vitest";
import { STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import { type Outcome, performExperiment } from "../../shared/protocols/experiment.ts";
import { conditioning, lastBlock } from "../../shared/protocols/laboratory/conditioning.ts";
import { associativity, cooperation, frequency, spikePairs } from "../../shared/protocols/laboratory/pairs.ts";
import { DAY, during, experimentOf, HOUR, MINUTE, type Plan } from "../../shared/protocols/laboratory/plan.ts";
import { tagging, WEAK } from "../../shared/protocols/laboratory/tagging.ts";
import { lowFrequency, pairing, tetani, tetanus, thetaBurst } from "../../shared/protocols/laboratory/tetanus.ts";
import { lookUp, table } from "../science/rows/reference.ts";

/** The lab's experiments give the independent reference's numbers, as the rows of the validation table do. */

interface Performed extends Outcome {
  readonly zero: number;
}

function perform(plan: Plan): Performed {
  const experiment = experimentOf(plan);
  const options = { conditions: STANDARD_CONDITIONS, seed: 1, expressionLag: false };
  return { ...performExperiment(experiment, options), zero: experiment.zero };
}

/** Weight so many seconds after the first stimulation, as of the last sample before. */
function weightAt({ samples, zero }: Performed, seconds: number, input = 0): number {
  return samples.findLast((sample) => sample.seconds <= zero + seconds + 1)!.weight[input]!;
}
const weightAtEnd = ({ samples }: Performed): number => samples.at(-1)!.weight[0]!;

/** Weights some hours after the pathway's own stimulation. */
function follows(plan: Plan, experiment: string, hours: readonly number[], input = 0, from = 0): void {
  const outcome = perform(plan);
  for (const hour of hours) {
    const required = lookUp(table("consolidation"), { experiment }, `w_${hour}h`);
    expect.soft(weightAt(outcome, from + hour * HOUR, input), `${experiment}, ${hour} h`).toBeCloseTo(required, 1);
    expect.soft(Math.abs(weightAt(outcome, from + hour * HOUR, input) - required)).toBeLessThan(0.06);
  }
}

describe("the lab's experiments beside the reference", () => {
  test("D11, D12, D21: tetani and theta bursts", () => {
    follows(tetanus(), "1 tetanus", [0.25, 1, 3, 8]);
    follows(tetani({ count: 3, gap: 10 }), "3 tetani 10 min (STET)", [8, 24]);
    follows(tetani(), "4 tetani 5 min", [8, 24]);
    follows(thetaBurst(), "TBS x1", [8]);
    follows(thetaBurst({ repeats: 3 }), "TBS x3 10 min", [8]);
  });

  test("D13, D28: drugs for a while", () => {
    const shielded = during(tetani(), ["anisomycin"], -35 * MINUTE, 3 * HOUR);
    follows(shielded, "4 tetani + anisomycin (-35 min..+3 h)", [0.25, 1, 8]);
    const novel = during(tetanus(), ["novelty"], -15 * MINUTE, 45 * MINUTE);
    follows(novel, "1 tetanus + novelty (DA gain 2.5, -15..+45 min)", [8]);
    follows(during(tetani(), ["d1-block"], -15 * MINUTE, 30 * HOUR), "4 tetani + D1 block (DA gain 0.2)", [8]);
  });

  test("D25 to D27: tag and capture", () => {
    for (const gap of [0.083, 0.5, 1, 1.5, 2, 3, 4, -0.5, -1]) {
      const from = gap < 0 ? -gap * HOUR : 0;
      follows(tagging({ gap, hours: 9 }), `weak(S2) gap ${gap} h before strong STET(S1)`, [8], WEAK, from);
    }
    const blocked = during(tagging({ gap: 0.5, hours: 9 }), ["anisomycin"], -35 * MINUTE, DAY);
    follows(blocked, "weak gap 0.5h before strong + anisomycin", [8], WEAK);
  });

  test.each([0.5, 1, 3, 30, 50])("D10: 900 pulses at %d Hz", (hz) => {
    const required = lookUp(table("frequency_900"), { f_Hz: hz }, "w_0min");
    expect(Math.abs(weightAtEnd(perform(frequency(hz, { after: 0 }))) - required)).toBeLessThan(hz < 10 ? 0.05 : 0.15);
  });

  test("D30: slow pulses to 40 %, and a tetanus that reverses them", () => {
    const outcome = perform(lowFrequency({ contacts: 96, tetanus: 1 }));
    expect(weightAt(outcome, 905)).toBeCloseTo(0.757, 1);
    expect(Math.abs(weightAt(outcome, 900 + 10 * MINUTE + 3) - 1.68)).toBeLessThan(0.08);
  });

  test("D16, D18, D22, D23: cooperation, associativity, clamp and pairs", () => {
    for (const contacts of [28, 40, 56, 96]) {
      const required = lookUp(table("cooperativity"), { contacts }, "w_tbs");
      expect(weightAtEnd(perform(cooperation(contacts, "theta-burst", { after: 0 })))).toBeCloseTo(required, 2);
    }
    for (const lag of [-100, -20, 0, 10, 30, 50, 100]) {
      const required = lookUp(table("associativity_isi"), { d_ms: lag }, "weak_LS");
      expect(weightAtEnd(perform(associativity(lag, { after: 0 })))).toBeCloseTo(required, 2);
    }
    const clamped = lookUp(table("protocols"), { protocol: "low-frequency pairing 100@2Hz, V clamp 0 mV" }, "w0");
    expect(Math.abs(weightAt(perform(pairing()), 51) - clamped)).toBeLessThan(0.06);
    for (const [dt, doublet] of [
      [10, 0],
      [-10, 0],
      [10, 1],
      [20, 1],
      [-10, 1],
      [50, 1],
    ] as const) {
      const column = doublet === 0 ? "w_100single_5Hz" : "w_100doublet10ms_5Hz";
      const required = lookUp(table("stdp_slice"), { dt_ms: dt }, column);
      expect(weightAtEnd(perform(spikePairs(dt, { doublet, after: 0 })))).toBeCloseTo(required, 2);
    }
  });

  test.each([0, 10, 20, 30, 40, 60])("D32, D33: conditioning, food %d ms after the tone", (lag) => {
    const outcome = perform(conditioning({ lag }));
    const where = { condition: "CS(28)+US(80) 3x10 bursts 200ms", lag_ms: lag };
    const required = (column: string) => lookUp(table("conditioning"), where, column);
    expect(Math.abs(weightAt(outcome, lastBlock(3) + 10 * MINUTE) - required("w_CS_10min"))).toBeLessThan(0.06);
    expect(Math.abs(weightAt(outcome, lastBlock(3) + DAY) - required("w_CS_24h"))).toBeLessThan(0.06);
  });
});
