import { lagOf } from "../../shared/lesson/round.ts";
import { standardScript } from "../../shared/lesson/script.ts";
import { MODEL_VERSION, standardParameters } from "../../shared/model/parameters.ts";
import { gaussian, stream } from "../../shared/model/random.ts";
import { RecordWriter } from "../../shared/recording/record-writer.ts";
import { sealed } from "../../shared/recording/seal.ts";
import { type SessionEvent, TICK_MS } from "../../shared/session/events.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../../shared/session/header.ts";
import { Session } from "../../shared/session/session.ts";
import { stepsPerTick } from "../../shared/session/timing.ts";

export const testHeader = (seed = 1): SessionHeader => ({
  magic: MAGIC,
  format: FORMAT,
  model: MODEL_VERSION,
  classId: "test",
  startedAt: "2026-01-01T00:00:00.000Z",
  seed,
  parameters: standardParameters,
  script: standardScript,
});

/** A class without a server: it plays rounds with seeded students and writes the same recording that a room would. */
export class PlayedClass {
  readonly session: Session;
  readonly lines: string[];
  readonly #writer = new RecordWriter();
  readonly #random: Uint32Array;

  constructor(seats: number, seed = 1) {
    const header = testHeader(seed);
    this.session = new Session(header);
    this.lines = [JSON.stringify(header)];
    this.#random = stream(seed, 7);
    for (let seat = 0; seat < seats; seat++) this.accept({ kind: "join", seat, name: seat, bot: false });
  }

  accept(event: SessionEvent): boolean {
    this.lines.push(this.#writer.event(this.session.state.tick, event));
    return this.session.apply(event);
  }

  step(ticks = 1): void {
    for (let i = 0; i < ticks; i++) {
      this.session.step();
      this.lines.push(...this.#writer.due(this.session));
    }
  }

  /**
   * Plays one round to its end, lapse included; the given seats tap on each beat.
   * @param jitterMs SD of a tap around the beat, wall-clock ms
   */
  play(round: number, tapping: (seat: number) => boolean, jitterMs = 20): void {
    this.accept({ kind: "start", round });
    this.tapThrough(tapping, jitterMs);
  }

  /** Plays the round that has begun to its end, lapse included. */
  tapThrough(tapping: (seat: number) => boolean, jitterMs: number): void {
    const { beats, beatMs, pictures } = this.session.round!;
    const zero = this.session.beatZero();
    const taps = new Map<number, SessionEvent[]>();
    for (let beat = 0; beat < beats; beat++) {
      this.session.state.seats.forEach((_, seat) => {
        // Whom a picture asks shows when its turn comes.
        if (!tapping(seat) || !(pictures || this.session.asks(seat))) return;
        const at = zero + beat * beatMs + lagOf(this.session.round, seat) + jitterMs * gaussian(this.#random);
        const tick = Math.floor(at / TICK_MS);
        const offset = Math.floor(((at - tick * TICK_MS) * stepsPerTick(this.session.round!)) / TICK_MS);
        taps.set(tick, [...(taps.get(tick) ?? []), { kind: "tap", seat, offset }]);
      });
    }
    while (this.session.state.phase === "round" || this.session.state.phase === "lapse") {
      for (const tap of taps.get(this.session.state.tick) ?? []) {
        if (tap.kind === "tap" && this.session.asks(tap.seat)) this.accept(tap);
      }
      this.step();
    }
  }

  /** The checksum of the state as it stands. */
  prove(): void {
    this.lines.push(this.#writer.hash(this.session));
  }

  /** The recording as a server would give it out, unsigned. */
  text(): string {
    return sealed(`${this.lines.join("\n")}\n`);
  }
}
