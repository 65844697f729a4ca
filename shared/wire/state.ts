import { type SchemaType, schema, t } from "@colyseus/schema";
import { MODES } from "../lesson/mode.ts";
import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { BEHIND, PHASES } from "../session/events.ts";
import { type ClassView, EXCITED } from "../session/view.ts";
import { writeBallot, writeSteps } from "./ballot.ts";
import { maskOf } from "./mask.ts";
import { packMilestone } from "./milestones.ts";
import { packSeats } from "./seats.ts";

/**
 * A room's synchronised state: a ClassView in small whole numbers. Everybody gets the few fields that a phone needs; the
 * rest is one part that only views with the STAGE tag receive. Every field has a default: Colyseus gives primitives none.
 */

/** The tag of the views (stage, host) that receive the stage's part. */
export const STAGE = 1;

export const SeatState = schema(
  {
    name: t.uint8().default(0),
    /** bit 0 bot, 1 connected, 2 asked, 3 of part C, 4 sent away */
    flags: t.uint8().default(0),
    taps: t.uint16().default(0),
    receptors: t.uint8().default(60),
    conductance: t.uint8().default(100),
    strength: t.uint16().default(100),
    volume: t.uint16().default(100),
    release: t.uint16().default(100),
    tag: t.int8().default(0),
  },
  "SeatState",
);

export const StageState = schema(
  {
    tick: t.uint32().default(0),
    beat: t.uint8().default(0),
    cellSpikes: t.uint16().default(0),
    synchrony: t.int8().default(-1),
    spread: t.int16().default(-1),
    /** tenths of a contact */
    contacts: t.uint16().default(0),
    needed: t.uint8().default(43),
    jitter: t.uint8().default(35),
    /** Conditions: the pathway's place in PATHWAYS, and a bit for each drug and module in force. */
    pathway: t.uint8().default(0),
    drugs: t.uint32().default(0),
    modules: t.uint16().default(0),
    proteins: t.uint8().default(0),
    /** What the electrode does: 0 nothing, else one more than the place in EXCITED; pulses, bursts, ms from pulse to pulse and a tick. */
    electrode: t.uint8().default(0),
    given: t.uint32().default(0),
    pulses: t.uint32().default(0),
    bursts: t.uint16().default(1),
    apart: t.uint32().default(0),
    pace: t.uint16().default(16),
    /** The lesson's steps, JSON (empty: a free class), and the step that runs or ran last. */
    steps: t.string().default(""),
    step: t.int8().default(-1),
    locked: t.boolean().default(false),
    /** DoorView as JSON. */
    door: t.string().default(""),
    canGoBack: t.boolean().default(false),
    /** SettledBet[] as JSON, or empty. */
    settled: t.string().default(""),
    /** PairScore[] as JSON, or empty. */
    learnt: t.string().default(""),
    /** MemoryView as JSON, or empty. */
    memory: t.string().default(""),
    /** How many chose each option of the ballot. */
    counts: t.string().default(""),
    seats: t.map(SeatState),
    /** Three numbers a point: biological minutes x 10, group A, group B in percent x 10. */
    plot: t.array("uint32"),
  },
  "StageState",
);

export const ClassState = schema(
  {
    phase: t.uint8().default(0),
    paused: t.boolean().default(false),
    round: t.int8().default(-1),
    /** Place in BEHIND. */
    behind: t.uint8().default(0),
    turn: t.uint16().default(0),
    /** Session time of the first beat, ms. */
    beatZero: t.uint32().default(0),
    seats: t.uint8().default(0),
    /** Biological minutes; a year has more than 16 bits of them. */
    lapseMinutes: t.uint32().default(0),
    lapseOf: t.uint32().default(0),
    /** How far behind the room's clock the session runs, ms. */
    delay: t.uint16().default(0),
    /** False while the journal cannot write: the class plays on, unrecorded, and the stage says so. */
    recording: t.boolean().default(true),
    /** Milestones, two numbers each: the tick, and kind, seat and figure in a byte each (wire/milestones.ts). */
    story: t.array("uint32"),
    /** Whether the round met its goal: 0 not known, 1 met, 2 missed. */
    met: t.uint8().default(0),
    /** Place in TROUBLES. */
    trouble: t.uint8().default(0),
    /** Place in MODES. */
    mode: t.uint8().default(0),
    /** Who is asked to tap (wire/seats.ts). */
    asked: t.string().default(""),
    /** What the class is asked: SharedBallot as JSON (wire/ballot.ts), or empty. */
    ballot: t.string().default(""),
    stage: t.ref(StageState).view(STAGE),
  },
  "ClassState",
);

export type SeatState = SchemaType<typeof SeatState>;
export type StageState = SchemaType<typeof StageState>;
export type ClassState = SchemaType<typeof ClassState>;

/** Tenths of a minute and of a percent. */
export const PLOT_SCALE = 10;

/** Brings a room's state up to what is seen of its session; writes only what changed, since each write is sent. */
export function project(view: ClassView, state: ClassState): void {
  assign(state, {
    phase: PHASES.indexOf(view.phase),
    paused: view.paused,
    round: view.round,
    behind: BEHIND.indexOf(view.behind),
    turn: view.turn,
    seats: view.seats.length,
    lapseMinutes: Math.floor(view.lapse.minutes),
    lapseOf: Math.round(view.lapse.of),
    met: view.met === null ? 0 : view.met ? 1 : 2,
    mode: MODES.indexOf(view.mode),
    asked: packSeats(view.seats.filter(({ asked }) => asked).map(({ seat }) => seat)),
    ballot: writeBallot(view.ballot),
  });
  if (!view.paused) assign(state, { beatZero: view.beatZero });
  extend(state.story, view.story, packMilestone);
  const { stage } = state;
  assign(stage, {
    tick: view.tick,
    beat: view.beat,
    cellSpikes: view.cellSpikes,
    synchrony: view.synchrony,
    spread: view.spread,
    contacts: Math.round(view.contacts * 10),
    needed: view.needed,
    jitter: view.jitter,
    pathway: PATHWAYS.indexOf(view.conditions.pathway),
    drugs: maskOf(DRUGS, view.conditions.drugs),
    modules: maskOf(MODULES, view.conditions.modules),
    proteins: view.proteins,
    steps: view.lesson ? writeSteps(view.lesson.steps) : "",
    step: view.lesson?.at ?? -1,
    canGoBack: view.canGoBack,
    locked: view.locked,
    settled: view.settled.length > 0 ? JSON.stringify(view.settled) : "",
    learnt: view.learnt.length > 0 ? JSON.stringify(view.learnt) : "",
    memory: view.memory ? JSON.stringify(view.memory) : "",
    counts: view.ballot ? JSON.stringify(view.ballot.counts) : "",
    electrode: view.electrode ? 1 + EXCITED.indexOf(view.electrode.at) : 0,
  });
  if (view.electrode) {
    const { given, pulses, bursts, apart, pace } = view.electrode;
    assign(stage, { given, pulses, bursts, apart, pace });
  }
  for (const seat of view.seats) {
    const key = String(seat.seat);
    let target = stage.seats.get(key);
    if (!target) {
      target = new SeatState();
      stage.seats.set(key, target);
    }
    assign(target, {
      name: seat.name,
      flags:
        Number(seat.bot) |
        (Number(seat.connected) << 1) |
        (Number(seat.asked) << 2) |
        (Number(seat.group === "C") << 3) |
        (Number(seat.removed) << 4),
      taps: seat.taps,
      receptors: seat.receptors,
      conductance: Math.min(255, seat.conductance),
      strength: seat.strength,
      volume: seat.volume,
      release: seat.release,
      tag: seat.tag,
    });
  }
  extend(stage.plot, view.plot, ({ minutes, a, b }) => [minutes, a, b].map((x) => Math.round(x * PLOT_SCALE)));
}

/** What each list shows. */
const shown = new WeakMap<GrowingList, readonly object[]>();

/**
 * Brings a list that grows at its end up to date with what it shows, each thing some numbers; where a class went back in
 * time, what is no longer so goes first. Things are told apart by identity: nothing is changed in one once it is there.
 */
function extend<T extends object>(list: GrowingList, things: readonly T[], numbersOf: (thing: T) => number[]): void {
  const before = (shown.get(list) ?? []) as readonly T[];
  let same = 0;
  while (same < before.length && before[same] === things[same]) same++;
  if (same === before.length && same === things.length) return;
  for (let gone = before.slice(same).flatMap(numbersOf).length; gone > 0; gone--) list.pop();
  list.push(...things.slice(same).flatMap(numbersOf));
  shown.set(list, [...things]);
}
type GrowingList = Pick<number[], "length" | "push" | "pop">;

/** Assigns what differs. */
function assign<T extends object>(target: T, values: Partial<T>): void {
  for (const key in values) if (target[key] !== values[key]) target[key] = values[key]!;
}
