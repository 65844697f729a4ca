import type { Session } from "../../shared/session/session.ts";
import { MAX_BIAS_MS } from "../../shared/wire/limits.ts";

/** Share of a later round's offset by which a known bias moves: habits drift slowly. */
const RATE = 0.1;
/** Taps that an estimate needs. */
const ENOUGH = 4;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * Each phone's and person's constant offset from the beat: touch, sound and habit shift every tap by the same amount,
 * by up to a quarter of a second. The warm-up finds it (median of tap minus beat), later rounds adjust it a little,
 * and only this constant is ever removed: a single early tap stays early.
 */
export class BiasEstimator {
  readonly #offsets = new Map<number, number[]>();
  readonly #known = new Set<number>();

  /** @param offset what remained after the known bias was removed: tap minus beat, ms */
  note(seat: number, offset: number): void {
    const list = this.#offsets.get(seat) ?? [];
    list.push(offset);
    this.#offsets.set(seat, list);
  }

  /** Closes a round: the new biases of the seats that tapped enough, whole ms. */
  close(session: Session): readonly { seat: number; ms: number }[] {
    const changed: { seat: number; ms: number }[] = [];
    for (const [seat, offsets] of this.#offsets) {
      const before = session.state.seats[seat]?.bias ?? 0;
      if (offsets.length < ENOUGH) continue;
      const step = this.#known.has(seat) ? RATE : 1;
      const ms = Math.round(Math.max(-MAX_BIAS_MS, Math.min(MAX_BIAS_MS, before + step * median(offsets))));
      this.#known.add(seat);
      if (ms !== before) changed.push({ seat, ms });
    }
    this.#offsets.clear();
    return changed;
  }

  /** Where a newcomer starts: the class's median, ms. */
  ofNewcomer(session: Session): number {
    const known = [...this.#known].map((seat) => session.state.seats[seat]?.bias ?? 0);
    return known.length === 0 ? 0 : Math.round(median(known));
  }
}
