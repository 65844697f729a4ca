import type { Step } from "../lesson/lesson.ts";
import { type StampedEvent, TICK_MS } from "../session/events.ts";
import { crc32 } from "./crc.ts";
import { type Keyframe, KeyframeReader } from "./keyframes.ts";
import { decodeLine, isKeyframe, type KeyframeLine } from "./lines.ts";
import { KEYFRAME_EVERY } from "./record-writer.ts";

/** Most ticks of a recording: a day. */
export const MOST_TICKS = (24 * 3600 * 1000) / TICK_MS;

/** Longest line that is read, characters: a keyframe with the longest plot has half of it, and what is nested as deep as this costs 40 MB. */
const LONGEST_LINE = 1_000_000;

/**
 * Reads a recording's lines one by one. Up to the first that cannot be read, or cannot be where it stands, it keeps what
 * was done; from there on only what was to be seen. Where the check of an interval fails, all of that interval is left out.
 */
export class RecordReader {
  readonly #events: StampedEvent[] = [];
  readonly #hashes = new Map<number, string>();
  readonly #keyframes: Keyframe[] = [];
  readonly #reader = new KeyframeReader();
  /** Those of the lesson that the class follows. */
  #steps: readonly Step[] = [];
  /** Lines so far, the header included. */
  #lines = 1;
  #damage: string | undefined;
  /** The last tick that a record names, and the last one that is settled: nothing comes for before it any more. */
  #last = 0;
  #settled = 0;
  /** Of the lines since the last keyframe, its own included. */
  #crc = 0;
  /** Whether one of these lines could not be read: then their check is bound to differ. */
  #unread = false;
  /** Whether the last keyframe that is kept begins these lines. */
  #begun = false;
  /** What the last keyframe's check vouches for: what stands before it. Its own line counts in the next one's. */
  #whole = { events: 0, last: 0 };
  readonly #migrated: (line: string) => string;

  /** @param migrated  a line as this format has it */
  constructor(migrated: (line: string) => string) {
    this.#migrated = migrated;
  }

  line(written: string): void {
    this.#lines++;
    try {
      if (written.length > LONGEST_LINE) throw new SyntaxError("it is longer than any record");
      const line = this.#migrated(written);
      if (isKeyframe(line)) this.#keyframe(line);
      else if (this.#damage === undefined) this.#record(line);
    } catch (error) {
      this.#damage ??= `line ${this.#lines}: ${error instanceof Error ? error.message : String(error)}`;
      // It may have been a keyframe: what only says how it differs from that one has no base.
      this.#unread = true;
      this.#reader.forget();
    }
    this.#crc = crc32(`${written}\n`, this.#crc);
  }

  /** All that was read. */
  read() {
    const events = this.#events;
    events.sort((a, b) => a.tick - b.tick || Number(a.event.kind === "tap") - Number(b.event.kind === "tap"));
    const [hashes, keyframes, damage] = [this.#hashes, this.#keyframes, this.#damage];
    return { events, hashes, keyframes, ticks: this.#last + 1, damage };
  }

  #record(line: string): void {
    const record = decodeLine(line);
    if ("fields" in record) throw new SyntaxError(`not a record: ${line.slice(0, 80)}`);
    if (record.tick < this.#settled) {
      // What sealed it may be the wrong one: a keyframe's own line is vouched for by the next alone.
      this.#leaveOut(record.tick);
      return;
    }
    this.#inOrder(record.tick);
    if ("hash" in record) {
      this.#inTime(record.tick);
      this.#hashes.set(record.tick, record.hash);
      this.#settled = record.tick;
    } else {
      this.#events.push(record);
      if (record.event.kind === "lesson") this.#steps = record.event.steps;
    }
    this.#last = Math.max(this.#last, record.tick);
  }

  #keyframe(line: string): void {
    const [crc, unread] = [this.#crc, this.#unread];
    this.#crc = 0;
    this.#unread = false;
    const begun = this.#begun;
    this.#begun = false;
    const { tick, all, fields, crc: check } = decodeLine(line) as KeyframeLine;
    if (check !== crc && !unread) {
      if (this.#damage === undefined) this.#leaveOut(tick);
      else if (begun) this.#keyframes.pop();
      this.#reader.forget();
      this.#unread = false;
    }
    this.#inOrder(tick);
    if (this.#damage === undefined) this.#inTime(tick);
    const keyframe = this.#reader.read(tick, fields, all, this.#steps);
    this.#settled = tick;
    if (keyframe) this.#keyframes.push(keyframe);
    this.#begun = keyframe !== undefined;
    if (this.#damage !== undefined) return;
    this.#whole = { events: this.#events.length, last: this.#last };
    this.#last = Math.max(this.#last, tick);
  }

  /** What came before something sealed is in it: the room never accepts anything for a past that it has written down. */
  #inOrder(tick: number): void {
    if (tick < this.#settled) throw new SyntaxError(`tick ${tick} after what sealed ${this.#settled}`);
    if (tick > MOST_TICKS) throw new SyntaxError(`tick ${tick} is later than any class lasts`);
  }

  /** Something is sealed at least as often as keyframes stand: a tick far beyond is a wrong one. */
  #inTime(tick: number): void {
    if (tick > this.#settled + KEYFRAME_EVERY) throw new SyntaxError(`tick ${tick} follows on ${this.#settled}`);
  }

  /** Forgets what came since the last keyframe, and that one itself: nobody knows which of it is wrong. */
  #leaveOut(tick: number): void {
    const seconds = (at: number): number => (at * TICK_MS) / 1000;
    const from = this.#whole.last;
    this.#keyframes.pop();
    this.#damage = `what was written from ${seconds(from)} to ${seconds(Math.max(from, tick))} s does not fit its check`;
    this.#events.length = this.#whole.events;
    this.#last = this.#whole.last;
    this.#settled = this.#last;
    this.#unread = true;
    this.#begun = false;
    for (const at of this.#hashes.keys()) if (at > this.#last) this.#hashes.delete(at);
    this.#reader.forget();
  }
}
