import type { SessionEvent } from "../session/events.ts";
import { observe } from "../session/observe.ts";
import type { Session } from "../session/session.ts";
import { crc32 } from "./crc.ts";
import { KeyframeWriter } from "./keyframes.ts";
import { encodeEvent, encodeHash, encodeKeyframe, isKeyframe } from "./lines.ts";

/** Ticks between state hashes: one second. */
const HASH_EVERY = 25;
/** Ticks between keyframes where nothing begins, pauses or is taken back: ten seconds. */
export const KEYFRAME_EVERY = 250;

/** Makes the records of a class, in their order: a room's, and whoever else plays one. */
export class RecordWriter {
  readonly #keyframes = new KeyframeWriter();
  /** Of the lines since the last keyframe, its own included. */
  #crc: number;
  /** The turn of the last keyframe: which phase it is, or pause; none was written by us yet. */
  #turn: number | undefined;

  /** @param lines  those that were written before, without the header */
  constructor(lines: readonly string[] = []) {
    this.#crc = lines
      .slice(Math.max(0, lines.findLastIndex(isKeyframe)))
      .reduce((crc, line) => crc32(`${line}\n`, crc), 0);
  }

  event(tick: number, event: SessionEvent): string {
    return this.#written(encodeEvent(tick, event));
  }

  /** The checksum of the state as it stands between two ticks. */
  hash(session: Session): string {
    return this.#written(encodeHash(session.state.tick, session.hash()));
  }

  /** What is due between two ticks, the only instant at which a replay can look at the same state. */
  due(session: Session): string[] {
    const { tick, turn } = session.state;
    const hash = tick % HASH_EVERY === 0 ? [this.hash(session)] : [];
    const keyframe = tick % KEYFRAME_EVERY === 0 || turn !== this.#turn ? [this.#keyframe(session)] : [];
    return [...hash, ...keyframe];
  }

  /** One that begins a phase stands alone, so that a damaged file can be shown again from there on. */
  #keyframe(session: Session): string {
    const { tick, turn } = session.state;
    const all = turn !== this.#turn;
    this.#turn = turn;
    const line = encodeKeyframe({ tick, crc: this.#crc, all, fields: this.#keyframes.write(observe(session), all) });
    this.#crc = 0;
    return this.#written(line);
  }

  #written(line: string): string {
    this.#crc = crc32(`${line}\n`, this.#crc);
    return line;
  }
}
