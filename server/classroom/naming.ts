import { NAMES } from "../../shared/lesson/names.ts";
import type { Refusal, Welcome } from "../../shared/wire/answers.ts";
import type { Admission } from "./admission.ts";
import { nameFor, stemOf } from "./free-names/free-names.ts";
import type { LiveClass } from "./live-class.ts";
import type { Outbox } from "./outbox.ts";

/** Time between two names of a seat, ms. */
const APART_MS = 2000;

interface NamingParts {
  readonly live: LiveClass;
  readonly outbox: Outbox;
  readonly admission: Admission;
}

/** Names that students choose, where the teacher lets them: on the wall while the class lives, in no recording. */
export class Naming {
  readonly #parts: NamingParts;
  readonly #chosenAt = new Map<number, number>();

  constructor(parts: NamingParts) {
    this.#parts = parts;
  }

  /** Lets students choose their names; or takes those that they chose away. */
  async allow(on: boolean): Promise<void> {
    const { live, admission } = this.#parts;
    await admission.change((kept) => {
      kept.freeNames = on;
      if (!on) kept.names = {};
    });
    for (const seat of live.session.state.seats.keys()) this.tell(seat);
  }

  /** Takes up the name that somebody typed, or what can be made of it. @returns why not, if none can be chosen now */
  async choose(seat: number, typed: string): Promise<Refusal | undefined> {
    const { live, admission } = this.#parts;
    const now = live.clock.now();
    if (!admission.kept.freeNames) return "not-allowed";
    if (now - (this.#chosenAt.get(seat) ?? -APART_MS) < APART_MS) return "not-now";
    this.#chosenAt.set(seat, now);
    const name = nameFor(typed, this.#others(seat));
    if (name !== undefined) {
      await admission.change((kept) => {
        kept.names[seat] = name;
      });
    }
    this.tell(seat);
    return undefined;
  }

  /** The seat has its name of the list again. */
  async forget(seat: number): Promise<void> {
    if (this.#parts.admission.kept.names[seat] === undefined) return;
    await this.#parts.admission.change((kept) => {
      delete kept.names[seat];
    });
  }

  /** What a seat is called. */
  of(seat: number): Required<Pick<Welcome, "name" | "called" | "mayName">> {
    const { live, admission } = this.#parts;
    const { names, freeNames } = admission.kept;
    return { name: live.session.state.seats[seat]?.name ?? 0, called: names[seat] ?? "", mayName: freeNames };
  }

  /** Tells a phone what its seat is called. */
  tell(seat: number): void {
    this.#parts.outbox.phoneOf(seat)?.send("name", this.of(seat));
  }

  /** Seats whose chosen names differ from this one's by digits alone; none for a seat that chose none. */
  alike(seat: number): readonly number[] {
    const { names } = this.#parts.admission.kept;
    const stem = stemOf(names[seat] ?? "");
    if (stem === "") return [];
    return Object.entries(names).flatMap(([other, name]) => (stemOf(name) === stem ? [Number(other)] : []));
  }

  /** Names that others have, in every language that a page may show them in. */
  #others(seat: number): string[] {
    const { live, admission } = this.#parts;
    const chosen = Object.entries(admission.kept.names).flatMap(([other, name]) =>
      Number(other) === seat ? [] : [name],
    );
    const listed = live.session.state.seats.flatMap((other, i) =>
      other && i !== seat ? Object.values(NAMES[other.name] ?? {}) : [],
    );
    return [...chosen, ...listed];
  }
}
