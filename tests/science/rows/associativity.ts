import type { SeatTrain } from "../../../shared/session/stimulation.ts";
import { lookUp, table } from "./reference.ts";
import { near, type Row } from "./row.ts";
import { performed, stimulate, weightAtEnd } from "./steps.ts";

const [WEAK, STRONG] = [19.2, 72];

/** Eight trains, ten seconds apart, of eight pulses at 400 Hz: 2.5 ms lie between two steps of the model, so two trains. */
const trains400 = (at: number, start: number): SeatTrain[] =>
  [0, 2].map((offset) => ({ at, start: start + offset, bursts: 8, every: 10_000, pulses: 4, apart: 5 }));

/** Weight of the weak input when the strong one begins `lag` ms after it (before it, if negative). */
function weakAfter(lag: number): number {
  const [weak, strong] = lag < 0 ? [-lag, 0] : [0, lag];
  return weightAtEnd(performed([WEAK, STRONG], [stimulate([...trains400(0, weak), ...trains400(1, strong)])]));
}

export const associativity: readonly Row[] = [
  {
    id: "D18",
    protocol: "associativity against interval, 8 trains of 17.5 ms",
    literature: "if strong is concurrent or follows by up to 20 ms, not at 200 ms (Levy & Steward 1983)",
    measure: () => {
      const rows = table("associativity_isi");
      return [-200, -100, -50, -20, 0, 10, 30, 50, 75, 100, 200].map((lag) =>
        near(`strong ${lag} ms after weak`, weakAfter(lag), lookUp(rows, { d_ms: lag }, "weak_LS"), 0.05),
      );
    },
  },
];
