/** A gap between two looks longer than this means that the machine slept, ms: room time stands still meanwhile. */
const SLEEP_MS = 2000;

/**
 * A room's own time, ms since it opened: monotonic, indifferent to a changed wall clock, and standing still while the
 * machine sleeps (a laptop's lid), so that a class wakes where it was.
 */
export class RoomClock {
  #elapsed: number;
  #looked = performance.now();

  readonly #pace: number;

  /**
   * @param elapsed room time at which to go on, ms (0 for a new room)
   * @param pace room ms that pass in a ms; 1 but in tests that play a whole lesson
   */
  constructor(elapsed = 0, pace = 1) {
    this.#elapsed = elapsed;
    this.#pace = pace;
  }

  now(): number {
    const real = performance.now();
    const passed = real - this.#looked;
    this.#looked = real;
    if (passed < SLEEP_MS) this.#elapsed += passed * this.#pace;
    return this.#elapsed;
  }
}
