/** Samples older than this count no more, ms. */
const WINDOW_MS = 60_000;
/** How fast the offset follows a better sample, ms a second: unseen by a tapper. */
const SLEW_MS_PER_S = 2;
/** Beyond this the clock was wrong, not drifting (the laptop slept): it steps, ms. */
const STEP_MS = 100;

/**
 * The room's clock as this page knows it: the ping with the shortest round trip tells best, wrong by at most half of
 * it. Small corrections are slewed, so that the beat never jumps in the middle of a round.
 */
export class RoomTime {
  #samples: { at: number; rtt: number; offset: number }[] = [];
  #offset: number | undefined;
  #settled = 0;

  /** @param sent @param received page time, ms @param room the room's clock when it answered, ms */
  sample(sent: number, room: number, received: number): void {
    const rtt = received - sent;
    const newest = { at: received, rtt, offset: room + rtt / 2 - received };
    this.#samples.push(newest);
    // One that the newest contradicts is of a clock that has stood still since: both cannot be wrong by more than half a trip.
    const agrees = (s: typeof newest): boolean => Math.abs(s.offset - newest.offset) < (s.rtt + rtt) / 2 + STEP_MS;
    this.#samples = this.#samples.filter((s) => received - s.at < WINDOW_MS && agrees(s));
    const goal = this.#goal();
    // Until the first dozen is in, each better sample counts at once.
    const young = this.#samples.length < 12 || this.#offset === undefined;
    if (young || Math.abs(goal - this.#offset!) > STEP_MS) this.#offset = goal;
    this.#settled = received;
  }

  /** Forgets everything: the room may be another process now. */
  reset(): void {
    this.#samples = [];
  }

  get known(): boolean {
    return this.#offset !== undefined;
  }

  /** The room's time at a page time, ms. */
  at(page: number): number {
    return page + (this.#offset ?? 0);
  }

  /** Lets the offset follow the best sample. Called whenever a ping is sent. */
  settle(page: number): void {
    if (this.#offset === undefined || this.#samples.length === 0) return;
    const most = (SLEW_MS_PER_S * Math.max(0, page - this.#settled)) / 1000;
    this.#offset += Math.max(-most, Math.min(most, this.#goal() - this.#offset));
    this.#settled = page;
  }

  #goal(): number {
    return this.#samples.reduce((best, s) => (s.rtt < best.rtt ? s : best)).offset;
  }
}
