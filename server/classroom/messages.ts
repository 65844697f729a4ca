import type { ZodType } from "zod";
import type { CardsAnswer, ClockAnswer, CommandAnswer, PairAnswer, Refusal } from "../../shared/wire/answers.ts";
import {
  answerMessage,
  type CommandMessage,
  cardsMessage,
  clockMessage,
  commandMessage,
  forTheDoor,
  gazeMessage,
  isTap,
  renameMessage,
  tapMessage,
} from "../../shared/wire/messages.ts";
import { carryOut } from "./commands.ts";
import type { Conduct } from "./conduct.ts";
import type { Leaders } from "./leaders.ts";
import type { LiveClass } from "./live-class.ts";
import type { Guest, Outbox } from "./outbox.ts";
import type { Reception } from "./reception.ts";
import type { SeatCards } from "./seat-cards.ts";

const answered = (reason: Refusal | undefined): CommandAnswer => (reason ? { ok: false, reason } : { ok: true });

export interface MessageParts {
  readonly live: LiveClass;
  readonly outbox: Outbox;
  readonly reception: Reception;
  readonly leaders: Leaders;
  readonly conduct: Conduct;
  readonly cards: SeatCards;
}

/** What browsers send: each message is held against its shape and against who sent it, and handed on. */
export class Messages {
  readonly #parts: MessageParts;

  constructor(parts: MessageParts) {
    this.#parts = parts;
  }

  tap(client: Guest, message: unknown): void {
    const { live, outbox } = this.#parts;
    const tap = isTap(message) ? message : this.#read(client, tapMessage, message);
    const visitor = client.userData;
    if (!tap || visitor?.role !== "student" || outbox.phoneOf(visitor.seat) !== client) return;
    const answer = live.tap(visitor.seat, tap);
    if (answer) outbox.tell(client, answer);
  }

  answer(client: Guest, message: unknown): CommandAnswer {
    const { live, outbox } = this.#parts;
    const visitor = client.userData;
    if (visitor?.role !== "student" || outbox.phoneOf(visitor.seat) !== client) return answered("not-allowed");
    const answer = this.#read(client, answerMessage, message);
    return answered(answer ? live.answer(visitor.seat, answer.option) : "malformed");
  }

  clock(client: Guest, message: unknown): void {
    const ping = this.#read(client, clockMessage, message);
    if (!ping) return;
    const answer: ClockAnswer = [ping.sent, Math.round(this.#parts.live.clock.now() * 10) / 10];
    client.send("clock", answer);
  }

  async command(client: Guest, message: unknown): Promise<CommandAnswer> {
    if (client.userData?.role !== "host") return answered(this.#parts.conduct.notTheirs(client));
    const command = this.#read(client, commandMessage, message);
    return answered(command ? await this.#carryOut(command) : "malformed");
  }

  pair(client: Guest): PairAnswer {
    return this.#parts.leaders.pair(client);
  }

  phrase(client: Guest): Promise<string | null> {
    return this.#parts.leaders.phrase(client);
  }

  /** A sheet of cards, for a host to print. */
  async cards(client: Guest, message: unknown): Promise<CardsAnswer> {
    if (client.userData?.role !== "host") return null;
    const wish = this.#read(client, cardsMessage, message);
    return (wish && (await this.#parts.cards.issue(wish.count))) ?? null;
  }

  resume(client: Guest): string | null {
    return this.#parts.reception.resumeCode(client);
  }

  async rename(client: Guest, message: unknown): Promise<CommandAnswer> {
    const wish = this.#read(client, renameMessage, message);
    return answered(wish ? await this.#parts.reception.rename(client, wish.name) : "malformed");
  }

  gaze(client: Guest, message: unknown): void {
    if (client.userData?.role !== "host") return;
    const gaze = this.#read(client, gazeMessage, message);
    if (gaze) this.#parts.leaders.gaze(client, gaze);
  }

  /** A message of a kind that nobody knows. */
  unknown(client: Guest, type: unknown): void {
    this.#parts.conduct.unknown(client, type);
  }

  async #carryOut(command: CommandMessage): Promise<Refusal | undefined> {
    const { live, reception, leaders } = this.#parts;
    if (command.kind === "revoke") return leaders.revoke(command.id);
    if (forTheDoor(command)) return live.session.state.phase === "ended" ? "ended" : reception.command(command);
    const reason = carryOut(live, command);
    if (reason) return reason;
    if (command.kind === "remove") {
      await (command.removed ? reception.sendAway([command.seat]) : reception.letBack(command.seat));
    }
    if (command.kind === "rename") await reception.renamed(command.seat);
    return undefined;
  }

  /** A message of the right shape, or undefined once its sender was told. */
  #read<T>(client: Guest, shape: ZodType<T>, message: unknown): T | undefined {
    const read = shape.safeParse(message);
    if (!read.success) this.#parts.conduct.malformed(client);
    return read.data;
  }
}
