/** A line of a bench: what was measured, and its budget if it has one. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly budget?: number;
  readonly wanted?: "at least" | "at most";
  readonly kind?: "time" | "size";
}

/** Times are noisy on shared machines: they fail only beyond so many times their budget. Sizes must be within theirs. */
const SLACK = 3;

export const most = (what: string, measured: number, unit: string, budget: number, kind: "time" | "size"): Row => ({
  what,
  measured,
  unit,
  budget,
  wanted: "at most",
  kind,
});

export const least = (what: string, measured: number, unit: string, budget: number): Row => ({
  what,
  measured,
  unit,
  budget,
  wanted: "at least",
  kind: "time",
});

function off({ measured, budget, wanted }: Row): number {
  if (budget === undefined || measured === budget) return 0;
  return wanted === "at least" ? budget / measured : measured / budget;
}

const number = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));

function print(row: Row): void {
  const budget = row.budget === undefined ? "" : `${row.wanted} ${row.budget}`;
  const verdict = row.budget === undefined ? "" : off(row) <= 1 ? "within" : `OVER by ${number(off(row))}x`;
  const measured = `${number(row.measured).padStart(7)} ${row.unit.padEnd(12)}`;
  console.log(`${row.what.padEnd(52)} ${measured} ${budget.padEnd(14)} ${verdict}`);
}

/** Prints the rows, with `--json` as JSON, and sets the exit code to 1 if one fails. */
export function report(rows: readonly Row[]): void {
  if (process.argv.includes("--json")) console.log(JSON.stringify({ rows }, null, 2));
  else rows.forEach(print);
  const failed = rows.some((row) => off(row) > (row.kind === "size" ? 1 : SLACK));
  process.exitCode = failed ? 1 : 0;
}
