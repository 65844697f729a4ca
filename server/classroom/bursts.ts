/** Newcomers within a second beyond which they came by a program, or by an agreement. */
const MOST_A_SECOND = 15;
/** So many may come at once while a class gathers: a bell rings, forty phones scan the same code. */
const CLASS_AT_ONCE = 40;
/** How long the last burst can be undone, ms. */
const UNDO_MS = 180_000;

/** Notices when more newcomers come at once than a class does. */
export class Bursts {
  #recent: { readonly seat: number; readonly at: number }[] = [];
  #seats: number[] = [];
  #since = Number.NEGATIVE_INFINITY;
  #hot = false;

  /**
   * Notes a newcomer.
   * @param now ms
   * @param gathering whether the class is gathering, so that many come for a good reason
   * @returns whether the door should close behind this one
   */
  note(seat: number, now: number, gathering: boolean): boolean {
    this.#recent = [...this.#recent.filter(({ at }) => at > now - 1000), { seat, at: now }];
    if (this.#recent.length <= MOST_A_SECOND) {
      this.#hot = false;
      return false;
    }
    this.#seats = this.#hot ? [...this.#seats, seat] : this.#recent.map((each) => each.seat);
    this.#hot = true;
    this.#since = now;
    return !gathering || this.#seats.length > CLASS_AT_ONCE;
  }

  /** Notes seats that go together for another reason: one hand named them all. */
  mark(seats: readonly number[], now: number): void {
    this.#seats = [...seats];
    this.#since = now;
  }

  /** The seats of the last burst, while it can be undone. */
  last(now: number): readonly number[] {
    return now - this.#since < UNDO_MS ? this.#seats : [];
  }

  forget(): void {
    this.#seats = [];
    this.#recent = [];
    this.#hot = false;
  }
}
