/** Wrong look-ups that an address may make in one go. */
const BURST = 60;
/** Time after which one more is allowed, ms: 20 a minute. */
const EACH_MS = 3000;
/** Addresses remembered; beyond it the one idle for longest is forgotten. */
const REMEMBERED = 10_000;

interface Allowance {
  /** What is left, as the time in which it comes back, ms. */
  readonly left: number;
  /** When that was so, ms. */
  readonly at: number;
}

/**
 * Slows down whoever guesses codes. Only failures count, so a class behind one address is never held up by its joins.
 */
export class Throttle {
  readonly #now: () => number;
  readonly #allowances = new Map<string, Allowance>();

  /** @param now a monotonic clock, ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts a failure of this address. @returns whether it was within the allowance */
  fail(address: string): boolean {
    const key = network(address);
    const now = this.#now();
    const before = this.#allowances.get(key) ?? { left: BURST * EACH_MS, at: now };
    const left = Math.min(BURST * EACH_MS, before.left + now - before.at);
    const within = left >= EACH_MS;
    // Deleted first, so that the map's order is the order of use.
    this.#allowances.delete(key);
    this.#allowances.set(key, { left: within ? left - EACH_MS : left, at: now });
    if (this.#allowances.size > REMEMBERED) this.#forgetOldest();
    return within;
  }

  #forgetOldest(): void {
    for (const key of this.#allowances.keys()) {
      this.#allowances.delete(key);
      return;
    }
  }
}

/** Seconds after which a throttled address may fail once more. */
export const RETRY_AFTER_S = EACH_MS / 1000;

/** An IPv6 host owns a whole /64, so that is what counts as one address. */
export const network = (address: string): string =>
  address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
