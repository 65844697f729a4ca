import type { ClassView } from "../../../shared/session/view.ts";

/** A synapse's receptors became another whole number. */
export interface Change {
  /** Session ms. */
  readonly time: number;
  readonly seat: number;
  readonly from: number;
  readonly to: number;
}

/** Changes are told for so long, ms: as long as the last one of a volley can be on its way, in the close-up too. */
export const TOLD_MS = 4000;
/** A step in time larger than this, ms, or backwards, is a jump. */
const JUMP_MS = 1500;

/**
 * Keeps a list of the last changes of receptors while views come one after the other: a view says how many there are, not
 * since when. After a jump in time (a seek, a tab that slept) nothing is on its way: what is there is there.
 */
export class Turnover {
  changes: readonly Change[] = [];
  #time = Number.NaN;
  /** Receptors by seat. */
  readonly #known: number[] = [];

  /** Takes note of a view at a session time, ms. @returns the changes of the last TOLD_MS, in order */
  note({ seats }: ClassView, time: number): readonly Change[] {
    const jumped = !(time >= this.#time && time - this.#time < JUMP_MS);
    this.#time = time;
    if (jumped) this.changes = [];
    else if (this.changes[0] && time - this.changes[0].time > TOLD_MS) {
      this.changes = this.changes.filter((change) => time - change.time <= TOLD_MS);
    }
    if (seats.every(({ seat, receptors }) => receptors === this.#known[seat])) return this.changes;
    const news = seats.flatMap(({ seat, receptors: to }): Change[] => {
      const from = this.#known[seat];
      this.#known[seat] = to;
      return jumped || from === undefined || from === to ? [] : [{ time, seat, from, to }];
    });
    if (news.length > 0) this.changes = [...this.changes, ...news];
    return this.changes;
  }
}
