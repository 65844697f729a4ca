import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A table of numbers that an independent script computed from the same equations; its origin is in its first lines. */
export type Table = readonly Readonly<Record<string, string>>[];

const folder = join(import.meta.dirname, "../reference");

export function table(name: string): Table {
  const lines = readFileSync(join(folder, `ltpcore_v1_${name}.csv`), "utf8")
    .trim()
    .split("\n");
  const [header, ...rows] = lines.filter((line) => !line.startsWith("#"));
  const columns = header!.split(",");
  return rows.map((row) => {
    const fields = row.split(",");
    // The first field is a name and may hold commas; the tables do not quote it.
    const name = fields.splice(0, fields.length - columns.length + 1).join(",");
    return Object.fromEntries([name, ...fields].map((field, i) => [columns[i]!, field]));
  });
}

/** The number in `column` where every field of `where` has its value; a row may be listed more than once, alike. */
export function lookUp(rows: Table, where: Readonly<Record<string, string | number>>, column: string): number {
  const found = rows.filter((row) => Object.entries(where).every(([key, value]) => row[key] === String(value)));
  const texts = new Set(found.map((row) => row[column]));
  const [text] = texts;
  if (texts.size !== 1 || text === undefined) throw new Error(`${texts.size} values for ${JSON.stringify(where)}`);
  return Number(text);
}
