import { RESUME_LENGTH } from "../../shared/wire/code.ts";
import { randomCode } from "../keys.ts";

/** How long a code moves a seat to another device, ms. */
const HOLDS_MS = 300_000;
/** Wrong codes after which somebody guesses: a right one then needs the teacher's yes, too. */
const MOST_WRONG = 5;

/** Short codes by which a student takes a seat along to another device: each for one seat, once, for five minutes. */
export class ResumeCodes {
  readonly #codes = new Map<string, { readonly seat: number; readonly until: number }>();
  #wrong = { count: 0, until: 0 };

  /** A code for a seat; an earlier one of that seat is void. @param now ms */
  issue(seat: number, now: number): string {
    this.forget(seat);
    const code = randomCode(RESUME_LENGTH);
    this.#codes.set(code, { seat, until: now + HOLDS_MS });
    return code;
  }

  /** The seat that a code moves, once, and whether it may have been guessed. @param now ms */
  redeem(code: string, now: number): { readonly seat: number; readonly doubtful: boolean } | undefined {
    if (now > this.#wrong.until) this.#wrong = { count: 0, until: 0 };
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found && now <= found.until) return { seat: found.seat, doubtful: this.#wrong.count >= MOST_WRONG };
    // As long as any code holds that was there to be guessed.
    this.#wrong = { count: this.#wrong.count + 1, until: now + HOLDS_MS };
    return undefined;
  }

  forget(seat: number): void {
    for (const [code, { seat: held }] of this.#codes) if (held === seat) this.#codes.delete(code);
  }
}
