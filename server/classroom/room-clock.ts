/** A gap between two looks longer than this means that the machine slept, ms: room time stands still meanwhile. */
const SLEEP_MS = 2000;

/**
 * A room's own time, ms since it opened: monotonic, indifferent to a changed wall clock, and standing still while the
 * machine sleeps (a laptop's lid), so that a class wakes where it was.
 */
export class RoomClock {
  #elapsed: number;
  #looked = performance.now();

  /** @param elapsed room time at which to go on, ms (0 for a new room) */
  constructor(elapsed = 0) {
    this.#elapsed = elapsed;
  }

  now(): number {
    const real = performance.now();
    const passed = real - this.#looked;
    this.#looked = real;
    if (passed < SLEEP_MS) this.#elapsed += passed;
    return this.#elapsed;
  }
}
