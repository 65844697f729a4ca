import { lagOf } from "../lesson/round.ts";
import { type StampedEvent, TICK_MS } from "../session/events.ts";
import type { Milestone } from "../session/milestones.ts";
import { type Pulse, pulseTime } from "../session/pulse.ts";
import type { Session } from "../session/session.ts";
import { nearestBeat } from "../session/timing.ts";

/** Ticks that share a figure of the timeline: a second. */
export const BIN_TICKS = 25;
/** Ticks in which the cell's answer to a tap is watched, as the room does for the phone: its burst, and the calcium it brings. */
const WATCH_TICKS = 4;
/** Most taps that are listed: sixty students who tap twice a second for half an hour. Those after are seen, not stepped to. */
const MOST_TAPS = 216_000;
/** A tick and a seat in one number: more than there are seats. */
const SEATS = 64;
const NO_BEAT = 0x7fff;
/** In place of the calcium of a tap of which no more is known than that it was. */
const UNTOLD = 0xffff;

/** What a timeline draws of a class. */
export interface Course {
  /** Spikes of the cell in each BIN_TICKS. */
  readonly spikes: readonly number[];
  /** Synchrony of each beat that two or more tapped with, percent, at the tick that closed it. */
  readonly synchrony: readonly { readonly tick: number; readonly percent: number }[];
  /** In order; what was taken back stands there, too. */
  readonly milestones: readonly Milestone[];
  readonly taps: TapLog;
}

/** Every tap that reached the cell, packed: in order of ticks. */
export interface TapLog {
  /** tick · 64 + seat */
  readonly keys: Uint32Array;
  /** ms on the wall into its tick */
  readonly offsets: Uint8Array;
  /** ms from its beat, negative when early; NO_BEAT without one */
  readonly early: Int16Array;
  /** Whether the cell fired within its burst */
  readonly spiked: Uint8Array;
  /** Highest calcium of its synapse after it, percent of the LTP threshold */
  readonly calcium: Uint16Array;
}

/** A tap as the phone was told of it. */
export interface LoggedTap {
  readonly seat: number;
  /** Session ms. */
  readonly time: number;
  readonly early: number | undefined;
  readonly spiked: boolean;
  readonly calcium: number;
}

/** Takes down the course of a class that is played tick by tick, from its start. */
export class CourseRecorder {
  readonly #spikes: number[] = [];
  readonly #synchrony: { tick: number; percent: number }[] = [];
  readonly #milestones: Milestone[] = [];
  readonly #taps: { key: number; offset: number; early: number; spiked: boolean; calcium: number }[] = [];
  #told = 0;
  #beat = 0;
  /** The first tap that is still watched. */
  #watched = 0;

  /** Takes down the tick that the session has just run. */
  note(session: Session, pulse: Pulse | undefined): void {
    const { tick, beat, synchrony, story } = session.state;
    if (beat > this.#beat && synchrony >= 0) this.#synchrony.push({ tick, percent: synchrony });
    this.#beat = beat;
    // What was taken back leaves the list shorter.
    this.#milestones.push(...story.told.slice(Math.min(this.#told, story.told.length)));
    this.#told = story.told.length;
    if (!pulse) return;
    const bin = Math.floor(pulse.tick / BIN_TICKS);
    if (pulse.spikes.length > 0) this.#spikes[bin] = (this.#spikes[bin] ?? 0) + pulse.spikes.length;
    this.#noteTaps(session, pulse);
    this.#watch(session, pulse);
  }

  #noteTaps(session: Session, pulse: Pulse): void {
    for (const { seat, offset } of pulse.taps) {
      if (this.#taps.length >= MOST_TAPS) return;
      const early = earlyOf(session, seat, pulseTime(pulse) + offset) ?? NO_BEAT;
      this.#taps.push({ key: pulse.tick * SEATS + seat, offset, early, spiked: false, calcium: 0 });
    }
  }

  #watch(session: Session, pulse: Pulse): void {
    const percent = 100 / session.header.parameters.thP;
    for (let i = this.#watched; i < this.#taps.length; i++) {
      const tap = this.#taps[i]!;
      if (Math.floor(tap.key / SEATS) + WATCH_TICKS <= pulse.tick) {
        this.#watched = i + 1;
        continue;
      }
      tap.spiked ||= pulse.spikes.length > 0;
      tap.calcium = Math.max(tap.calcium, Math.round(percent * (pulse.calcium[seatOf(tap.key)] ?? 0)));
    }
  }

  /** What has been taken down. @param ticks  length of the class */
  course(ticks: number): Course {
    const taps = this.#taps;
    return {
      spikes: Array.from({ length: Math.ceil(ticks / BIN_TICKS) }, (_, bin) => this.#spikes[bin] ?? 0),
      synchrony: this.#synchrony,
      milestones: this.#milestones,
      taps: {
        keys: Uint32Array.from(taps, ({ key }) => key),
        offsets: Uint8Array.from(taps, ({ offset }) => offset),
        early: Int16Array.from(taps, ({ early }) => early),
        spiked: Uint8Array.from(taps, ({ spiked }) => Number(spiked)),
        calcium: Uint16Array.from(taps, ({ calcium }) => calcium),
      },
    };
  }
}

/**
 * A course with the taps of its events from a tick on. What they did is not known, nor when in their tick they came: they
 * are stepped to, and not told.
 */
export function withTaps(course: Course, events: readonly StampedEvent[], from: number): Course {
  const { keys, offsets, early, spiked, calcium } = course.taps;
  const before = firstFrom(course.taps, from);
  const added = events
    .flatMap(({ tick, event }) => (event.kind === "tap" && tick >= from ? [tick * SEATS + event.seat] : []))
    .slice(0, MOST_TAPS - before);
  const filled = (value: number): number[] => added.map(() => value);
  const taps: TapLog = {
    keys: Uint32Array.from([...keys.subarray(0, before), ...added]),
    offsets: Uint8Array.from([...offsets.subarray(0, before), ...filled(0)]),
    early: Int16Array.from([...early.subarray(0, before), ...filled(NO_BEAT)]),
    spiked: Uint8Array.from([...spiked.subarray(0, before), ...filled(0)]),
    calcium: Uint16Array.from([...calcium.subarray(0, before), ...filled(UNTOLD)]),
  };
  return { ...course, taps };
}

const seatOf = (key: number): number => key % SEATS;

/** How far a tap was from its seat's beat, ms; undefined without a beat. @param time session ms */
function earlyOf(session: Session, seat: number, time: number): number | undefined {
  const { round } = session;
  if (!round?.guided || session.state.phase !== "round") return undefined;
  const since = time - session.beatZero() - lagOf(round, seat);
  const beat = nearestBeat(round, since);
  return beat < 0 ? undefined : Math.round(since - beat * round.beatMs);
}

/** The number of the first tap at or after a tick. */
function firstFrom({ keys }: TapLog, tick: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < tick * SEATS) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tapAt(log: TapLog, i: number): LoggedTap {
  const [key, early] = [log.keys[i]!, log.early[i]!];
  return {
    seat: seatOf(key),
    time: Math.floor(key / SEATS) * TICK_MS + log.offsets[i]!,
    early: early === NO_BEAT ? undefined : early,
    spiked: log.spiked[i] === 1,
    calcium: log.calcium[i]!,
  };
}

/**
 * The nearest tap in a later tick, or in an earlier one.
 * @param seat  of this seat alone
 */
export function nextTap(log: TapLog, tick: number, direction: 1 | -1, seat?: number): LoggedTap | undefined {
  let i = direction > 0 ? firstFrom(log, tick + 1) : firstFrom(log, tick) - 1;
  while (seat !== undefined && i >= 0 && i < log.keys.length && seatOf(log.keys[i]!) !== seat) i += direction;
  return i >= 0 && i < log.keys.length ? tapAt(log, i) : undefined;
}

/** The last taps of a seat up to an instant, oldest first. @param from  session ms of the earliest that counts */
export function lastTaps(log: TapLog, seat: number, from: number, to: number, most: number): readonly LoggedTap[] {
  const found: LoggedTap[] = [];
  for (let i = firstFrom(log, Math.floor(to / TICK_MS) + 1) - 1; i >= 0 && found.length < most; i--) {
    if (seatOf(log.keys[i]!) !== seat || log.calcium[i] === UNTOLD) continue;
    const tap = tapAt(log, i);
    if (tap.time < from) break;
    if (tap.time <= to) found.unshift(tap);
  }
  return found;
}
