import { randomInt, timingSafeEqual } from "node:crypto";
import { PHRASE_LENGTH } from "../../shared/wire/code.ts";
import { PAIRING_MS, PIN_DIGITS } from "../../shared/wire/limits.ts";
import { hashKey, newKey, randomCode } from "../keys.ts";
import type { Admission } from "./admission.ts";

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
 * The remotes of a class: each comes in by a pairing key that serves once, and gets a key of its own, which the teacher
 * can take back. The host's key never leaves the teacher's browser.
 */
export class Remotes {
  readonly #admission: Admission;
  #offer: { readonly hash: string; readonly pin: string; readonly until: number; tries: number } | undefined;

  constructor(admission: Admission) {
    this.#admission = admission;
  }

  /** Offers to let one remote in; an earlier offer ends with it. @param now ms */
  offer(now: number): Offer {
    const key = newKey();
    const pin = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, "0");
    this.#offer = { hash: hashKey(key), pin, until: now + PAIRING_MS, tries: 0 };
    return { key, pin };
  }

  /** Whether key, PIN and time are right; they are so once. */
  accepts(key: string, pin: string, now: number): boolean {
    const offer = this.#offer;
    if (!offer || now > offer.until || hashKey(key) !== offer.hash) return false;
    if (!timingSafeEqual(Buffer.from(pin), Buffer.from(offer.pin))) {
      if (++offer.tries >= TRIES) this.#offer = undefined;
      return false;
    }
    this.#offer = undefined;
    return true;
  }

  /** Issues a remote's own key; undefined when it is not safe in the journal, and so would not open the class after a crash. */
  async issue(): Promise<{ readonly key: string; readonly id: number } | undefined> {
    const key = newKey();
    const id = 1 + Math.max(0, ...this.#admission.kept.remotes.map((remote) => remote.id));
    const remote = { id, hash: hashKey(key) };
    if (await this.#admission.change(({ remotes }) => void remotes.push(remote))) return { key, id };
    this.#admission.kept.remotes.pop();
    return undefined;
  }

  /** The number of the remote that has a key. */
  idOf(key: string): number | undefined {
    const hash = hashKey(key);
    return this.#admission.kept.remotes.find((remote) => remote.hash === hash)?.id;
  }

  /** A phrase by which the teacher leads from another computer; an earlier one is void. Undefined when it is not safe. */
  async phrase(): Promise<string | undefined> {
    const phrase = randomCode(PHRASE_LENGTH);
    const safe = await this.#admission.change((kept) => {
      kept.phrase = hashKey(phrase);
    });
    return safe ? phrase : undefined;
  }

  /** The key that the phrase stands for: one more remote's. */
  async recover(phrase: string): Promise<string | undefined> {
    const { phrase: known } = this.#admission.kept;
    return known !== null && hashKey(phrase) === known ? (await this.issue())?.key : undefined;
  }

  /** Takes a remote's key back, and the phrase, which it may have seen. @returns whether there was such a remote */
  async revoke(id: number): Promise<boolean> {
    const known = this.#admission.kept.remotes.some((remote) => remote.id === id);
    if (known) {
      await this.#admission.change((kept) => {
        kept.remotes = kept.remotes.filter((remote) => remote.id !== id);
        kept.phrase = null;
      });
    }
    return known;
  }
}
