import { checkSound } from "../../shared/model/fingerprint.ts";
import { stream } from "../../shared/model/random.ts";
import { type SessionEvent, TICK_MS } from "../../shared/session/events.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import { Kept } from "../../shared/session/kept.ts";
import { choicesOf } from "../../shared/session/lesson.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import { offBeat } from "../../shared/session/rounds.ts";
import { Session } from "../../shared/session/session.ts";
import type { Refusal, TapFeedback } from "../../shared/wire/answers.ts";
import type { TapMessage } from "../../shared/wire/messages.ts";
import type { Trouble } from "../../shared/wire/trouble.ts";
import type { Claim, JournalStore } from "../journal/store.ts";
import { BiasEstimator } from "./bias.ts";
import { Bots } from "./bots.ts";
import { Feedback } from "./feedback.ts";
import { Inbox } from "./inbox.ts";
import { encodeCheckpoint, type Resumed } from "./recovery.ts";
import { RoomClock } from "./room-clock.ts";
import { Roster } from "./roster.ts";
import { Scribe } from "./scribe.ts";

/** Ticks between two looks whether all of the cell's state are numbers: a divisor of all the others. */
const CHECK_EVERY = 5;
/** Ticks between checkpoints: thirty seconds. */
const CHECKPOINT_EVERY = 750;
/**
 * Most ticks run in one go after a hitch: other rooms get their turn, and the taps that arrived meanwhile are read before the
 * session has passed their moment. A hitch of more than two seconds is not made up for: room time stood still (room-clock.ts).
 */
const CATCH_UP = 5;

export interface LiveClassOptions {
  readonly header: SessionHeader;
  readonly journal: JournalStore;
  /** By which this process writes it. */
  readonly claim: Claim;
  readonly seatLimit: number;
  /** Called when the journal fails. */
  readonly report: (error: unknown) => void;
  /** What the journal has of it, when it broke off and goes on. */
  readonly resumed?: Resumed | undefined;
  /** Room ms that pass in a ms; 1 if not said. */
  readonly pace?: number | undefined;
  /** Said when another process handed it over, with whether it was interrupted there: people are on their way. */
  readonly handedOver?: { readonly interrupted: boolean } | undefined;
}

/**
 * A class that is being held: the session in its room's time, with what feeds it (inbox, bots, offsets) and what it
 * feeds (journal, feedback). It knows no sockets; the Colyseus room is one adapter around it, a test another.
 */
export class LiveClass {
  readonly session: Session;
  readonly clock: RoomClock;
  /** Whether it was paused for want of whoever shows or leads it, and waits for them to come back. */
  interrupted = false;
  /** Seats of the students who were here when it broke off, and are expected back. */
  readonly expected = new Set<number>();
  /** Whether it stands still for good here, because this process stops. */
  stopped = false;
  readonly roster: Roster;
  readonly scribe: Scribe;
  readonly feedback: Feedback;
  readonly inbox: Inbox;
  /** What went wrong, until its teacher lets the class go on. */
  #fault: Exclude<Trouble, "unled"> = "none";
  readonly #kept: Kept;
  readonly #pace: number;
  readonly #bots: Bots;
  readonly #biases = new BiasEstimator();

  constructor({ header, journal, claim, seatLimit, report, resumed, pace = 1, handedOver }: LiveClassOptions) {
    this.#pace = pace;
    this.session = resumed?.session ?? new Session(header);
    this.#kept = resumed?.kept ?? new Kept(this.session);
    this.inbox = new Inbox(this.session);
    this.clock = new RoomClock(resumed ? resumed.session.state.tick * TICK_MS + this.inbox.lateness.delay : 0, pace);
    this.scribe = new Scribe(journal, claim, report, resumed);
    this.feedback = new Feedback(this.session, this.scribe);
    this.roster = new Roster(this.session, stream(header.seed, 1), seatLimit);
    this.#bots = new Bots(this.session, stream(header.seed, 2));
    if (resumed) this.roster.restore(resumed.seats);
    else this.#kept.note();
    if (handedOver) this.interrupted = handedOver.interrupted;
    else if (resumed) this.#wake();
  }

  /** Why the class stands, if nobody paused it. */
  get trouble(): Trouble {
    if (this.#fault !== "none") return this.#fault;
    return this.interrupted ? "unled" : "none";
  }

  /** After a crash nobody is here yet, and what ran stands still until they are. */
  #wake(): void {
    this.session.state.seats.forEach((seat, i) => {
      if (!seat?.connected || seat.bot) return;
      this.expected.add(i);
      this.accept({ kind: "leave", seat: i });
    });
    this.interrupt();
  }

  /** Pauses what runs until people are back; what the teacher paused stays theirs to resume. */
  interrupt(): void {
    this.interrupted = this.accept({ kind: "pause" });
  }

  /** Goes on after an interruption, with a count-in in a round. */
  goOn(): void {
    this.interrupted = false;
    this.expected.clear();
    this.accept({ kind: "resume" });
  }

  /** Applies and records what happens now. @returns whether it changed anything */
  accept(event: SessionEvent): boolean {
    const { phase } = this.session.state;
    const changed = this.#apply(event);
    if (changed) this.scribe.event(this.session.state.tick, event);
    if (phase === "round" && this.session.state.phase !== "round") this.#closeRound();
    return changed;
  }

  /** @throws what the session throws; if that was not its refusal, its state may be half changed and is given up */
  #apply(event: SessionEvent): boolean {
    try {
      return this.session.apply(event);
    } catch (error) {
      if (!(error instanceof RangeError)) this.stand("restored");
      throw error;
    }
  }

  /**
   * Something went wrong. What runs stands still until the teacher lets it go on; a state that may be half changed, or has
   * no numbers in it any more, is given up for the last sound one. A class that stands already is left alone.
   */
  stand(trouble: "paused" | "restored"): void {
    if (this.stopped || this.#fault === trouble || this.#fault === "restored") return;
    this.#fault = trouble;
    this.interrupted = false;
    const { newest } = this.#kept;
    if (trouble === "restored" && newest !== undefined) this.accept({ kind: "restore", to: newest });
    else this.accept({ kind: "pause" });
  }

  /** Seats a newcomer, under a promised name or another. @returns the seat and its key, or undefined when the class is full */
  seatNewcomer(name = this.roster.pickName()): { seat: number; key: string; hash: string } | undefined {
    const seat = this.roster.findSeat();
    if (seat === undefined) return undefined;
    this.accept({ kind: "join", seat, name, bot: false });
    const bias = this.#biases.ofNewcomer(this.session);
    if (bias !== 0) this.accept({ kind: "bias", seat, ms: bias });
    this.forget(seat);
    return { seat, ...this.roster.issueKey(seat) };
  }

  /** Another page plays a seat from now on. */
  forget(seat: number): void {
    this.inbox.forget(seat);
    this.feedback.forget(seat);
  }

  /** Takes a student's tap; the answer comes from `feedback` once it is safe and the cell has answered. */
  tap(seat: number, message: TapMessage): TapFeedback | undefined {
    if (this.stopped) return undefined;
    const verdict = this.inbox.tap(seat, message, this.clock.now());
    if (verdict === "repeated") return undefined;
    if (typeof verdict === "string") return { seq: message.seq, fate: verdict };
    const record = this.scribe.event(verdict.tick, { kind: "tap", seat, offset: verdict.offset });
    this.feedback.expect({ seat, seq: message.seq, placed: verdict, record });
    return undefined;
  }

  /** Takes a student's answer to what the class is asked. @returns why not, if it was refused */
  answer(seat: number, option: number): Refusal | undefined {
    const ballot = this.session.state.lesson?.ballot;
    if (!ballot?.open || this.stopped) return "not-now";
    if (option >= choicesOf(ballot)) return "malformed";
    this.accept({ kind: "answer", seat, option });
    return undefined;
  }

  /** The teacher lets the class go on in spite of what went wrong. */
  forgetFault(): void {
    this.#fault = "none";
  }

  /**
   * Runs the ticks that are due: the session keeps the delay D behind the room's clock.
   * @param each called after each tick with what the cell did in it
   */
  run(each: (pulse: Pulse | undefined) => void): void {
    const due = Math.floor((this.clock.now() - this.inbox.lateness.delay) / TICK_MS);
    for (let i = 0; i < CATCH_UP * this.#pace && this.session.state.tick < due; i++) {
      this.#tick();
      each(this.session.pulse);
    }
    this.inbox.lateness.settle();
    this.scribe.flush();
  }

  /** Records the checksum of the state as it stands between two ticks. */
  proveState(): void {
    this.scribe.hash(this.session);
  }

  /** Keeps the exact state as it stands between two ticks, so that a crash costs no more than thirty seconds' running. */
  keepState(): Promise<void> {
    return this.scribe.checkpoint(this.session.hash(), encodeCheckpoint(this.session.save()));
  }

  /** @throws what went wrong in it; the class then stands, and its time goes on */
  #tick(): void {
    const { tick } = this.session.state;
    try {
      this.#play();
    } catch (error) {
      try {
        this.stand("restored");
      } finally {
        // Also where that fails, or it goes wrong again: a tick that never passes would be tried for ever.
        this.session.state.tick = Math.max(this.session.state.tick, tick + 1);
      }
      throw error;
    }
  }

  #play(): void {
    const { session } = this;
    const { tick, phase } = session.state;
    for (const { seat, at } of this.#bots.plan()) {
      const placed = this.inbox.place(seat, at);
      if (typeof placed === "object") this.scribe.event(placed.tick, { kind: "tap", seat, offset: placed.offset });
    }
    for (const tap of this.inbox.take(tick)) {
      if (tap.kind !== "tap") continue;
      const late = offBeat(session, tap.seat, tap.offset)?.late;
      // For the seat's constant offset.
      if (late !== undefined && !session.state.seats[tap.seat]?.bot) this.#biases.note(tap.seat, late);
      this.feedback.applied(tap.seat, tick, tap.offset, session.apply(tap), late);
    }
    session.step();
    // Before it is proven or kept.
    if (session.state.tick % CHECK_EVERY === 0) checkSound(session.cell);
    // Between a tick and whatever is accepted next: the only instant at which a replay can look at the same state.
    this.#kept.note();
    this.scribe.prove(session);
    if (session.state.tick % CHECKPOINT_EVERY === 0) void this.keepState();
    this.feedback.observe(tick, session.pulse);
    if (phase === "round" && session.state.phase !== "round") this.#closeRound();
  }

  #closeRound(): void {
    for (const { seat, ms } of this.#biases.close(this.session)) this.accept({ kind: "bias", seat, ms });
  }
}
