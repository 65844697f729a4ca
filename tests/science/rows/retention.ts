import { below, type Measure, near, nearShare, type Row } from "./row.ts";
import { HOUR, lapse, performed, repeated, tetanusAt } from "./steps.ts";

const DAY = 24 * HOUR;
/** Four tetani 5 min apart: an induction session that makes proteins. They take 901.5 s. */
const session = repeated(4, 300, tetanusAt(0));
const SESSION_S = 901.5;

/** So many sessions a day apart, then days of rest. */
function afterSessions(sessions: number, days: number, drugs: readonly "enriched-environment"[] = []) {
  const spaced = repeated(sessions, DAY, session[0]!, 0);
  const events = spaced.flatMap((event) => (event.kind === "lapse" ? [lapse(DAY - SESSION_S)] : session));
  const outcome = performed([96], [...events, lapse(DAY)], { modules: ["retention"] });
  // The moment after the last capture: before it, less had settled; after it, the rest fades.
  const most = Math.max(...outcome.samples.map((sample) => sample.settled[0]!));
  const captured = outcome.samples.find((sample) => sample.settled[0]! >= most - 1e-9 && sample.late[0]! > 0.1)!;
  const whole = performed([96], [...events, lapse(DAY), ...drugs.map(on), lapse((days - 1) * DAY)], {
    modules: ["retention"],
  });
  return {
    late: captured.late[0]!,
    settled: captured.settled[0]!,
    weight: whole.samples.at(-1)!.weight[0]!,
    end: whole,
  };
}
const on = (drug: "enriched-environment") => ({ kind: "drug", drug, on: true }) as const;

/** The settled part is half of what fades at each spaced session: none, a half, three quarters of what was captured. */
function shares(): Measure[] {
  return [1, 2, 3].map((sessions) => {
    const { late, settled } = afterSessions(sessions, 2);
    const expected = [0, 0.5, 0.75][sessions - 1]!;
    return near(`settled share after ${sessions}`, settled / late, expected, 0.05);
  });
}

function months(): Measure[] {
  const [once, thrice] = [afterSessions(1, 21), afterSessions(3, 366)];
  const last = thrice.end.samples.at(-1)!;
  const lively = afterSessions(3, 90, ["enriched-environment"]).end.samples.at(-1)!;
  return [
    below("one session, 21 days later", once.weight, 1.02),
    nearShare("three sessions, a year later: w against 1 + z_s", last.weight[0]!, 1 + last.settled[0]!, 0.01),
    {
      what: "three sessions, a year later",
      got: last.weight[0]!,
      required: "our value",
      within: last.weight[0]! > 1.3,
    },
    below("three sessions, 90 days in a lively cage", lively.weight[0]!, last.weight[0]! - 0.2),
  ];
}

export const retention: readonly Row[] = [
  {
    id: "D37",
    protocol: "sessions a day apart, months later (retention switched on)",
    literature: "up to a year and more in the dentate gyrus (Abraham 2002)",
    measure: () => [...shares(), ...months()],
  },
];
