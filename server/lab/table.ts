import type { Figure, LabResult, Series } from "../../shared/lab/figure.ts";
import { isSource } from "../../shared/lab/published/sources.ts";
import type { Words } from "./words.ts";

/** Columns of numbers for a terminal. */

const MINUTES_OF: Partial<Record<Figure["x"], number>> = { minutes: 1, hours: 60, days: 1440 };

/** Minutes after the first stimulation that a reader asks for. */
const TIMES = [
  ...[5, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880],
  ...[3, 7, 14, 30, 60, 90, 180, 365, 700].map((days) => days * 1440),
];

/** A lapse of whole seconds may end a moment before what was planned: that is the end, too. */
const NEARLY = 1e-3;

/** Value of a line at x, on the straight between its points; undefined outside. */
export function onLine({ x, y }: Series, at: number): number | undefined {
  const next = x.findIndex((each) => each >= at);
  if (next < 0) return at <= x.at(-1)! * (1 + NEARLY) ? y.at(-1) : undefined;
  if (x[next] === at || next === 0) return x[next] === at ? y[next] : undefined;
  const share = (at - x[next - 1]!) / (x[next]! - x[next - 1]!);
  return y[next - 1]! + share * (y[next]! - y[next - 1]!);
}

/** Value of a point just at x. */
function pointAt({ x, y }: Series, at: number): number | undefined {
  const i = x.findIndex((each) => Math.abs(each - at) < 1e-6 * Math.max(1, Math.abs(at)));
  return i < 0 ? undefined : y[i];
}

interface Column {
  readonly title: string;
  readonly digits: number;
  readonly at: (x: number) => number | string | undefined;
}

const columnOf = (series: Series, words: Words, digits: number): Column => ({
  title: series.without ? words.withoutDrugs(words.series(series.id)) : words.series(series.id),
  digits,
  at: (x) => (series.kind === "line" ? onLine(series, x) : pointAt(series, x)),
});

const SIGNS = { [-1]: "↓", 0: "=", 1: "↑" } as const;

function reportedColumns({ reported = [] }: Figure, words: Words): Column[] {
  const sources = [...new Set(reported.map(({ source }) => source))];
  const without = reported.some((each) => each.without);
  return sources.map((source) => ({
    title: without ? words.withoutDrugs(words.series(source)) : words.series(source),
    digits: 0,
    at: (x) => {
      const found = reported.find((each) => each.source === source && Math.abs(each.x - x) < 0.02);
      return found && SIGNS[found.sign];
    },
  }));
}

/** Columns from other figures than the strength: what is behind it. */
const BEHIND = [
  ["consolidation", "early", 3],
  ["consolidation", "late", 3],
  ["expression", "gamma", 3],
  ["expression", "receptors", 1],
  ["consolidation", "proteins", 3],
] as const;

/** A time course at selected moments: every input, what is behind it, and what others published for just those moments. */
function courseTable(figure: Figure, all: readonly Figure[], words: Words): string[] {
  const unit = MINUTES_OF[figure.x] ?? 1;
  const end = Math.max(...figure.series.flatMap(({ x }) => [x.at(-1) ?? 0]));
  const times = TIMES.map((minutes) => minutes / unit).filter((x) => x <= end * (1 + NEARLY));
  const published = figure.series.filter(({ id }) => isSource(id));
  const columns = [
    ...figure.series.filter(({ id }) => !isSource(id)).map((series) => columnOf(series, words, 1)),
    ...BEHIND.flatMap(([figureId, id, digits]) => {
      const series = all.find((each) => each.id === figureId)?.series.find((each) => each.id === id);
      return series ? [columnOf(series, words, digits)] : [];
    }),
    ...published.map((series) => columnOf(series, words, 1)),
    ...reportedColumns(figure, words),
  ];
  return rows(words.axis(figure.x), times, columns, words);
}

/** A curve: a line for each of its points. */
function curveTable(figure: Figure, words: Words): string[] {
  const lines = figure.series.filter(
    ({ kind, published }) => kind === "line" || published || figure.id === "responses",
  );
  const xs = [...lines.flatMap(({ x }) => x), ...(figure.reported ?? []).map(({ x }) => x)];
  const sorted = [...new Set(xs.map((x) => Number(x.toPrecision(6))))].sort((a, b) => a - b);
  const digits = figure.y === "percent-of-baseline" ? 1 : figure.y === "spikes" ? 0 : 3;
  const columns = lines.map(
    (series): Column => ({ ...columnOf(series, words, digits), at: (x) => pointAt(series, x) }),
  );
  return rows(words.axis(figure.x), sorted, [...columns, ...reportedColumns(figure, words)], words);
}

function rows(axis: string, xs: readonly number[], columns: readonly Column[], words: Words): string[] {
  const cell = ({ at, digits }: Column, x: number): string => {
    const value = at(x);
    if (typeof value === "string") return value;
    return value === undefined || !Number.isFinite(value) ? "" : words.number(value, digits);
  };
  const table = [
    [axis, ...columns.map(({ title }) => title)],
    ...xs.map((x) => [words.number(x), ...columns.map((column) => cell(column, x))]),
  ];
  const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  return table.map((row) =>
    row
      .map((text, i) => text.padStart(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
}

/** Figures that a table says as well as a drawing. */
const TOLD: ReadonlySet<Figure["id"]> = new Set(["strength", "curve", "recall", "responses", "telling-apart"]);

/** Everything of a result that numbers can say, line by line. */
export function tableOf({ figures, summary }: LabResult, words: Words): string[] {
  const told = figures.filter(({ id }) => TOLD.has(id));
  const tables = told.flatMap((figure) => [
    "",
    `${words.figure(figure.id)} (${words.axis(figure.y)})`,
    ...(figure.id === "strength" ? courseTable(figure, figures, words) : curveTable(figure, words)),
  ]);
  const widest = Math.max(0, ...summary.map(({ id }) => words.summary(id).length));
  const numbers = summary.map(({ id, value, unit }) => {
    return `${words.summary(id).padEnd(widest)}  ${words.number(value)} ${words.unit(unit)}`.trimEnd();
  });
  return [...tables, ...(numbers.length > 0 ? ["", ...numbers] : [])];
}
