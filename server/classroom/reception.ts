import { groupOf } from "../../shared/session/events.ts";
import { synapseOf } from "../../shared/session/observe.ts";
import type { Refusal, Welcome } from "../../shared/wire/answers.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import { COOL_DOWN_MS } from "../../shared/wire/limits.ts";
import type { DoorCommand } from "../../shared/wire/messages.ts";
import { hashKey, newKey } from "../keys.ts";
import type { Logger } from "../log.ts";
import { reconnects } from "../metrics.ts";
import type { Admission } from "./admission.ts";
import { Bursts } from "./bursts.ts";
import { REMOVED, TAKEN_OVER, TURNED_AWAY } from "./close-codes.ts";
import type { LiveClass } from "./live-class.ts";
import { Naming } from "./naming.ts";
import type { Guest, Outbox } from "./outbox.ts";
import { refuse } from "./refuse.ts";
import { ResumeCodes } from "./resume-codes.ts";
import type { SeatCards } from "./seat-cards.ts";
import { type Move, type Newcomer, WaitingRoom } from "./waiting-room.ts";

/** So many names that differ by digits alone are one hand's work. */
const MOST_ALIKE = 20;
/** How long those who lead the class are told that somebody found no seat, ms. */
const FULL_TOLD_MS = 20_000;

export interface ReceptionParts {
  readonly live: LiveClass;
  readonly outbox: Outbox;
  readonly admission: Admission;
  readonly cards: SeatCards;
  /** Puts the hash of a seat's key into the journal. */
  readonly saveSeat: (seat: number, hash: string) => Promise<void>;
  readonly log: Logger;
}

/** The door of a class: students who come, come back, wait, are let in or sent away. */
export class Reception {
  readonly #parts: ReceptionParts;
  readonly #bursts = new Bursts();
  readonly #resumeCodes = new ResumeCodes();
  readonly #naming: Naming;
  readonly #waiting: WaitingRoom;
  /** Seats whose phone sent far too much, and the room time until which they are not let in, ms. */
  readonly #cooling = new Map<number, number>();
  /** Room time at which somebody found no seat, ms. */
  #foundNone = Number.NEGATIVE_INFINITY;
  /** Seats by the hash of a key that opens them only with the teacher's yes. */
  readonly #doubtful = new Map<string, number>();

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
    this.#naming = new Naming(parts);
    this.#waiting = new WaitingRoom(parts.live);
  }

  /**
   * A known key comes back to its seat; anyone else gets a new one, or waits for it.
   * @param card what lets a newcomer in without waiting, once
   * @throws ServerError when refused
   */
  async join(client: Guest, seatKey?: string, card?: string): Promise<void> {
    const { live, admission } = this.#parts;
    const known = seatKey === undefined ? undefined : live.roster.seatOf(seatKey);
    const { seats, locked } = live.session.state;
    // Also who was sent away in the last instant before a crash, and whose seat somebody else has now.
    const sentAway = seatKey !== undefined && admission.kept.sentAway.includes(hashKey(seatKey));
    if (sentAway || (known !== undefined && seats[known]?.removed)) throw refuse("removed");
    if (known !== undefined && (this.#cooling.get(known) ?? 0) > live.clock.now()) throw refuse("too-many");
    if (known !== undefined) return this.#comeBack(client, known);
    const hash = seatKey === undefined ? "" : hashKey(seatKey);
    const moved = this.#doubtful.get(hash);
    if (moved !== undefined) return this.#waiting.add(client, { seat: moved, hash });
    if (locked) throw refuse("locked");
    if (card !== undefined && (await this.#parts.cards.take(card))) return this.#seatByCard(client, card);
    if (admission.kept.cardsOnly) throw refuse("needs-card");
    if (admission.kept.approve) return this.#waiting.add(client);
    const seat = await this.#seat(client);
    const gathering = live.session.state.phase === "lobby";
    if (this.#bursts.note(seat, live.clock.now(), gathering) && live.accept({ kind: "lock", on: true })) {
      this.#parts.log.warn({ joined: this.#bursts.last(live.clock.now()).length }, "too many came at once: locked");
    }
  }

  /** Lets whoever sent far too much wait before they come back. */
  coolDown(seat: number): void {
    if (seat >= 0) this.#cooling.set(seat, this.#parts.live.clock.now() + COOL_DOWN_MS);
  }

  /** Somebody's socket closed. */
  left(client: Guest): void {
    this.#waiting.forget(this.#waiting.all.find((each) => each.client === client));
  }

  /** @returns why not, if it was refused; nothing is then changed */
  async command(command: Exclude<DoorCommand, { kind: "revoke" }>): Promise<Refusal | undefined> {
    switch (command.kind) {
      case "approve": {
        await this.#parts.admission.change((kept) => {
          kept.approve = command.on;
        });
        // Nobody is left waiting for a yes that is no longer asked for; of whoever may have guessed a code it still is.
        const asked = this.#waiting.all.filter(({ move }) => !move);
        if (!command.on) for (const newcomer of asked) await this.#admit(newcomer);
        return undefined;
      }
      case "admit": {
        const newcomer = this.#waiting.all.find(({ id }) => id === command.id);
        if (!newcomer) return "stale";
        if (command.letIn) return this.#admit(newcomer);
        this.#waiting.forget(newcomer);
        newcomer.client.leave(TURNED_AWAY);
        return undefined;
      }
      case "free-names":
        await this.#naming.allow(command.on);
        return undefined;
      case "undo-burst":
        return this.#undoBurst();
      case "cards-only":
        await this.#parts.cards.require(command.on);
        return undefined;
      case "void-cards":
        await this.#parts.cards.void();
        return undefined;
    }
  }

  /** A student chooses a name. @returns why not, if none can be chosen now */
  async rename(client: Guest, typed: string): Promise<Refusal | undefined> {
    const { live, outbox, log } = this.#parts;
    const seat = client.userData?.seat ?? -1;
    if (outbox.phoneOf(seat) !== client) return "not-allowed";
    const refusal = await this.#naming.choose(seat, typed);
    const alike = this.#naming.alike(seat);
    if (!refusal && alike.length >= MOST_ALIKE) {
      this.#bursts.mark(alike, live.clock.now());
      if (live.accept({ kind: "lock", on: true })) log.warn({ seats: alike.length }, "too many alike names: locked");
    }
    return refusal;
  }

  /** The teacher gave a seat another name of the list. */
  async renamed(seat: number): Promise<void> {
    await this.#naming.forget(seat);
    this.#naming.tell(seat);
  }

  /** A code by which this student goes on with another device; null for whoever has no seat. */
  resumeCode(client: Guest): string | null {
    const { live, outbox } = this.#parts;
    const seat = client.userData?.seat ?? -1;
    return outbox.phoneOf(seat) === client ? this.#resumeCodes.issue(seat, live.clock.now()) : null;
  }

  /**
   * The key of the seat that a resume code moves; the old device's key opens it no more. After wrong ones the key only opens
   * with the teacher's yes, and until then the old device keeps its seat. Undefined for a wrong code.
   */
  async resume(code: string): Promise<string | undefined> {
    const { live, log } = this.#parts;
    const found = this.#resumeCodes.redeem(code, live.clock.now());
    if (!found || live.session.state.seats[found.seat]?.removed) return undefined;
    const { seat, doubtful } = found;
    const key = newKey();
    const hash = hashKey(key);
    if (doubtful) {
      this.#doubtful.set(hash, seat);
      log.warn({ seat }, "a resume code after wrong ones: the teacher is asked");
    } else await this.#give(seat, hash);
    return key;
  }

  /** Sends whoever sits there away; the key in that phone opens nothing more, also when somebody else takes the seat. */
  async sendAway(seats: readonly number[]): Promise<void> {
    const { live, outbox, admission } = this.#parts;
    const hashes = seats.flatMap((seat) => live.roster.hashOf(seat) ?? []);
    for (const seat of seats) {
      this.#resumeCodes.forget(seat);
      live.accept({ kind: "remove", seat, removed: true });
      outbox.phoneOf(seat)?.leave(REMOVED);
    }
    await admission.change((kept) => {
      kept.sentAway = [...new Set([...kept.sentAway, ...hashes])];
      for (const seat of seats) delete kept.names[seat];
    });
  }

  /** Lets somebody who was sent away come back. */
  async letBack(seat: number): Promise<void> {
    const { live, admission } = this.#parts;
    live.accept({ kind: "remove", seat, removed: false });
    const hash = live.roster.hashOf(seat);
    await admission.change((kept) => {
      kept.sentAway = kept.sentAway.filter((each) => each !== hash);
    });
  }

  /** What those who lead the class see of the door. */
  view(): DoorView {
    const { live, admission } = this.#parts;
    const { approve, freeNames, names, cardsOnly, cards, remotes } = admission.kept;
    const { seats } = live.session.state;
    return {
      approve,
      waiting: this.#waiting.all.map(({ id, name }) => ({ id, name })),
      burst: this.#bursts.last(live.clock.now()).filter((seat) => seats[seat] && !seats[seat].removed).length,
      full: live.clock.now() - this.#foundNone < FULL_TOLD_MS,
      freeNames,
      names,
      cardsOnly,
      cards: cards.length,
      remotes: remotes.map(({ id }) => id),
    };
  }

  #comeBack(client: Guest, seat: number): void {
    const { live, outbox } = this.#parts;
    outbox.phoneOf(seat)?.leave(TAKEN_OVER);
    live.forget(seat);
    live.accept({ kind: "return", seat });
    reconnects.inc();
    this.#welcome(client, seat);
  }

  async #admit(newcomer: Newcomer): Promise<Refusal | undefined> {
    this.#waiting.forget(newcomer);
    try {
      if (newcomer.move) await this.#move(newcomer.client, newcomer.move);
      else await this.#seat(newcomer.client, newcomer.name);
      return undefined;
    } catch (error) {
      newcomer.client.leave(TURNED_AWAY);
      return error instanceof Error && error.message === "full" ? "full" : "unreachable";
    }
  }

  async #seatByCard(client: Guest, card: string): Promise<void> {
    try {
      await this.#seat(client);
    } catch (error) {
      await this.#parts.cards.giveBack(card);
      throw error;
    }
  }

  /** The teacher knows who it is: the seat is theirs on this device. */
  async #move(client: Guest, { seat, hash }: Move): Promise<void> {
    if (this.#parts.live.session.state.seats[seat]?.removed) throw refuse("removed");
    await this.#give(seat, hash);
    this.#doubtful.delete(hash);
    this.#comeBack(client, seat);
  }

  /** A seat is another key's from now on; while the journal does not take it, the old device keeps it. */
  async #give(seat: number, hash: string): Promise<void> {
    const { live, saveSeat } = this.#parts;
    await saveSeat(seat, hash);
    live.roster.giveKey(seat, hash);
  }

  /** Nobody is told of a seat before its key is in the journal: it must be theirs after any crash. */
  async #seat(client: Guest, name?: number): Promise<number> {
    const { live, saveSeat, log } = this.#parts;
    const place = live.seatNewcomer(name);
    if (!place) {
      this.#foundNone = live.clock.now();
      throw refuse("full");
    }
    const { seat, key, hash } = place;
    client.userData = { role: "student", seat, malformed: 0 };
    try {
      await this.#naming.forget(seat);
      await saveSeat(seat, hash);
    } catch (error) {
      log.error({ error, seat }, "the journal does not take a seat");
      live.accept({ kind: "leave", seat });
      throw refuse("unreachable");
    }
    this.#welcome(client, seat, key);
    return seat;
  }

  #welcome(client: Guest, seat: number, seatKey?: string): void {
    const { live, outbox, log } = this.#parts;
    client.userData = { role: "student", seat, malformed: 0 };
    outbox.seat(seat, client);
    log.debug({ seat, known: seatKey === undefined }, "a student is here");
    const own = this.#naming.of(seat);
    const welcome: Welcome = { seat, ...own, group: groupOf(seat), ...(seatKey ? { seatKey } : {}) };
    client.send("welcome", welcome);
    client.send("synapse", synapseOf(live.session, seat));
  }

  async #undoBurst(): Promise<Refusal | undefined> {
    const { live, log } = this.#parts;
    const seats = this.#bursts.last(live.clock.now()).filter((seat) => !live.session.state.seats[seat]?.removed);
    if (seats.length === 0) return "not-now";
    this.#bursts.forget();
    await this.sendAway(seats);
    log.info({ seats: seats.length }, "the last burst was sent away");
    return undefined;
  }
}
