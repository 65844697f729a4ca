import { Room, ServerError } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import type { ZodType } from "zod";
import { TICK_MS } from "../../shared/session/events.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import type { ClockAnswer, CommandAnswer, PairAnswer, Refusal } from "../../shared/wire/answers.ts";
import {
  answerMessage,
  type CommandMessage,
  clockMessage,
  commandMessage,
  forTheDoor,
  gazeMessage,
  joinOptions,
  renameMessage,
  tapMessage,
} from "../../shared/wire/messages.ts";
import { ClassState, STAGE, StageState } from "../../shared/wire/state.ts";
import type { Key, Said } from "../http/classes-port.ts";
import type { JournalStore } from "../journal/store.ts";
import { hashKey } from "../keys.ts";
import { type Logger, log } from "../log.ts";
import { tickTime } from "../metrics.ts";
import { Admission } from "./admission.ts";
import { Attendance } from "./attendance.ts";
import { NOT_ALLOWED, TOO_MANY_MALFORMED } from "./close-codes.ts";
import { Farewell } from "./farewell.ts";
import { watchFrames } from "./frames.ts";
import { LiveClass } from "./live-class.ts";
import { type Guest, Outbox } from "./outbox.ts";
import { Reception } from "./reception.ts";
import { resume } from "./recovery.ts";
import { refuse } from "./refuse.ts";
import { Remotes } from "./remotes.ts";

/** What a room is opened with: plain data, so that it may come from another process. */
export interface ClassroomOptions {
  readonly code: string;
  readonly classId: string;
  readonly hostHash: string;
  readonly stageHash: string;
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

/** Malformed messages after which a browser is shown the door. */
const PATIENCE = 10;
/**
 * A live class on the network: it lets people in by their keys, hands what they send to the class, and sends out what
 * is seen of it. It decides nothing about synapses, and nothing that goes wrong in it reaches another room.
 */
export class ClassroomRoom extends Room<{ state: ClassState; client: Guest }> {
  static services: ClassroomServices;
  /** Those of this process. */
  static readonly open = new Set<ClassroomRoom>();

  override state = new ClassState();
  override patchRate = null;
  override autoDispose = false;
  override maxMessagesPerSecond = 40;
  #options!: ClassroomOptions;
  #live!: LiveClass;
  #log!: Logger;
  #outbox!: Outbox;
  #admission!: Admission;
  #reception!: Reception;
  #remotes!: Remotes;
  #attendance!: Attendance;
  #farewell!: Farewell;

  override messages = {
    tap: (client: Guest, message: unknown): void => this.#tap(client, message),
    answer: (client: Guest, message: unknown): CommandAnswer => this.#answer(client, message),
    clock: (client: Guest, message: unknown): void => this.#clock(client, message),
    command: (client: Guest, message: unknown): Promise<CommandAnswer> => this.#command(client, message),
    pair: (client: Guest): PairAnswer => this.#pair(client),
    phrase: (client: Guest): Promise<string | null> => this.#phrase(client),
    resume: (client: Guest): string | null => this.#reception.resumeCode(client),
    rename: (client: Guest, message: unknown): Promise<CommandAnswer> => this.#rename(client, message),
    gaze: (client: Guest, message: unknown): void => this.#gaze(client, message),
    _: (client: Guest): void => this.#malformed(client),
  };

  /** @throws CannotResume when a class that is to go on cannot */
  override async onCreate(options: ClassroomOptions): Promise<void> {
    this.roomId = options.code;
    this.metadata = { classId: options.classId };
    this.#options = options;
    this.state.stage = new StageState();
    const { journal, seatLimit, leaderlessMs, pace } = ClassroomRoom.services;
    this.#log = log.child({ room: options.code });
    const report = (error: unknown): void => this.#log.error({ error }, "the journal does not write");
    const resumed = options.goesOn ? await resume(journal, options.header) : undefined;
    this.#live = new LiveClass({
      header: options.header,
      journal,
      seatLimit,
      report,
      resumed,
      pace,
      handedOver: options.handedOver,
    });
    await this.#openDoor(options, report);
    this.#attendance = new Attendance(this.#live, leaderlessMs, options.handedOver !== undefined);
    this.#farewell = new Farewell(this, this.#live, this.#outbox, this.#log);
    // The state is set up before the timer's first tick, so that whoever joins first finds it whole.
    this.#outbox.state();
    this.setTimestep(() => this.#tick(), TICK_MS);
    ClassroomRoom.open.add(this);
    this.#log.info({ goesOn: options.goesOn ?? false }, "a class is open");
  }

  /** Who may come in and lead, as an earlier process kept it. */
  async #openDoor({ classId, goesOn }: ClassroomOptions, report: (error: unknown) => void): Promise<void> {
    const { journal } = ClassroomRoom.services;
    const kept = goesOn ? await journal.admission(classId) : undefined;
    this.#admission = new Admission(kept, (data) => journal.keepAdmission(classId, data), report);
    this.#remotes = new Remotes(this.#admission);
    this.#outbox = new Outbox(this, this.#live, () => this.#reception.view());
    const saveSeat = (seat: number, hash: string): Promise<void> => journal.seat(classId, seat, hash);
    this.#reception = new Reception({
      live: this.#live,
      outbox: this.#outbox,
      admission: this.#admission,
      saveSeat,
      log: this.#log,
    });
  }

  override onDispose(): void {
    ClassroomRoom.open.delete(this);
  }

  /** What is held here, for those who only look. */
  get live(): LiveClass {
    return this.#live;
  }

  /**
   * A throw anywhere in this room is written down and stays in this room. Only its text: Colyseus hangs the caller's
   * options on it, and they hold keys.
   */
  override onUncaughtException({ message, stack, cause }: Error, method: string): void {
    if (cause instanceof ServerError) this.#log.debug({ reason: cause.message }, "refused");
    else this.#log.error({ error: message, stack, method }, "a room caught an exception");
  }

  override async onJoin(client: Guest, options: unknown): Promise<void> {
    if (this.#live.session.state.phase === "ended") throw refuse("no-such-class");
    const parsed = joinOptions.safeParse(options ?? {});
    if (!parsed.success) throw refuse("malformed");
    const { hostKey, stageKey, remoteKey, pairing, seatKey } = parsed.data;
    if (pairing) await this.#joinRemote(client, pairing);
    else if (hostKey ?? stageKey ?? remoteKey) {
      const isHost = hostKey !== undefined && hashKey(hostKey) === this.#options.hostHash;
      const remote = remoteKey === undefined ? undefined : this.#remotes.idOf(remoteKey);
      const isStage = stageKey !== undefined && hashKey(stageKey) === this.#options.stageHash;
      if (!isHost && remote === undefined && !isStage) throw refuse("not-allowed");
      this.#letWatch(client, isHost || remote !== undefined ? "host" : "stage", remote);
      client.send("classId", isHost ? this.#options.classId : "");
    } else await this.#reception.join(client, seatKey);
  }

  /** Whoever shows or leads the class gets the stage's part of the state. */
  #letWatch(client: Guest, role: "host" | "stage", remote?: number): void {
    client.userData = { role, seat: -1, malformed: 0, remote };
    watchFrames(client);
    client.view = new StateView();
    client.view.add(this.state, STAGE);
  }

  /** A remote's key is in the journal before the remote has it, so that it opens the class after any crash. */
  async #joinRemote(client: Guest, { key, pin }: { readonly key: string; readonly pin: string }): Promise<void> {
    if (!this.#remotes.accepts(key, pin, this.clock.currentTime)) throw refuse("not-allowed");
    const own = await this.#remotes.issue();
    if (!own) throw refuse("unreachable");
    this.#letWatch(client, "host", own.id);
    client.send("remoteKey", own.key);
    this.#log.info("a remote was let in");
  }

  #pair(client: Guest): PairAnswer {
    return client.userData?.role === "host" ? this.#remotes.offer(this.clock.currentTime) : null;
  }

  async #phrase(client: Guest): Promise<string | null> {
    return (client.userData?.role === "host" && (await this.#remotes.phrase())) || null;
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

  /** A host tells every wall where to look. */
  #gaze(client: Guest, message: unknown): void {
    if (client.userData?.role !== "host") return;
    const gaze = this.#read(client, gazeMessage, message);
    if (!gaze) return;
    for (const other of this.clients) {
      if (other !== client && other.userData && other.userData.role !== "student") other.send("gaze", gaze);
    }
  }

  override onLeave(client: Guest): void {
    client.view?.dispose();
    this.#reception.left(client);
    const seat = client.userData?.seat ?? -1;
    if (seat < 0 || this.#outbox.phoneOf(seat)) return;
    this.#log.debug({ seat }, "a student left");
    if (this.#live.session.state.phase !== "ended") this.#live.accept({ kind: "leave", seat });
  }

  /** A server that stops ends no class: it goes on where it was when the server is back. */
  override onBeforeShutdown(): void {
    if (this.#live.session.state.phase === "ended") this.#farewell.end();
    else void this.#farewell.suspend(() => this.#handOver());
  }

  async #handOver(): Promise<boolean> {
    const { interrupted } = this.#live;
    const options = { ...this.#options, goesOn: true, handedOver: { interrupted } };
    return (await ClassroomRoom.services.handOver?.(options)) ?? false;
  }

  #tap(client: Guest, message: unknown): void {
    const tap = this.#read(client, tapMessage, message);
    const visitor = client.userData;
    if (!tap || visitor?.role !== "student" || this.#outbox.phoneOf(visitor.seat) !== client) return;
    const answer = this.#live.tap(visitor.seat, tap);
    if (answer) this.#outbox.tell(client, answer);
  }

  #answer(client: Guest, message: unknown): CommandAnswer {
    const visitor = client.userData;
    if (visitor?.role !== "student" || this.#outbox.phoneOf(visitor.seat) !== client) {
      return { ok: false, reason: "not-allowed" };
    }
    const answer = this.#read(client, answerMessage, message);
    const reason = answer ? this.#live.answer(visitor.seat, answer.option) : "malformed";
    return reason ? { ok: false, reason } : { ok: true };
  }

  async #rename(client: Guest, message: unknown): Promise<CommandAnswer> {
    const wish = this.#read(client, renameMessage, message);
    const reason = wish ? await this.#reception.rename(client, wish.name) : "malformed";
    return reason ? { ok: false, reason } : { ok: true };
  }

  #clock(client: Guest, message: unknown): void {
    const ping = this.#read(client, clockMessage, message);
    if (!ping) return;
    const answer: ClockAnswer = [ping.sent, Math.round(this.#live.clock.now() * 10) / 10];
    client.send("clock", answer);
  }

  async #command(client: Guest, message: unknown): Promise<CommandAnswer> {
    if (client.userData?.role !== "host") return { ok: false, reason: "not-allowed" };
    const command = this.#read(client, commandMessage, message);
    const reason = command ? await this.#carryOut(command) : "malformed";
    return reason ? { ok: false, reason } : { ok: true };
  }

  async #carryOut(command: CommandMessage): Promise<Refusal | undefined> {
    if (command.kind === "revoke") return this.#revoke(command.id);
    if (forTheDoor(command)) {
      return this.#live.session.state.phase === "ended" ? "ended" : this.#reception.command(command);
    }
    const reason = this.#live.command(command);
    if (reason) return reason;
    if (command.kind === "remove") {
      await (command.removed ? this.#reception.sendAway([command.seat]) : this.#reception.letBack(command.seat));
    }
    if (command.kind === "rename") await this.#reception.renamed(command.seat);
    return undefined;
  }

  /** A remote leads no more: its key opens nothing, and its page is told. */
  async #revoke(id: number): Promise<Refusal | undefined> {
    if (!(await this.#remotes.revoke(id))) return "stale";
    for (const client of [...this.clients]) if (client.userData?.remote === id) client.leave(NOT_ALLOWED);
    return undefined;
  }

  /** A message of the right shape, or undefined once its sender was told. */
  #read<T>(client: Guest, shape: ZodType<T>, message: unknown): T | undefined {
    const read = shape.safeParse(message);
    if (!read.success) this.#malformed(client);
    return read.data;
  }

  #malformed(client: Guest): void {
    const visitor = client.userData;
    if (visitor && ++visitor.malformed < PATIENCE) client.send("refused", "malformed" satisfies Refusal);
    else client.leave(TOO_MANY_MALFORMED);
  }

  #tick(): void {
    const stop = tickTime.startTimer();
    this.#step();
    stop();
  }

  #step(): void {
    if (this.#live.session.state.phase === "ended") {
      this.#farewell.end();
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
