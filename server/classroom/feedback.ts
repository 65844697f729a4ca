import { synapseOf } from "../../shared/session/observe.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { Session } from "../../shared/session/session.ts";
import type { TapFeedback } from "../../shared/wire/answers.ts";
import type { Placed } from "./inbox.ts";
import type { Scribe } from "./scribe.ts";

/** Ticks in which the cell's answer to a tap is watched: the burst's four spikes and the calcium they bring. */
const WATCH_TICKS = 4;

interface Expected {
  readonly seat: number;
  readonly seq: number;
  readonly placed: Placed;
  /** Number of the tap's journal record. */
  readonly record: number;
  fired?: boolean;
  early?: number | undefined;
  spiked: boolean;
  calcium: number;
}

const NOTHING: readonly never[] = [];

/** One private answer to each tap: sent when its record is in the journal and the cell has answered. */
export class Feedback {
  readonly #session: Session;
  readonly #scribe: Scribe;
  #waiting: Expected[] = [];

  constructor(session: Session, scribe: Scribe) {
    this.#session = session;
    this.#scribe = scribe;
  }

  expect(tap: Pick<Expected, "seat" | "seq" | "placed" | "record">): void {
    this.#waiting.push({ ...tap, spiked: false, calcium: 0 });
  }

  /** The session applied a tap. @param early ms from its beat, if there was one */
  applied(seat: number, tick: number, offset: number, fired: boolean, early: number | undefined): void {
    for (const tap of this.#waiting) {
      const { placed } = tap;
      if (tap.seat !== seat || placed.tick !== tick || placed.offset !== offset || tap.fired !== undefined) continue;
      tap.fired = fired;
      tap.early = early;
      return;
    }
  }

  /** Another page plays the seat now, with a count of its own: what the one before is owed goes unsaid. */
  forget(seat: number): void {
    this.#waiting = this.#waiting.filter((tap) => tap.seat !== seat);
  }

  /** The cell's answer in one tick. */
  observe(tick: number, pulse: Pulse | undefined): void {
    if (!pulse) return;
    for (const tap of this.#waiting) {
      if (tap.placed.tick > tick || tap.placed.tick + WATCH_TICKS <= tick) continue;
      tap.spiked ||= pulse.spikes.length > 0;
      tap.calcium = Math.max(tap.calcium, pulse.calcium[tap.seat] ?? 0);
    }
  }

  /** Takes the answers that are ready. */
  take(): readonly { seat: number; message: TapFeedback }[] {
    const { tick } = this.#session.state;
    const isReady = ({ record, placed }: Expected): boolean =>
      record <= this.#scribe.committed && placed.tick + WATCH_TICKS <= tick;
    const ready = this.#waiting.filter(isReady);
    if (ready.length === 0) return NOTHING;
    this.#waiting = this.#waiting.filter((tap) => !isReady(tap));
    const threshold = this.#session.header.parameters.thP;
    return ready.map(({ seat, seq, fired, early, spiked, calcium }) => ({
      seat,
      message: fired
        ? {
            seq,
            fate: "fired",
            ...(early === undefined ? {} : { early }),
            spiked,
            calcium: Math.round((100 * calcium) / threshold),
            synapse: synapseOf(this.#session, seat),
          }
        : { seq, fate: "resting" },
    }));
  }
}
