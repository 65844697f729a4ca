import { hashKey, newKey } from "../keys.ts";
import type { Admission } from "./admission.ts";

/**
 * Printed cards, each of which lets one student in, once: for a class in which nobody is to come in twice, or from elsewhere.
 * A sheet is kept as hashes; a newer one voids what is left of the one before.
 */
export class SeatCards {
  readonly #admission: Admission;

  constructor(admission: Admission) {
    this.#admission = admission;
  }

  /** Issues a sheet. @returns its keys, seen once; undefined when they are not safe in the journal */
  async issue(count: number): Promise<readonly string[] | undefined> {
    const keys = Array.from({ length: count }, newKey);
    const safe = await this.#admission.change((kept) => {
      kept.cards = keys.map(hashKey);
    });
    return safe ? keys : undefined;
  }

  /** Uses a card up. @returns whether nobody had */
  async take(key: string): Promise<boolean> {
    const hash = hashKey(key);
    if (!this.#admission.kept.cards.includes(hash)) return false;
    await this.#admission.change((kept) => {
      kept.cards = kept.cards.filter((each) => each !== hash);
    });
    return true;
  }

  /** The class had no place for whoever came by a card. */
  async giveBack(key: string): Promise<void> {
    await this.#admission.change((kept) => {
      kept.cards = [...kept.cards, hashKey(key)];
    });
  }

  /** Makes what is left of the sheet worthless. */
  async void(): Promise<void> {
    await this.#admission.change((kept) => {
      kept.cards = [];
    });
  }

  /** Whether newcomers need one. */
  async require(on: boolean): Promise<void> {
    await this.#admission.change((kept) => {
      kept.cardsOnly = on;
    });
  }
}
