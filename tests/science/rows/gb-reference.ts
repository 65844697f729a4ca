import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraupnerBrunelSetId } from "../../../shared/model/graupner-brunel-sets.ts";
import type { Table } from "./reference.ts";

/** A line of a table, by its columns; NaN where it says nothing. */
export type Numbers = Readonly<Record<string, number>>;

/** Tables of the paper's own model, computed by an independent script. Their origin is in their first lines. */
export function published(file: string): Table {
  const text = readFileSync(join(import.meta.dirname, "../reference", `${file}.csv`), "utf8");
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const columns = header!.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    if (fields.length !== columns.length) throw new Error(`${file}.csv: ${fields.length} fields in "${line}"`);
    return Object.fromEntries(columns.map((column, i) => [column, fields[i]!]));
  });
}

/** The same where every column is numbers. */
export const publishedNumbers = (file: string): readonly Numbers[] =>
  published(file).map((line) =>
    Object.fromEntries(Object.entries(line).map(([column, text]) => [column, text === "" ? Number.NaN : Number(text)])),
  );

/** What the tables call each set. */
export const publishedName: Readonly<Record<GraupnerBrunelSetId, string>> = {
  dp: "DP",
  dpd: "DPD",
  "dpd-prime": "DPDprime",
  p: "P",
  d: "D",
  "d-prime": "Dprime",
  "hippocampal-slices": "hippocampal_slices",
  "hippocampal-cultures": "hippocampal_cultures",
  "cortical-slices": "cortical_slices",
};

/** Change against interval, 60 pairs at 1 Hz. */
export const publishedStdp = (id: GraupnerBrunelSetId): readonly Numbers[] =>
  publishedNumbers(`gb2012_stdp_60x1Hz_${publishedName[id]}`);

/** The largest of |got - wanted| over a table's lines; NaN when a wanted number is missing, so that it cannot pass. */
export function largestDifference(
  lines: readonly Numbers[],
  column: string,
  got: (line: Numbers, index: number) => number,
): number {
  if (lines.length === 0) return Number.NaN;
  return Math.max(...lines.map((line, i) => Math.abs(got(line, i) - line[column]!)));
}
