import { randomInt, timingSafeEqual } from "node:crypto";
import { PAIRING_MS, PIN_DIGITS } from "../../shared/wire/limits.ts";
import { hashKey, newKey } from "../keys.ts";

/** Wrong PINs after which a pairing key opens nothing more. */
const TRIES = 5;

/** What the stage shows for one remote to come in by. */
export interface Offer {
  /** For the QR code. */
  readonly key: string;
  /** For the eye: who only photographed the code does not get in. */
  readonly pin: string;
}

/**
 * The remotes of a class: each comes in by a pairing key that serves once, and gets a key of its own. The host's key never
 * leaves the teacher's browser.
 */
export class Remotes {
  readonly #known: Set<string>;
  #offer: { readonly hash: string; readonly pin: string; readonly until: number; tries: number } | undefined;

  /** @param known hashes of the keys that remotes of this class have */
  constructor(known: Iterable<string> = []) {
    this.#known = new Set(known);
  }

  /** Offers to let one remote in; an earlier offer ends with it. @param now ms */
  offer(now: number): Offer {
    const key = newKey();
    const pin = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, "0");
    this.#offer = { hash: hashKey(key), pin, until: now + PAIRING_MS, tries: 0 };
    return { key, pin };
  }

  /** Lets a remote in. @returns its own key and that key's hash; undefined when key, PIN or time are wrong */
  pair(key: string, pin: string, now: number): { key: string; hash: string } | undefined {
    const offer = this.#offer;
    if (!offer || now > offer.until || hashKey(key) !== offer.hash) return undefined;
    if (!timingSafeEqual(Buffer.from(pin), Buffer.from(offer.pin))) {
      if (++offer.tries >= TRIES) this.#offer = undefined;
      return undefined;
    }
    this.#offer = undefined;
    const own = newKey();
    const hash = hashKey(own);
    this.#known.add(hash);
    return { key: own, hash };
  }

  has(key: string): boolean {
    return this.#known.has(hashKey(key));
  }
}
