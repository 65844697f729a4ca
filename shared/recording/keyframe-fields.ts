import { BET_IDS } from "../lesson/bets.ts";
import { MODES } from "../lesson/mode.ts";
import { isItemId } from "../lesson/quick-check/bank.ts";
import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { BEHIND, MAX_SEATS, PHASES } from "../session/events.ts";
import { MILESTONES } from "../session/milestones.ts";
import { type ClassView, EXCITED, type SeatView } from "../session/view.ts";

/**
 * What a keyframe may hold, field by field: a file from anywhere is drawn from it, so nothing passes that a session could
 * not have shown.
 */

type Check = (x: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

/** A step of a lesson is kept as its number alone: the steps are among the events. */
export type Field = Exclude<keyof ClassView, "tick" | "seats" | "plot" | "lesson" | "door" | "slowMotion"> | "step";
/** A column has a value for each seat. */
export type Column = Exclude<keyof SeatView, "called">;

const MOST = 1e9;
const LONGEST_LIST = 1000;

const number: Check = (x) => typeof x === "number" && Math.abs(x) <= MOST;
const whole =
  (low: number, high = MOST): Check =>
  (x) =>
    Number.isInteger(x) && (x as number) >= low && (x as number) <= high;
const flag: Check = (x) => typeof x === "boolean";
const bit = whole(0, 1);
const oneOf =
  (names: readonly unknown[]): Check =>
  (x) =>
    names.includes(x);
const listOf =
  (check: Check): Check =>
  (x) =>
    Array.isArray(x) && x.length <= LONGEST_LIST && x.every(check);
const nullOr =
  (check: Check): Check =>
  (x) =>
    x === null || check(x);
const missingOr =
  (check: Check): Check =>
  (x) =>
    x === undefined || check(x);
/** Just these fields, each as it must be. */
const shaped =
  (shape: Shape): Check =>
  (x) =>
    typeof x === "object" &&
    x !== null &&
    Object.keys(x).every((key) => Object.hasOwn(shape, key)) &&
    Object.entries(shape).every(([key, check]) => check((x as Record<string, unknown>)[key]));

const seat = whole(0, MAX_SEATS - 1);
const seats = listOf(seat);
const counts = listOf(whole(0));
const packed: Check = (x) => typeof x === "string" && /^[0-9a-f]{0,15}$/.test(x);
const item: Check = isItemId;

export const FIELDS: Readonly<Record<Field, Check>> = {
  phase: oneOf(PHASES),
  paused: flag,
  round: whole(-1, 63),
  behind: oneOf(BEHIND),
  turn: whole(0),
  beatZero: number,
  beat: whole(0),
  lapse: shaped({ minutes: number, of: number }),
  cellSpikes: whole(0),
  synchrony: number,
  spread: number,
  contacts: number,
  needed: number,
  mode: oneOf(MODES),
  jitter: number,
  conditions: shaped({ pathway: oneOf(PATHWAYS), drugs: listOf(oneOf(DRUGS)), modules: listOf(oneOf(MODULES)) }),
  electrode: nullOr(
    shaped({ at: oneOf(EXCITED), given: number, pulses: number, bursts: number, apart: number, pace: number }),
  ),
  proteins: number,
  locked: flag,
  met: nullOr(flag),
  step: whole(-1, LONGEST_LIST),
  canGoBack: flag,
  settled: listOf(shaped({ bet: oneOf(BET_IDS), counts, outcome: whole(-1, 15) })),
  learnt: listOf(
    shaped({
      before: item,
      after: item,
      answered: whole(0),
      right: missingOr(shaped({ before: whole(0), after: whole(0) })),
    }),
  ),
  ballot: nullOr(
    shaped({
      bet: nullOr(oneOf(BET_IDS)),
      item: nullOr(item),
      among: listOf(oneOf(DRUGS)),
      open: flag,
      due: number,
      current: flag,
      outcome: whole(-1, 15),
      counts,
    }),
  ),
  memory: nullOr(
    shaped({
      pictures: listOf(seats),
      shown: whole(-1),
      links: listOf(packed),
      recalled: listOf(shaped({ picture: whole(0), cue: seats, woken: seats })),
      reached: number,
    }),
  ),
  story: listOf(shaped({ kind: oneOf(MILESTONES), tick: whole(0), seat: whole(-1, MAX_SEATS - 1), figure: number })),
};

/** Truth values stand as 1 and 0. */
export const COLUMNS: Readonly<Record<Column, Check>> = {
  seat,
  name: whole(0, 255),
  group: oneOf(["A", "B", "C"]),
  bot: bit,
  connected: bit,
  removed: bit,
  asked: bit,
  taps: whole(0),
  receptors: whole(0, 1000),
  conductance: whole(0, 10_000),
  strength: whole(0, 100_000),
  release: whole(0, 100_000),
  tag: whole(-1, 1),
  volume: whole(0, 100_000),
};

/** Biological minutes, and the strengths of both halves. */
export const isPoint: Check = (x) => Array.isArray(x) && x.length === 3 && x.every((each) => number(each));
