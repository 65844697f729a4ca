import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import type { Result } from "./rows/rows.ts";

/** Where MODEL.md holds the table. */
export const BEGIN = "<!-- validation table: npm run validate -- --write -->";
export const END = "<!-- end of the validation table -->";

/** A number as the tables print it. */
export const digitsOf = (x: number): string =>
  Math.abs(x) < 1e-3 && x !== 0 ? x.toExponential(1) : String(Number(x.toPrecision(4)));

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The results as a Markdown table, one line a measure. */
export function markdownOf(results: readonly Result[]): string {
  const lines = results.flatMap(({ id, protocol, literature, measures }) =>
    measures.map(({ what, required, got, within }, i) => {
      const about = i === 0 ? [id, `${protocol}; ${literature}`] : ["", ""];
      return `| ${[...about, what, required, digitsOf(got), within ? "yes" : "**no**"].map(cell).join(" | ")} |`;
    }),
  );
  const measures = results.flatMap((result) => result.measures);
  const within = measures.filter((measure) => measure.within).length;
  return [
    `Model ${MODEL_VERSION}: ${within} of ${measures.length} within.`,
    "",
    "| row | protocol; literature | measured | required | got | within |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** The page with this table in its place. @throws Error when the page has no place for it */
export function withTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no lines "${BEGIN}" and "${END}"`);
  return `${page.slice(0, from)}${BEGIN}\n${table}\n${page.slice(to)}`;
}
