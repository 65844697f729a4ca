/** Ticks between tries after the journal failed: two seconds. */
const RETRY_TICKS = 50;

/** What is kept of who may come in and lead: plain data, part of no recording, gone when the class ends. */
export interface Kept {
  /** Whether newcomers wait for the teacher's yes. */
  approve: boolean;
  /** Whether students may choose their names, and those that they chose, by seat. */
  freeNames: boolean;
  names: Record<string, string>;
  /** Whether newcomers need a card, and hashes of the keys of the cards that nobody has used. */
  cardsOnly: boolean;
  cards: string[];
  /** Hashes of the keys of those who were sent away and whose seats others may have taken since. */
  sentAway: string[];
  /** Hashes of the keys that remotes have, in the order in which they came. */
  remotes: { readonly id: number; readonly hash: string }[];
  /** Hash of the phrase by which the teacher leads from another computer; null: there is none. */
  phrase: string | null;
}

const NOTHING: Kept = {
  ...{ approve: false, freeNames: false, names: {}, cardsOnly: false, cards: [] },
  ...{ sentAway: [], remotes: [], phrase: null },
};

/** Who may come into a class and lead it, beyond what the session itself knows; in the journal with every change. */
export class Admission {
  readonly kept: Kept;
  readonly #write: (data: string) => Promise<void>;
  readonly #report: (error: unknown) => void;
  /** Ticks until what is not safe is tried again; 0: all is safe. */
  #rest = 0;

  /** @param data what an earlier process kept of this class */
  constructor(
    data: string | undefined,
    write: (data: string) => Promise<void>,
    report: (error: unknown) => void = () => {},
  ) {
    this.kept = { ...structuredClone(NOTHING), ...(data === undefined ? {} : (JSON.parse(data) as Partial<Kept>)) };
    this.#write = write;
    this.#report = report;
  }

  /**
   * Changes what is kept. A journal that fails stops no class: the change holds, and is written as soon as it can be.
   * @returns whether it is safe
   */
  async change(edit: (kept: Kept) => void): Promise<boolean> {
    edit(this.kept);
    this.#rest = 0;
    try {
      await this.#write(JSON.stringify(this.kept));
      return true;
    } catch (error) {
      this.#report(error);
      this.#rest = RETRY_TICKS;
      return false;
    }
  }

  /** Tries again, now and then, what the journal did not take. Once a tick. */
  retry(): void {
    if (this.#rest > 0 && --this.#rest === 0) void this.change(() => {});
  }
}
