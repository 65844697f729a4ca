import { type Cell, csv } from "../csv.ts";
import { misconceptionOf, OPTIONS } from "../lesson/quick-check/bank.ts";
import { classGain, scorePairs, tally } from "../lesson/quick-check/score.ts";
import { MODEL_VERSION } from "../model/parameters.ts";
import { TICK_MS } from "../session/events.ts";
import { observe } from "../session/observe.ts";
import { offBeat } from "../session/rounds.ts";
import type { Session } from "../session/session.ts";
import { Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";

export const TABLES = ["taps", "strengths", "students", "answers", "learning", "columns"] as const;
export type TableName = (typeof TABLES)[number];

/** A file of a class's numbers. */
export interface TableFile {
  readonly name: string;
  /** With a byte-order mark, by which spreadsheets know UTF-8. */
  readonly text: string;
}

/** Ticks between two looks at the synapses: ten seconds on the wall. */
const LOOK_EVERY = 250;

type Lines = Cell[][];

/**
 * What happened in a class, as tables: taps, strengths over time, students, answers, and what each column means. Students
 * are seats; names are in none of them. Answers of the quick check are counts of the class.
 * @throws what the recording's simulation throws
 */
export function tablesOf(recording: Recording): TableFile[] {
  const playback = new Playback(recording);
  const { session } = playback;
  const taps: Lines = [["time_s", "seat", "round", "fired", "off_beat_ms"]];
  const strengths: Lines = [
    ["time_s", "minutes_in_the_cell", "seat", "receptors", "conductance_percent", "strength_percent"],
  ];
  const people = new Map<number, Person>();
  let next = 0;
  while (session.state.tick < recording.ticks) {
    const { tick } = session.state;
    if (tick % LOOK_EVERY === 0) look(session, strengths);
    // The playback applies these; how far they are off their beat is known only before that.
    for (let due = recording.events[next]; due && due.tick <= tick; due = recording.events[++next]) {
      const { event } = due;
      if (event.kind !== "tap") continue;
      const off = offBeat(session, event.seat, event.offset);
      const fired = off !== undefined;
      taps.push([seconds(tick), event.seat + 1, session.round?.id ?? "", Number(fired), off?.late ?? Number.NaN]);
      if (fired) note(people, event.seat, off.late);
    }
    playback.step();
  }
  look(session, strengths);
  return [
    file("taps", taps),
    file("strengths", strengths),
    file("students", students(session, people)),
    file("answers", answers(session)),
    file("learning", learning(session)),
    file("columns", columns(recording)),
  ];
}

/** A student's taps that fired, and the sums by which their timing is told. */
interface Person {
  taps: number;
  timed: number;
  sum: number;
  squares: number;
}

function note(people: Map<number, Person>, seat: number, late: number | undefined): void {
  const person = people.get(seat) ?? { taps: 0, timed: 0, sum: 0, squares: 0 };
  people.set(seat, person);
  person.taps++;
  if (late === undefined) return;
  person.timed++;
  person.sum += late;
  person.squares += late * late;
}

function look(session: Session, strengths: Lines): void {
  const { tick, plot, seats } = observe(session);
  const minutes = plot.at(-1)?.minutes ?? 0;
  for (const { seat, receptors, conductance, strength } of seats) {
    strengths.push([seconds(tick), round(minutes), seat + 1, receptors, conductance, strength]);
  }
}

function students(session: Session, people: ReadonlyMap<number, Person>): Lines {
  const lines: Lines = [
    ["seat", "group", "bot", "taps", "mean_off_beat_ms", "sd_off_beat_ms", "receptors", "strength_percent"],
  ];
  for (const { seat, group, bot, receptors, strength } of observe(session).seats) {
    const { taps = 0, timed = 0, sum = 0, squares = 0 } = people.get(seat) ?? {};
    const mean = timed > 0 ? sum / timed : Number.NaN;
    const sd = timed > 1 ? Math.sqrt(Math.max(0, (squares - timed * mean * mean) / (timed - 1))) : Number.NaN;
    lines.push([seat + 1, group, Number(bot), taps, round(mean), round(sd), receptors, strength]);
  }
  return lines;
}

function answers({ state }: Session): Lines {
  const lines: Lines = [["asked", "option", "answers", "came_true"]];
  for (const { bet, counts, outcome } of state.lesson?.settled ?? []) {
    counts.forEach((count, option) => {
      lines.push([`bet ${bet}`, option + 1, count, Number(option === outcome)]);
    });
  }
  for (const check of state.lesson?.checks ?? []) {
    tally(check).forEach((count, option) => {
      lines.push([`question ${check.item}`, OPTIONS[option]!, count, ""]);
    });
  }
  return lines;
}

/** Of those who answered both questions on an idea; nothing of fewer than are told of (quick-check/score.ts). */
function learning({ state }: Session): Lines {
  const pairs = scorePairs(state.lesson?.checks ?? []);
  const lines: Lines = [["idea", "before", "after", "answered_both", "right_before", "right_after", "normalised_gain"]];
  for (const pair of pairs) {
    const { before, after, answered, right } = pair;
    const figures = right ? [right.before, right.after, round(classGain([pair]) ?? Number.NaN)] : ["", "", ""];
    lines.push([misconceptionOf(after), before, after, answered, ...figures]);
  }
  if (pairs.length > 0) lines.push(["all", "", "", "", "", "", round(classGain(pairs) ?? Number.NaN)]);
  return lines;
}

/** What each column means, and whose figures they are: the class may have been held with another version of the model. */
const columns = ({ header }: Recording): Lines => [
  ["file", "column", "unit", "meaning"],
  ["all", "", "", `the class's taps, simulated with model ${MODEL_VERSION}; it was held with model ${header.model}`],
  ...COLUMNS,
];

const COLUMNS: Lines = [
  ["taps", "time_s", "s", "since the class began, on the wall; to 40 ms"],
  ["taps", "seat", "", "the student's number, as on the wall"],
  ["taps", "round", "", "the round that ran"],
  ["taps", "fired", "0 or 1", "whether it counted: a tap in a pause does not"],
  ["taps", "off_beat_ms", "ms", "after its beat, on the wall; negative: before; empty without a beat"],
  ["strengths", "time_s", "s", "since the class began, on the wall"],
  ["strengths", "minutes_in_the_cell", "min", "biological time"],
  ["strengths", "seat", "", "the student's number"],
  ["strengths", "receptors", "", "AMPA receptors in the density (schematic: 60 at rest)"],
  ["strengths", "conductance_percent", "%", "conductance of one channel, of rest (phosphorylation)"],
  ["strengths", "strength_percent", "%", "EPSP, of baseline"],
  ["students", "seat", "", "the student's number"],
  ["students", "group", "", "part of the class in the last round"],
  ["students", "bot", "0 or 1", "a bot of the teacher's"],
  ["students", "taps", "", "taps that counted"],
  ["students", "mean_off_beat_ms", "ms", "mean of off_beat_ms"],
  ["students", "sd_off_beat_ms", "ms", "its standard deviation"],
  ["students", "receptors", "", "AMPA receptors at the end"],
  ["students", "strength_percent", "%", "EPSP at the end, of baseline"],
  ["answers", "asked", "", "the bet or question; several students' answers together, never one's"],
  ["answers", "option", "", "the bet's option, counted from 1; a question's letter"],
  ["answers", "answers", "", "how many chose it"],
  ["answers", "came_true", "0 or 1", "whether the option came true; empty for questions"],
  ["learning", "idea", "", "what many believe before the lesson; all: every answer counts alike"],
  ["learning", "before", "", "the question asked first"],
  ["learning", "after", "", "its twin"],
  ["learning", "answered_both", "", "how many answered both"],
  ["learning", "right_before", "", "how many of them were right; empty of fewer than five"],
  ["learning", "right_after", "", "the same, afterwards"],
  ["learning", "normalised_gain", "", "(after - before) / (1 - before) in shares (Hake 1998)"],
];

const seconds = (tick: number): number => (tick * TICK_MS) / 1000;
const round = (x: number): number => Math.round(100 * x) / 100;
const file = (name: TableName, lines: Lines): TableFile => ({ name: `${name}.csv`, text: `\ufeff${csv(lines)}` });
