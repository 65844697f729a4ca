import type { DrugId } from "../../../shared/model/drugs.ts";
import { perform, protocol } from "../../../shared/protocols/protocol.ts";
import { pulses } from "../../../shared/protocols/trains.ts";
import { slice } from "./laboratory.ts";
import { lookUp, table } from "./reference.ts";
import { type Measure, near, type Row } from "./row.ts";
import { burstsAt, HOUR, lapse, MINUTE, performed, repeated, stimulate, weightAt } from "./steps.ts";

/** Tone, food, and a tone that is never paired: contacts. */
const CONTACTS = [28, 80, 28];
const [CS, US, OTHER] = [0, 1, 2];

interface Conditioned {
  readonly after: number;
  readonly nextDay: number;
  readonly other: number;
}

/** Blocks of ten trials, ten minutes apart: the CS's burst, the US's `lag` ms later. Weights 10 min and 24 h after. */
function condition(
  lag: number,
  { blocks = 3, us = true, cs = true, drugs = [] as readonly DrugId[] } = {},
): Conditioned {
  const block = stimulate([...(cs ? [burstsAt(CS, 10)] : []), ...(us ? [burstsAt(US, 10, 200, lag)] : [])]);
  const training = repeated(blocks, 10 * MINUTE, block, 2.4);
  const outcome = performed(CONTACTS, [...training, lapse(10 * MINUTE), lapse(25 * HOUR)], { drugs });
  const end = ((blocks - 1) * 10 * MINUTE) / HOUR;
  return {
    after: weightAt(outcome, end + 1 / 6, CS),
    nextDay: weightAt(outcome, end + 24, CS),
    other: weightAt(outcome, end + 1 / 6, OTHER),
  };
}

/** Spikes of the cell to one burst of the CS at a given weight. */
function answers(weight: number): number {
  const cell = slice([CONTACTS[CS]!]);
  cell.late[0] = weight - 1;
  return perform(cell, protocol([pulses(4, 100)]));
}

const rows = () => table("conditioning");
const forward = (lag: number, column: string): number =>
  lookUp(rows(), { condition: "CS(28)+US(80) 3x10 bursts 200ms", lag_ms: lag }, column);
const special = (condition: string, column: string): number => lookUp(rows(), { condition }, column);

function lags(): Measure[] {
  return [0, 10, 20, 30, 40, 60].flatMap((lag) => {
    const got = condition(lag);
    return [
      near(`CS, US ${lag} ms later: weight`, got.after, forward(lag, "w_CS_10min"), 0.06),
      near(`spikes to the CS alone`, answers(got.after), forward(lag, "spikes_CS_after"), 1, 0),
    ];
  });
}

function controls(): Measure[] {
  const paired = condition(10);
  return [
    near("before: spikes to the CS alone", answers(1), 0, 0, 0),
    near("CS never paired", paired.other, 1, 0.06),
    near("CS alone", condition(0, { us: false }).after, special("CS alone", "w_CS_10min"), 0.06),
    near("US alone: CS", condition(0, { cs: false }).after, special("US alone", "w_CS_10min"), 0.06),
    near("paired, APV", condition(10, { drugs: ["apv"] }).after, special("paired + APV", "w_CS_10min"), 0.06),
    near(
      "paired, anisomycin: next day",
      condition(10, { drugs: ["anisomycin"] }).nextDay,
      special("paired + anisomycin", "w_CS_24h"),
      0.06,
    ),
  ];
}

export const conditioning: readonly Row[] = [
  {
    id: "D32",
    protocol: "tone and food: 3 blocks of 10 pairings, US after CS",
    literature: "classical conditioning; its longer intervals need circuits",
    measure: () => [...lags(), ...controls()],
  },
  {
    id: "D33",
    protocol: "conditioning, 24 h later",
    literature: "spaced training lasts",
    measure: () => [
      near("one block", condition(10, { blocks: 1 }).nextDay, special("paired, 1 block only", "w_CS_24h"), 0.06),
      ...[0, 10, 30].map((lag) =>
        near(`three blocks, lag ${lag} ms`, condition(lag).nextDay, forward(lag, "w_CS_24h"), 0.06),
      ),
    ],
  },
];
