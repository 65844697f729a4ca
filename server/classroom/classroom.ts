import { Room, ServerError } from "@colyseus/core";
import { Encoder } from "@colyseus/schema";
import { ModelFault } from "../../shared/model/fingerprint.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import { joinOptions } from "../../shared/wire/messages.ts";
import { ClassState, StageState } from "../../shared/wire/state.ts";
import type { Key, Said } from "../http/classes-port.ts";
import { type Claim, JournalError, type JournalStore } from "../journal/store.ts";
import { type Logger, log } from "../log.ts";
import { faults, tickTime, type Where } from "../metrics.ts";
import { everyTick } from "../metronome.ts";
import { nowInTick } from "../watchdog.ts";
import { Admission } from "./admission.ts";
import { Attendance } from "./attendance.ts";
import { Conduct } from "./conduct.ts";
import { type Containing, within } from "./containment.ts";
import { Farewell } from "./farewell.ts";
import { type ClassKeys, Leaders } from "./leaders.ts";
import { LiveClass } from "./live-class.ts";
import { Messages } from "./messages.ts";
import { type Guest, Outbox } from "./outbox.ts";
import { Reception } from "./reception.ts";
import { resume } from "./recovery.ts";
import { refuse } from "./refuse.ts";
import { Remotes } from "./remotes.ts";
import { SeatCards } from "./seat-cards.ts";

/** What a room is opened with: plain data, so that it may come from another process. */
export interface ClassroomOptions extends ClassKeys {
  readonly code: string;
  readonly header: SessionHeader;
  /** Whether it is in the journal already, and goes on from there. */
  readonly goesOn?: boolean;
  /** Whether it goes on at once, because another process hands it over; and whether it was paused for want of its leaders. */
  readonly handedOver?: { readonly interrupted: boolean };
}

/** What every room of this process shares; set once, before the first room opens. */
export interface ClassroomServices {
  readonly journal: JournalStore;
  readonly seatLimit: number;
  /** Time without stage and host after which a class pauses, ms. */
  readonly leaderlessMs: number;
  /** Has another process open a class while this one stops. @returns whether one did */
  readonly handOver?: ((options: ClassroomOptions) => Promise<boolean>) | undefined;
  /** Room time that passes in a ms; for tests that play a whole lesson (room-clock.ts). */
  readonly pace?: number;
}

// The whole state of a lesson of 45 minutes, plot and all; with less it would grow the buffer in mid-class, and say so.
Encoder.BUFFER_SIZE = 64 * 1024;

/** Colyseus's names for where something was thrown. */
const WHERE: Readonly<Record<string, Where>> = {
  onJoin: "join",
  onLeave: "leave",
  setTimeout: "timer",
  setInterval: "timer",
};

/**
 * A live class on the network: it lets people in by their keys, hands what they send to the class, and sends out what
 * is seen of it. It decides nothing about synapses, and nothing that goes wrong in it reaches another room.
 */
export class ClassroomRoom extends Room<{ state: ClassState; client: Guest }> implements Containing {
  static services: ClassroomServices;
  /** Those of this process. */
  static readonly open = new Set<ClassroomRoom>();

  override state = new ClassState();
  override patchRate = null;
  override autoDispose = false;
  #options!: ClassroomOptions;
  /** Undefined until the class is open. */
  #live!: LiveClass;
  #log!: Logger;
  #outbox!: Outbox;
  #admission!: Admission;
  #reception!: Reception;
  #remotes!: Remotes;
  #leaders!: Leaders;
  #conduct!: Conduct;
  #messages!: Messages;
  #attendance!: Attendance;
  #farewell!: Farewell;
  /** What went wrong last. */
  #stood: string | undefined;
  #stopTicking: () => void = () => {};

  override messages = {
    tap: this.#hear("tap"),
    answer: this.#hear("answer"),
    clock: this.#hear("clock"),
    command: this.#hear("command"),
    pair: this.#hear("pair"),
    phrase: this.#hear("phrase"),
    cards: this.#hear("cards"),
    resume: this.#hear("resume"),
    rename: this.#hear("rename"),
    gaze: this.#hear("gaze"),
    _: this.#hear("unknown"),
  };

  #hear<K extends keyof Messages>(kind: K) {
    return (client: Guest, message: unknown) =>
      within(this, () => this.#messages[kind](client, message) as ReturnType<Messages[K]>);
  }

  /** @throws CannotResume when a class that is to go on cannot */
  override async onCreate(options: ClassroomOptions): Promise<void> {
    this.roomId = options.code;
    this.metadata = { classId: options.classId };
    this.#options = options;
    this.state.stage = new StageState();
    // Colyseus's clock, by which it also limits messages, goes by the wall clock: an hour put back would lock everybody out.
    Object.assign(this.clock, { now: () => performance.now() });
    this.clock.start();
    const { journal, seatLimit, leaderlessMs, pace } = ClassroomRoom.services;
    this.#log = log.child({ room: options.code });
    const report = (error: unknown): void => this.#log.error({ error }, "the journal does not write");
    // From here on no other process writes it, so that what is read now is all there is.
    const claim = await journal.claim(options.classId);
    const resumed = options.goesOn ? await resume(journal, options.header) : undefined;
    this.#live = new LiveClass({
      header: options.header,
      journal,
      claim,
      seatLimit,
      report,
      resumed,
      pace,
      handedOver: options.handedOver,
    });
    await this.#openDoor(claim, options.goesOn ?? false, report);
    this.#attendance = new Attendance(this.#live, leaderlessMs, options.handedOver !== undefined);
    this.#farewell = new Farewell(this, this.#live, this.#outbox, this.#log);
    // The state is set up before the timer's first tick, so that whoever joins first finds it whole.
    this.#outbox.state();
    this.#stopTicking = everyTick(() => within(this, () => this.#tick()));
    ClassroomRoom.open.add(this);
    this.#log.info({ goesOn: options.goesOn ?? false }, "a class is open");
  }

  /** Who may come in and lead, as an earlier process kept it. */
  async #openDoor(claim: Claim, goesOn: boolean, report: (error: unknown) => void): Promise<void> {
    const { journal } = ClassroomRoom.services;
    const kept = goesOn ? await journal.admission(claim.sessionId) : undefined;
    this.#admission = new Admission(kept, (data) => journal.keepAdmission(claim, data), report);
    this.#remotes = new Remotes(this.#admission);
    this.#outbox = new Outbox(this, this.#live, () => this.#reception.view());
    const saveSeat = (seat: number, hash: string): Promise<void> => journal.seat(claim, seat, hash);
    const cards = new SeatCards(this.#admission);
    this.#reception = new Reception({
      live: this.#live,
      outbox: this.#outbox,
      admission: this.#admission,
      cards,
      saveSeat,
      log: this.#log,
    });
    this.#leaders = new Leaders(this, this.#options, this.#remotes, this.#log);
    this.#conduct = new Conduct(this.#log, (seat) => this.#reception.coolDown(seat));
    this.#messages = new Messages({
      live: this.#live,
      outbox: this.#outbox,
      reception: this.#reception,
      leaders: this.#leaders,
      conduct: this.#conduct,
      cards,
    });
  }

  override onDispose(): void {
    this.#stopTicking();
    ClassroomRoom.open.delete(this);
  }

  /** What is held here, for those who only look. */
  get live(): LiveClass {
    return this.#live;
  }

  /** How long it has stood empty, ms; 0 where somebody has a seat to come back to. */
  get forsakenFor(): number {
    const { seats, phase } = this.#live.session.state;
    return phase === "ended" || seats.some((seat) => seat && !seat.bot) ? 0 : this.#attendance.emptyFor;
  }

  /** Ends, and is gone. */
  giveWay(): Promise<void> {
    this.#live.accept({ kind: "end" });
    return this.#farewell.end();
  }

  override onUncaughtException({ message, stack, cause }: Error, method: string): void {
    if (cause instanceof ServerError) this.#log.debug({ reason: cause.message }, "refused");
    else this.contain(cause ?? { message, stack }, WHERE[method] ?? "message");
  }

  /**
   * What goes wrong in this room stays in it: it is written down and counted, and the class stands until its teacher lets
   * it go on. Only the text is kept: Colyseus hangs a caller's options on its errors, and they hold keys.
   */
  contain(error: unknown, where: Where): void {
    const { message = String(error), stack } = (error ?? {}) as Partial<Error>;
    const known = error instanceof ModelFault ? "state" : where;
    faults[known]++;
    // Of a tick that goes wrong again and again nobody needs a line each.
    const level = known === "tick" && this.#stood === message ? "debug" : "error";
    this.#stood = message;
    this.#log[level]({ error: message, stack, where: known }, "something went wrong in a class");
    // The journal's own faults are told as what they are, and stop no class.
    if (error instanceof JournalError) return;
    try {
      this.#live?.stand("paused");
    } catch (failure) {
      this.#log.error({ error: (failure as Error).message }, "a class cannot be paused");
    }
  }

  override onJoin(client: Guest, options: unknown): Promise<void> {
    return within(this, () => this.#letIn(client, options));
  }

  async #letIn(client: Guest, options: unknown): Promise<void> {
    this.#conduct.watch(client);
    if (this.#live.session.state.phase === "ended") throw refuse("no-such-class");
    const parsed = joinOptions.safeParse(options ?? {});
    if (!parsed.success) throw refuse("malformed");
    const { hostKey, stageKey, remoteKey, pairing, seatKey, card } = parsed.data;
    if (pairing ?? hostKey ?? stageKey ?? remoteKey) await this.#leaders.join(client, parsed.data);
    else await this.#reception.join(client, seatKey, card);
  }

  /** The key that a person's code or phrase stands for; called from HTTP, perhaps of another process. */
  async exchange(said: Said): Promise<Key | undefined> {
    if ("resume" in said) {
      const seatKey = await this.#reception.resume(said.resume);
      return seatKey === undefined ? undefined : { seatKey };
    }
    const remoteKey = await this.#remotes.recover(said.phrase);
    return remoteKey === undefined ? undefined : { remoteKey };
  }

  override onLeave(client: Guest): void {
    within(this, () => this.#leave(client));
  }

  #leave(client: Guest): void {
    client.view?.dispose();
    this.#reception.left(client);
    const seat = this.#outbox.left(client);
    if (seat === undefined) return;
    this.#log.debug({ seat }, "a student left");
    if (this.#live.session.state.phase !== "ended") this.#live.accept({ kind: "leave", seat });
  }

  /** A server that stops ends no class: it goes on where it was when the server is back. */
  override onBeforeShutdown(): void {
    if (this.#live.session.state.phase === "ended") void this.#farewell.end();
    else void this.#farewell.suspend(() => this.#handOver());
  }

  async #handOver(): Promise<boolean> {
    const { interrupted } = this.#live;
    const options = { ...this.#options, goesOn: true, handedOver: { interrupted } };
    return (await ClassroomRoom.services.handOver?.(options)) ?? false;
  }

  #tick(): void {
    const began = performance.now();
    nowInTick(this.roomId);
    try {
      this.clock.tick();
      this.#step();
    } catch (error) {
      this.contain(error, "tick");
    }
    nowInTick("");
    tickTime.observe((performance.now() - began) / 1000);
  }

  #step(): void {
    if (this.#live.session.state.phase === "ended") {
      void this.#farewell.end();
      this.#outbox.state();
      return;
    }
    if (this.#live.stopped) return;
    if (this.#live.scribe.overtaken) {
      this.#farewell.giveUp();
      return;
    }
    this.#live.run((pulse) => this.#outbox.pulse(pulse));
    this.#outbox.send();
    this.#admission.retry();
    this.#attendance.watch(this.clients);
  }
}
