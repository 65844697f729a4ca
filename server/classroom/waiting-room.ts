import type { Session } from "../../shared/session/session.ts";
import type { Guest } from "./outbox.ts";
import { refuse } from "./refuse.ts";
import type { Roster } from "./roster.ts";

/** Most who may wait at once; names last for them and a full class. */
const MOST_WAITING = 30;

/** A seat that is somebody's by a code that may have been guessed, and the hash of the key that opens it then. */
export interface Move {
  readonly seat: number;
  readonly hash: string;
}

/** Somebody at the door, under the name that their phone and the teacher see. */
export interface Newcomer {
  readonly id: number;
  readonly client: Guest;
  readonly name: number;
  readonly move?: Move | undefined;
}

/** Who waits for the teacher's yes, in the order in which they came. */
export class WaitingRoom {
  readonly #session: Session;
  readonly #roster: Roster;
  #all: readonly Newcomer[] = [];
  #lastId = 0;

  constructor({ session, roster }: { readonly session: Session; readonly roster: Roster }) {
    this.#session = session;
    this.#roster = roster;
  }

  get all(): readonly Newcomer[] {
    return this.#all;
  }

  /** @throws ServerError when too many wait */
  add(client: Guest, move?: Move): void {
    if (this.#all.length >= MOST_WAITING) throw refuse("full");
    const name = (move && this.#session.state.seats[move.seat]?.name) ?? this.#roster.pickName();
    if (!move) this.#roster.promised.add(name);
    this.#lastId++;
    this.#all = [...this.#all, { id: this.#lastId, client, name, move }];
    client.userData = { role: "student", seat: -1, malformed: 0 };
    client.send("waiting", name);
  }

  /** Somebody waits no more. */
  forget(newcomer: Newcomer | undefined): void {
    if (!newcomer) return;
    if (!newcomer.move) this.#roster.promised.delete(newcomer.name);
    this.#all = this.#all.filter((each) => each !== newcomer);
  }
}
