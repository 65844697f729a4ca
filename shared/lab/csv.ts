import { type Cell, csv } from "../csv.ts";
import type { LabResult } from "./figure.ts";
import { isSource, SOURCES } from "./published/sources.ts";

/**
 * A result as a table: a line a point, with the columns figure, series, x, y, published. The last says whose number it is:
 * empty for this run, "model" for another published model, "laboratory" for a measurement. A finding of which only the
 * direction is known has "more", "less" or "same" for y; the numbers of the summary are a figure of their own, without x.
 *
 * @returns RFC 4180: fields in quotes where they need them, lines ended by CR LF
 */
export function toCsv({ figures, summary }: LabResult): string {
  const lines: (readonly Cell[])[] = [["figure", "series", "x", "y", "published"]];
  for (const { id, series, reported = [] } of figures) {
    for (const each of series) {
      for (const [i, x] of each.x.entries()) lines.push([id, each.id, x, each.y[i] ?? Number.NaN, origin(each.id)]);
    }
    for (const { x, sign, source } of reported) lines.push([id, source, x, DIRECTIONS[sign], origin(source)]);
  }
  for (const { id, value } of summary) lines.push(["summary", id, "", value, ""]);
  return csv(lines);
}

const DIRECTIONS = { [-1]: "less", 0: "same", 1: "more" } as const;

const origin = (id: string): string => (isSource(id) ? SOURCES[id].kind : "");
