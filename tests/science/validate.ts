/**
 * `npm run validate`: runs the model through the experiments that it has to reproduce and prints what it gave beside what
 * is required. Ends with 1 when any is outside. `--json` prints the same as data.
 */
import { parseArgs } from "node:util";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { rows } from "./rows/rows.ts";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });

const results = rows.map(({ id, protocol, literature, measure }) => ({
  id,
  protocol,
  literature,
  measures: measure(),
}));
const measures = results.flatMap((row) => row.measures);
const outside = measures.filter((measure) => !measure.within).length;

if (values.json) {
  console.log(JSON.stringify({ modelVersion: MODEL_VERSION, outside, rows: results }, null, 2));
} else {
  const width = Math.max(...measures.map(({ what }) => what.length));
  const print = (...[row, what, required, got, verdict]: readonly string[]) =>
    console.log(`${row!.padEnd(8)}${what!.padEnd(width)}  ${required!.padEnd(19)}${got!.padEnd(11)}${verdict}`);
  print("row", "protocol (literature)", "required", "got", "");
  for (const row of results) {
    console.log(`\n${row.id.padEnd(8)}${row.protocol} (${row.literature})`);
    for (const { what, required, got, within } of row.measures) {
      const digits = Math.abs(got) < 1e-3 && got !== 0 ? got.toExponential(1) : String(Number(got.toPrecision(5)));
      print("", what, required, digits, within ? "within" : "OUTSIDE");
    }
  }
  console.log(`\nmodel ${MODEL_VERSION}: ${measures.length - outside} of ${measures.length} within`);
}
process.exitCode = outside > 0 ? 1 : 0;
