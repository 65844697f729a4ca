/** Wrong look-ups that an address may make in one go, and how fast that allowance comes back. */
const BURST = 60;
const PER_MINUTE = 20;
/** Addresses remembered; beyond it the one idle for longest is forgotten. */
const REMEMBERED = 10_000;

interface Allowance {
  left: number;
  /** ms */
  at: number;
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
    const before = this.#allowances.get(key) ?? { left: BURST, at: now };
    const left = Math.min(BURST, before.left + ((now - before.at) / 60_000) * PER_MINUTE);
    const within = left >= 1;
    // Deleted first, so that the map's order is the order of use.
    this.#allowances.delete(key);
    this.#allowances.set(key, { left: within ? left - 1 : left, at: now });
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
export const RETRY_AFTER_S = 60 / PER_MINUTE;

/** An IPv6 host owns a whole /64, so that is what counts as one address. */
const network = (address: string): string =>
  address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
