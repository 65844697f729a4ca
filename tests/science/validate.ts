/**
 * `npm run validate`: runs the model through the experiments that it has to reproduce and prints what it gave beside what
 * is required. Ends with 1 when any is outside. `--json` prints the same as data, `--markdown` as MODEL.md holds it, and
 * `--write` puts it there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { resultOf, rows } from "./rows/rows.ts";
import { digitsOf, markdownOf, withTable } from "./validation-table.ts";

const flag = { type: "boolean", default: false } as const;
const options = { json: flag, markdown: flag, write: flag };
const values = asked();

/** The switches that were given; an unknown one ends the command with 2, and says which there are. */
function asked(): Partial<Record<keyof typeof options, boolean>> {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${(error as Error).message.split(". ")[0]}: there are --${Object.keys(options).join(", --")}`);
    process.exit(2);
  }
}

const results = rows.map(resultOf);
const measures = results.flatMap((row) => row.measures);
const outside = measures.filter((measure) => !measure.within).length;

if (values.json) {
  console.log(JSON.stringify({ modelVersion: MODEL_VERSION, outside, rows: results }, null, 2));
} else if (values.markdown) {
  console.log(markdownOf(results));
} else {
  const width = Math.max(...measures.map(({ what }) => what.length));
  const print = (...[row, what, required, got, verdict]: readonly string[]) =>
    console.log(`${row!.padEnd(8)}${what!.padEnd(width)}  ${required!.padEnd(19)}${got!.padEnd(11)}${verdict}`);
  print("row", "protocol (literature)", "required", "got", "");
  for (const row of results) {
    console.log(`\n${row.id.padEnd(8)}${row.protocol} (${row.literature})`);
    for (const { what, required, got, within } of row.measures) {
      print("", what, required, digitsOf(got), within ? "within" : "OUTSIDE");
    }
  }
  console.log(`\nmodel ${MODEL_VERSION}: ${measures.length - outside} of ${measures.length} within`);
}
if (values.write) {
  const path = join(import.meta.dirname, "../../shared/model/MODEL.md");
  writeFileSync(path, withTable(readFileSync(path, "utf8"), markdownOf(results)));
}
process.exitCode = outside > 0 ? 1 : 0;
