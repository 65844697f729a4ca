import { NAMES } from "../../shared/lesson/names.ts";
import { uniform } from "../../shared/model/random.ts";
import type { SessionEvent } from "../../shared/session/events.ts";
import type { Session } from "../../shared/session/session.ts";
import type { SeatRow } from "../journal/store.ts";
import { hashKey, newKey } from "../keys.ts";

/** Who sits where: hands out seats, names and seat keys. It proposes events; the class applies and records them. */
export class Roster {
  readonly #session: Session;
  readonly #random: Uint32Array;
  readonly #limit: number;
  /** Seat by the hash of its key. */
  readonly #keys = new Map<string, number>();
  /** Names of those who wait for a seat. */
  readonly promised = new Set<number>();

  constructor(session: Session, random: Uint32Array, limit: number) {
    this.#session = session;
    this.#random = random;
    this.#limit = limit;
  }

  /** Takes back the keys of a class that goes on. */
  restore(seats: readonly SeatRow[]): void {
    for (const { seat, keyHash } of seats) this.#keys.set(keyHash, seat);
  }

  /** The seat that a key was issued for. */
  seatOf(seatKey: string): number | undefined {
    return this.#keys.get(hashKey(seatKey));
  }

  /** Hash of the key that opens a seat. */
  hashOf(seat: number): string | undefined {
    for (const [hash, held] of this.#keys) if (held === seat) return hash;
    return undefined;
  }

  /**
   * A seat for a newcomer: a free one, else a bot's (its synapse stays with the seat), else one whose student left before
   * the first tap, else one whose student was sent away; undefined when the class is full.
   */
  findSeat(): number | undefined {
    const free = this.#freeSeat();
    if (free !== undefined) return free;
    const bots = this.#seatsOfBots().sort((a, b) => Number(a.connected) - Number(b.connected));
    if (bots[0]) return bots[0].seat;
    const { seats } = this.#session.state;
    const left = seats.findIndex((seat) => seat && !seat.connected && !seat.removed && seat.stimulated < 0);
    const vacant = left < 0 ? seats.findIndex((seat) => seat?.removed) : left;
    return vacant < 0 ? undefined : vacant;
  }

  /** Issues the key of a seat; an earlier holder's key opens it no more. */
  issueKey(seat: number): { key: string; hash: string } {
    const key = newKey();
    const hash = hashKey(key);
    this.giveKey(seat, hash);
    return { key, hash };
  }

  /** Makes a key that was issued before the one that opens a seat. @param hash the key's */
  giveKey(seat: number, hash: string): void {
    for (const [old, held] of this.#keys) if (held === seat) this.#keys.delete(old);
    this.#keys.set(hash, seat);
  }

  /** A name that nobody has, nor is about to have; names of those who were sent away are free again. */
  pickName(others: ReadonlySet<number> = new Set()): number {
    const taken = new Set([
      ...this.promised,
      ...others,
      ...this.#session.state.seats.map((seat) => (seat?.removed ? -1 : seat?.name)),
    ]);
    const all = NAMES.map((_, i) => i);
    const free = all.filter((i) => !taken.has(i));
    // Only a full class with as many at its door runs out of names.
    const from = free.length > 0 ? free : all;
    return from[Math.floor(uniform(this.#random) * from.length)]!;
  }

  /** The joins, returns and leaves that bring the number of bots that play to `count`, as far as there are seats. */
  setBots(count: number): readonly SessionEvent[] {
    const bots = this.#seatsOfBots();
    const playing = bots.filter((bot) => bot.connected);
    const resting = bots.filter((bot) => !bot.connected);
    const events: SessionEvent[] = [];
    for (const bot of playing.slice(count)) events.push({ kind: "leave", seat: bot.seat });
    const missing = Math.max(0, count - playing.length);
    for (const bot of resting.slice(0, missing)) events.push({ kind: "return", seat: bot.seat });
    const names = new Set<number>();
    for (let i = resting.length, seat = -1; i < missing; i++) {
      const free = this.#freeSeat(seat + 1);
      if (free === undefined) break;
      seat = free;
      const name = this.pickName(names);
      names.add(name);
      events.push({ kind: "join", seat, name, bot: true });
    }
    return events;
  }

  #freeSeat(from = 0): number | undefined {
    for (let seat = from; seat < this.#limit; seat++) if (!this.#session.state.seats[seat]) return seat;
    return undefined;
  }

  #seatsOfBots(): { seat: number; connected: boolean }[] {
    return this.#session.state.seats.flatMap((s, seat) => (s?.bot ? [{ seat, connected: s.connected }] : []));
  }
}
