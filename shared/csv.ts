/** Tables as spreadsheets read them (RFC 4180: fields in quotes where they need them, lines ended by CR LF). */

export type Cell = string | number;

/** What a spreadsheet would take for a formula. Numbers are written by us, and safe. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** A field: a number (nothing where there is none), or a text that no spreadsheet executes. */
export function field(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (lines: readonly (readonly Cell[])[]): string =>
  `${lines.map((fields) => fields.map(field).join(",")).join("\r\n")}\r\n`;
