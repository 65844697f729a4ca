import { RESUME_LENGTH } from "../../shared/wire/code.ts";
import { randomCode } from "../keys.ts";

/** How long a code moves a seat to another device, ms. */
const HOLDS_MS = 300_000;
/** Wrong codes after which every code of the class is void: whoever needs one asks for another. */
const MOST_WRONG = 5;

/** Short codes by which a student takes a seat along to another device: each for one seat, once, for five minutes. */
export class ResumeCodes {
  readonly #codes = new Map<string, { readonly seat: number; readonly until: number }>();
  #wrong = 0;

  /** A code for a seat; an earlier one of that seat is void. @param now ms */
  issue(seat: number, now: number): string {
    this.forget(seat);
    const code = randomCode(RESUME_LENGTH);
    this.#codes.set(code, { seat, until: now + HOLDS_MS });
    return code;
  }

  /** The seat that a code moves; it does so once. @param now ms */
  redeem(code: string, now: number): number | undefined {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found && now <= found.until) {
      this.#wrong = 0;
      return found.seat;
    }
    if (++this.#wrong >= MOST_WRONG) {
      this.#codes.clear();
      this.#wrong = 0;
    }
    return undefined;
  }

  forget(seat: number): void {
    for (const [code, { seat: held }] of this.#codes) if (held === seat) this.#codes.delete(code);
  }
}
