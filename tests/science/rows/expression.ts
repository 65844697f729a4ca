import { lapse } from "../../../shared/model/slow.ts";
import { perform, protocol } from "../../../shared/protocols/protocol.ts";
import { tetanus } from "../../../shared/protocols/trains.ts";
import { slice } from "./laboratory.ts";
import { lookUp, table } from "./reference.ts";
import { type Measure, nearShare, type Row } from "./row.ts";
import { HOUR, lapse as lapseOf, MINUTE, performed, repeated, tetanusAt } from "./steps.ts";

/** Four tetani a day later: all that is left is the number of receptors. */
function dayAfterFour(): Measure[] {
  const asked = { experiment: "4 tetani 5 min", t_s: 86_400 };
  const rows = table("expression");
  const { samples } = performed([96], [...repeated(4, 5 * MINUTE, tetanusAt(0)), lapseOf(24 * HOUR)]);
  const { gamma, receptors } = samples.at(-1)!;
  return [
    nearShare("four tetani, gamma after 24 h", gamma[0]!, lookUp(rows, asked, "gamma_rel"), 0.03),
    nearShare("four tetani, receptors after 24 h", receptors[0]!, lookUp(rows, asked, "N_AMPAR"), 0.03, 1),
  ];
}

/** What a tetanus becomes: conductance at once, receptors within minutes. Seconds are counted from its last pulse. */
function afterTetanus(): Measure[] {
  const rows = table("expression");
  // The half second of quiet after the last pulse counts as the first of the seconds.
  const cell = slice([96]);
  perform(cell, protocol([tetanus()]));
  let passed = 1;
  return [30, 300].flatMap((seconds) => {
    lapse(cell, seconds - passed);
    passed = seconds;
    const at = seconds === 30 ? "30 s" : "5 min";
    const required = (column: string) => lookUp(rows, { experiment: "1 tetanus", t_s: seconds }, column);
    return [
      nearShare(`gamma after ${at}`, cell.gamma[0]!, required("gamma_rel"), 0.03),
      nearShare(`receptors after ${at}`, cell.receptors[0]!, required("N_AMPAR"), 0.03, 1),
      nearShare(`EPSC after ${at}`, cell.strength[0]!, required("epsc_rel"), 0.03),
    ];
  });
}

export const expression: readonly Row[] = [
  {
    id: "D29",
    protocol: "expression after a tetanus, and after four 5 min apart",
    literature: "conductance and number, rapid (Benke 1998; Opazo 2010)",
    measure: () => [...afterTetanus(), ...dayAfterFour()],
  },
];
