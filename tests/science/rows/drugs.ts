import { advance, createTrace } from "../../../shared/model/advance.ts";
import { parametersUnder } from "../../../shared/model/conditions.ts";
import type { DrugId } from "../../../shared/model/drugs.ts";
import { standardParameters } from "../../../shared/model/parameters.ts";
import { scheduleSpike } from "../../../shared/model/schedule.ts";
import type { SessionEvent } from "../../../shared/session/events.ts";
import { slice } from "./laboratory.ts";
import { lookUp, table } from "./reference.ts";
import { atMost, below, type Measure, near, type Row } from "./row.ts";
import {
  drug,
  HOUR,
  lapse,
  MINUTE,
  performed,
  pulsesAt,
  repeated,
  stimulate,
  tetanusAt,
  under,
  weightAt,
  weightAtEnd,
} from "./steps.ts";

const STRONG = 72;
const protocols = (protocol: string): number => lookUp(table("protocols"), { protocol }, "w0");
const slow = stimulate([pulsesAt(0, 900, 1000)], { pace: 1000 });

const tetanised = (drug: DrugId): number => weightAtEnd(performed([STRONG], [tetanusAt(0)], { drugs: [drug] }));
const slowed = (drug: DrugId): number => weightAtEnd(performed([STRONG], [slow], { drugs: [drug] }));

/** Peak of the EPSP of 20 potentiated contacts, mV above rest. */
function potentiatedEpsp(drugs: readonly DrugId[]): number {
  const cell = slice([20], parametersUnder(standardParameters, under({ drugs })));
  cell.rho[0] = 0.7;
  const trace = createTrace(cell, 60);
  scheduleSpike(cell, 0, 0);
  advance(cell, 60, trace);
  return Math.max(...trace.soma) - standardParameters.EL;
}

/** Slow pulses to 40 % of the contacts, then ten minutes, then one tetanus. */
function reversal(): Measure[] {
  const slow40 = performed([96], [slow, lapse(10 * MINUTE), tetanusAt(0)]);
  const alone = performed([96], [slow, lapse(7200)]);
  const ended = 899.5 / 3600;
  const { late } = alone.samples.at(-1)!;
  return [
    near("900 pulses at 1 Hz", weightAt(alone, ended), 0.757, 0.05),
    near("an hour later", weightAt(alone, ended + 1), 0.811, 0.05),
    near("a tetanus ten minutes later", weightAtEnd(slow40), 1.68, 0.08),
    near("late change", late[0]!, 0, 0.01),
  ];
}

/** Fewest and most receptors of a synapse that everything is done to. */
function bounds(): Measure[] {
  const hard = [slow, ...Array.from({ length: 12 }, () => [tetanusAt(0), lapse(5 * MINUTE)]).flat(), lapse(86_400)];
  const counts = (["novelty", "phosphatase-block", "camkii-block", "s831a"] as const).flatMap((drug) =>
    performed([STRONG], hard, { drugs: [drug] }).samples.map(({ receptors }) => receptors[0]!),
  );
  return [
    { what: "fewest receptors", got: Math.min(...counts), required: "≥ 0", within: Math.min(...counts) >= 0 },
    atMost("most receptors", Math.max(...counts), 150),
  ];
}

export const drugs: readonly Row[] = [
  {
    id: "D15",
    protocol: "APV after potentiation",
    literature: "no effect on expression (Collingridge 1983)",
    measure: () => {
      const [control, apv] = [potentiatedEpsp([]), potentiatedEpsp(["apv"])];
      return [
        near("EPSP of 20 contacts at rho 0.7, mV", control, 7.03, 0.05, 2),
        near("with APV, mV", apv, 6.9, 0.05, 2),
        atMost("difference, percent", 100 * (1 - apv / control), 5),
      ];
    },
  },
  {
    id: "D30",
    protocol: "depression, then a tetanus",
    literature: "depression can be reversed (Mulkey & Malenka 1992)",
    measure: reversal,
  },
  {
    id: "D31",
    protocol: "receptors under the hardest treatment",
    literature: "up to 150 AMPA receptors (Matsuzaki 2001)",
    measure: bounds,
  },
  {
    id: "D39",
    protocol: "calcium buffered; AMPA receptors blocked",
    literature: "no induction",
    measure: () => [
      near("BAPTA: tetanus", tetanised("bapta"), protocols("BAPTA (Ca x0.1): tetanus"), 0.02),
      near("BAPTA: 900 at 1 Hz", slowed("bapta"), protocols("BAPTA (Ca x0.1): 900@1Hz"), 0.02),
      near("CNQX: tetanus", tetanised("cnqx"), protocols("CNQX: tetanus"), 0.02),
      near("CNQX: 900 at 1 Hz", slowed("cnqx"), protocols("CNQX: 900@1Hz"), 0.02),
    ],
  },
  {
    id: "2.12",
    protocol: "the other drugs of MODEL.md's list, tetanus and 900 pulses at 1 Hz",
    literature: "as listed there",
    measure: () => [
      near("picrotoxin: tetanus", tetanised("picrotoxin"), protocols("picrotoxin (gI=0): tetanus"), 0.06),
      near("picrotoxin: 900 at 1 Hz", slowed("picrotoxin"), protocols("picrotoxin (gI=0): 900@1Hz"), 0.06),
      near("2 mM magnesium: tetanus", tetanised("high-magnesium"), protocols("Mg 2 mM: tetanus"), 0.06),
      near("2 mM magnesium: 900 at 1 Hz", slowed("high-magnesium"), protocols("Mg 2 mM: 900@1Hz"), 0.06),
      {
        what: "no magnesium: a lone input, theta burst",
        got: loneWithoutMagnesium(),
        required: "> 1.1 (ours)",
        within: loneWithoutMagnesium() > 1.1,
      },
      clampedUnderCnqx(),
    ],
  },
  {
    id: "2.12 γ, N",
    protocol: "a tetanus with one of the two ways of expression blocked; five minutes later",
    literature: "S831A mice keep the receptors' number (Opazo 2010), exocytosis block keeps their conductance",
    measure: expressionApart,
  },
  {
    id: "2.12 late",
    protocol: "four tetani, eight hours later",
    literature: "PKA, zif268 and lasting change (Huang & Kandel 1994; Jones 2001; Volk 2013 on ZIP)",
    measure: () => [
      near("PKA blocked", eightHoursAfter([], ["pka-block"]), 1.01, 0.06),
      below(
        "zif268 knock-out: share of late LTP (ours)",
        (eightHoursAfter([], ["zif268-knockout"]) - 1) / (eightHoursAfter([]) - 1),
        0.25,
      ),
      near("ZIP from two hours on", eightHoursAfter([drug("zip", true)]), 1.01, 0.06),
    ],
  },
];

/** Five minutes after a tetanus: what conductance and number come to without the other. */
function expressionApart(): Measure[] {
  const after = (drugs: readonly DrugId[]) =>
    performed([96], [tetanusAt(0), lapse(5 * MINUTE)], { drugs }).samples.at(-1)!;
  const [control, s831a, exocytosis] = [after([]), after(["s831a"]), after(["exocytosis-block"])];
  return [
    near("S831A: conductance", s831a.gamma[0]!, 1, 0.001),
    near("S831A: receptors against control", s831a.receptors[0]! / control.receptors[0]!, 1, 0.001),
    near("exocytosis block: receptors", exocytosis.receptors[0]!, 60, 0.001),
    near("exocytosis block: strength against γ", exocytosis.strength[0]! / control.gamma[0]!, 1, 0.001),
    below("S831A: strength", s831a.strength[0]!, control.strength[0]! - 0.1),
  ];
}

/** Four tetani, two hours, something done, and the weight eight hours after the first. */
function eightHoursAfter(then: readonly SessionEvent[], drugs: readonly DrugId[] = []): number {
  const events = [...repeated(4, 5 * MINUTE, tetanusAt(0)), lapse(2 * HOUR), ...then, lapse(6 * HOUR)];
  return weightAt(performed([96], events, { drugs }), 8);
}

const loneWithoutMagnesium = (): number =>
  weightAtEnd(
    performed([8], [stimulate([{ at: 0, start: 0, bursts: 10, every: 200, pulses: 4, apart: 10 }])], {
      drugs: ["no-magnesium"],
    }),
  );

function clampedUnderCnqx(): Measure {
  const paired = performed([19.2], [stimulate([pulsesAt(0, 100, 500)], { clamp: 0 })], { drugs: ["cnqx"] });
  return near("CNQX, held at 0 mV, 100 pulses at 2 Hz", weightAtEnd(paired), 1.71, 0.06);
}
