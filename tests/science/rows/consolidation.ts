import type { Conditions } from "../../../shared/model/conditions.ts";
import type { SessionEvent } from "../../../shared/session/events.ts";
import { lookUp, table } from "./reference.ts";
import { type Measure, near, type Row } from "./row.ts";
import { burstsAt, drug, HOUR, lapse, MINUTE, performed, repeated, stimulate, tetanusAt, weightAt } from "./steps.ts";

/** Two pathways of 40 % of the contacts each, and a silent control, as in the reference. */
const CONTACTS = [96, 96, 24];
const [S1, S2] = [0, 1];

const reference = (experiment: string, column: string): number =>
  lookUp(table("consolidation"), { experiment }, column);

/** Weights of S1 at some hours after its first stimulus, beside the reference's. */
function course(
  name: string,
  events: readonly SessionEvent[],
  hours: Readonly<Record<string, number>>,
  { conditions = {}, start = 0 }: { readonly conditions?: Partial<Conditions>; readonly start?: number } = {},
): Measure[] {
  const outcome = performed(CONTACTS, [...events, lapse(25 * HOUR)], conditions);
  return Object.entries(hours).map(([hour, tolerance]) =>
    near(
      `${name}, ${hour} h`,
      weightAt(outcome, Number(hour) + start / HOUR),
      reference(name, `w_${hour}h`),
      tolerance,
    ),
  );
}

const strong = (times: number, minutes: number) => repeated(times, minutes * MINUTE, tetanusAt(S1));
const thetaBurst = stimulate([burstsAt(S1, 10)]);

const BEFORE = 35 * MINUTE;
/** Anisomycin from 35 minutes before to three hours after four tetani. */
const shielded = [
  drug("anisomycin", true),
  lapse(BEFORE),
  ...strong(4, 5),
  lapse(3 * HOUR - 15 * MINUTE),
  drug("anisomycin", false),
];

/** Weak and strong, in this order or the other, `gap` hours apart; the weak pathway eight hours after its tetanus. */
function rescued(gap: number, block = false): number {
  const weak = tetanusAt(S2, 21);
  const three = strong(3, 10);
  const drugs = block ? [drug("anisomycin", true), lapse(BEFORE)] : [];
  const start = block ? BEFORE / HOUR : 0;
  const between = Math.abs(gap) * HOUR;
  // Strong first: its three tetani take 20 minutes of the gap.
  const events =
    gap > 0
      ? [...drugs, weak, lapse(between), ...three, lapse(12 * HOUR)]
      : [...drugs, ...three, lapse(between - 20 * MINUTE), weak, lapse(12 * HOUR)];
  return weightAt(performed(CONTACTS, events), start + 8 + (gap > 0 ? 0 : -gap), S2);
}

const rescue = (gap: number, name: string, tolerance = 0.06): Measure =>
  near(
    `${gap > 0 ? "weak first" : "strong first"}, ${Math.abs(gap)} h`,
    rescued(gap),
    reference(name, "w_8h"),
    tolerance,
  );

const gapName = (gap: number): string => `weak(S2) gap ${gap} h before strong STET(S1)`;

export const consolidation: readonly Row[] = [
  {
    id: "D11",
    protocol: "one tetanus",
    literature: "early LTP, more than one hour, less than three (Huang & Kandel 1994)",
    measure: () => course("1 tetanus", [tetanusAt(S1)], { "0.25": 0.05, "1": 0.05, "3": 0.05, "8": 0.05 }),
  },
  {
    id: "D12",
    protocol: "several tetani",
    literature: "late LTP, six to ten hours and more, needs PKA and proteins (Huang & Kandel 1994)",
    measure: () => [
      ...course("3 tetani 10 min (STET)", strong(3, 10), { "8": 0.06, "24": 0.06 }),
      ...course("4 tetani 5 min", strong(4, 5), { "8": 0.06, "24": 0.06 }),
      ...course("2 tetani 10 min", strong(2, 10), { "8": 0.1 }),
    ],
  },
  {
    id: "D13",
    protocol: "four tetani, anisomycin from 35 min before to 3 h after",
    literature: "blocks late LTP, not early (Huang & Kandel 1994)",
    measure: () =>
      course(
        "4 tetani + anisomycin (-35 min..+3 h)",
        shielded,
        { "0.25": 0.05, "1": 0.05, "8": 0.05 },
        { start: BEFORE },
      ),
  },
  {
    id: "D21",
    protocol: "theta burst, once and three times in 20 min",
    literature: "none",
    measure: () => [
      ...course("TBS x1", [thetaBurst], { "8": 0.06 }),
      ...course("TBS x3 10 min", repeated(3, 10 * MINUTE, thetaBurst, 2.33), { "8": 0.06 }),
    ],
  },
  {
    id: "D25",
    protocol: "tag and capture: weak before strong",
    literature: "rescued at 5 min and 1 h, weak or none at 2 and 4 h (Frey & Morris 1998)",
    measure: () => [
      ...[0.083, 0.5, 1, 1.5, 2, 3, 4].map((gap) => rescue(gap, gapName(gap))),
      near(
        "weak alone",
        weightAt(performed(CONTACTS, [tetanusAt(S2, 21), lapse(9 * HOUR)]), 8, S2),
        reference("weak tetanus 21p alone", "w_8h"),
        0.06,
      ),
    ],
  },
  {
    id: "D26",
    protocol: "tag and capture: strong before weak",
    literature: "works; the tag lives less than 3 h (Frey & Morris 1997)",
    measure: () => [-0.5, -1].map((gap) => rescue(gap, gapName(gap))),
  },
  {
    id: "D27",
    protocol: "weak half an hour before strong, anisomycin",
    literature: "the rescue needs new proteins (Frey & Morris 1997)",
    measure: () => [
      near("weak, 8 h", rescued(0.5, true), reference("weak gap 0.5h before strong + anisomycin", "w_8h"), 0.03),
    ],
  },
  {
    id: "D28",
    protocol: "dopamine: four tetani with D1/D5 blocked; one with novelty",
    literature: "no late LTP; one tetanus becomes late LTP (10.1073/pnas.94.4.1494)",
    measure: () => [
      ...course(
        "4 tetani + D1 block (DA gain 0.2)",
        strong(4, 5),
        { "8": 0.06 },
        { conditions: { drugs: ["d1-block"] } },
      ),
      ...course(
        "1 tetanus + novelty (DA gain 2.5, -15..+45 min)",
        [drug("novelty", true), lapse(15 * MINUTE), tetanusAt(S1), lapse(45 * MINUTE), drug("novelty", false)],
        { "8": 0.06 },
        { start: 15 * MINUTE },
      ),
    ],
  },
];
