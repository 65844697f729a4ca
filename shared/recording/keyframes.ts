import type { Step } from "../lesson/lesson.ts";
import { MAX_SEATS } from "../session/events.ts";
import type { ClassView, PlotPoint, SeatView } from "../session/view.ts";
import { COLUMNS, type Column, FIELDS, type Field, isPoint } from "./keyframe-fields.ts";

/**
 * Keyframes: what was to be seen of a class, now and then, rounded for a screen. A recording is played from its events;
 * where they cannot give what was (another version of the model, a damaged file), its keyframes show it nonetheless.
 */

/** What was to be seen before a tick ran. The lesson's steps are among the events. */
export interface Keyframe {
  readonly tick: number;
  readonly view: ClassView;
}

/** A keyframe as it stands in its line: by name, only what differs from the one before, or all. */
export type Fields = Readonly<Record<string, unknown>>;

/** The plot's points from a number on: those before are as they were. */
const PLOT = "plot";
/** Most points of a plot. */
const MOST_POINTS = 20_000;

const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];
const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[];
/** Columns that hold truth values. */
const FLAGS: ReadonlySet<Column> = new Set(["bot", "connected", "removed", "asked"]);

const rounded = (x: number): number => Math.round(100 * x) / 100;
/** Plain data with numbers of two decimals. */
const quantised = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null, (_, x: unknown) => (typeof x === "number" ? rounded(x) : x)));

/** A column in which all are alike is that one value; the seats' own numbers never are. */
const shortened = (column: readonly unknown[]): unknown =>
  column.length > 1 && column.every((each) => each === column[0]) ? column[0] : column;

const pointOf = ({ minutes, a, b }: PlotPoint): [number, number, number] => [rounded(minutes), rounded(a), rounded(b)];

/** Writes keyframes, each beside the one before. */
export class KeyframeWriter {
  /** JSON of each field as it was written last. */
  #known = new Map<string, string>();
  #plot: readonly PlotPoint[] = [];

  /** @param all  whether it shall stand alone, without the one before it */
  write(view: ClassView, all: boolean): Fields {
    if (all) this.#known.clear();
    const fields: Record<string, unknown> = {};
    const put = (name: string, value: unknown): void => {
      const text = JSON.stringify(value);
      if (this.#known.get(name) === text) return;
      this.#known.set(name, text);
      fields[name] = value;
    };
    for (const name of FIELD_NAMES) put(name, quantised(name === "step" ? (view.lesson?.at ?? -1) : view[name]));
    for (const name of COLUMN_NAMES) {
      const column = view.seats.map((seat) => (FLAGS.has(name) ? Number(seat[name]) : seat[name]));
      put(`seats.${name}`, shortened(column));
    }
    const added = this.#addedTo(view.plot);
    if (added) fields[PLOT] = added;
    return fields;
  }

  /** From the end on, for a plot grows there, and is taken back from there. */
  #addedTo(plot: readonly PlotPoint[]): [number, ...(readonly number[])[]] | undefined {
    const known = this.#plot;
    let from = Math.min(plot.length, known.length);
    while (from > 0 && !alike(plot[from - 1]!, known[from - 1]!)) from--;
    if (from === plot.length && from === known.length) return undefined;
    this.#plot = [...plot];
    return [from, ...plot.slice(from).map(pointOf)];
  }
}

const alike = (one: PlotPoint, other: PlotPoint): boolean =>
  one.minutes === other.minutes && one.a === other.a && one.b === other.b;

/** Reads keyframes, each beside the one before. */
export class KeyframeReader {
  #fields: Fields | undefined;
  #plot: readonly PlotPoint[] = [];

  /** What came before is not to be relied on: the next one has to stand alone. */
  forget(): void {
    this.#fields = undefined;
  }

  /**
   * @param all    whether it stands alone
   * @param steps  those of the lesson that the class follows
   * @returns nothing where it needs one before it that there is not
   * @throws SyntaxError for what no class could have shown
   */
  read(tick: number, given: Fields, all: boolean, steps: readonly Step[]): Keyframe | undefined {
    if (!all && !this.#fields) return undefined;
    const { [PLOT]: added, ...rest } = given;
    const fields = all ? rest : { ...this.#fields, ...rest };
    const plot = added === undefined ? this.#plot : withPoints(this.#plot, added);
    const view = viewOf(tick, fields, plot, steps);
    this.#fields = fields;
    this.#plot = plot;
    return { tick, view };
  }
}

const wrong = (name: string): never => {
  throw new SyntaxError(`not a keyframe: ${name}`);
};

function withPoints(plot: readonly PlotPoint[], added: unknown): readonly PlotPoint[] {
  const [from, ...points] = Array.isArray(added) ? (added as unknown[]) : [];
  if (!Number.isInteger(from) || (from as number) < 0 || !points.every(isPoint)) return wrong(PLOT);
  const made = points.map((point): PlotPoint => {
    const [minutes, a, b] = point as [number, number, number];
    return { minutes, a, b };
  });
  // Where keyframes are missing between, their points are, too.
  const all = [...plot.slice(0, from as number), ...made];
  return all.length > MOST_POINTS ? wrong(PLOT) : all;
}

function viewOf(tick: number, fields: Fields, plot: readonly PlotPoint[], steps: readonly Step[]): ClassView {
  const checked: Record<string, unknown> = {};
  for (const name of FIELD_NAMES) {
    if (!FIELDS[name](fields[name])) wrong(name);
    checked[name] = fields[name];
  }
  const { step, ...shown } = checked as Omit<ClassView, "tick" | "seats" | "plot" | "lesson"> & { step: number };
  const at = Math.min(step, steps.length - 1);
  return { ...shown, tick, seats: seatsOf(fields), plot, lesson: steps.length > 0 ? { steps, at } : null };
}

function seatsOf(fields: Fields): SeatView[] {
  const numbers = fields["seats.seat"];
  if (!Array.isArray(numbers) || numbers.length > MAX_SEATS) return wrong("seats");
  if (numbers.some((seat, i) => i > 0 && seat <= numbers[i - 1])) return wrong("seats");
  const seats = numbers.map((): Record<string, unknown> => ({}));
  for (const name of COLUMN_NAMES) {
    const given = fields[`seats.${name}`];
    const column: unknown = Array.isArray(given) ? given : seats.map(() => given);
    if (!Array.isArray(column) || column.length !== seats.length || !column.every(COLUMNS[name])) return wrong(name);
    for (const [i, seat] of seats.entries()) seat[name] = FLAGS.has(name) ? column[i] === 1 : column[i];
  }
  return seats as unknown as SeatView[];
}
