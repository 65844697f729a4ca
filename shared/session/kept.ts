import type { Checkpoint } from "./checkpoint.ts";
import type { Session } from "./session.ts";

/** Ticks between the exact states that are kept of a class: ten seconds. */
export const KEEP_EVERY = 250;
/** How many of them, the newest. */
const MOST_KEPT = 3;

/** Keeps the last exact states of a running class, so that it can be taken back to one of them. */
export class Kept {
  readonly #session: Session;
  #states: readonly Checkpoint[] = [];

  constructor(session: Session) {
    this.#session = session;
    session.earlier = (tick) => this.#states.find(({ state }) => state.tick === tick);
  }

  /** The tick of the newest; undefined before the first. */
  get newest(): number | undefined {
    return this.#states.at(-1)?.state.tick;
  }

  /** Between two ticks, before anything is applied: keeps the state where one is due. */
  note(): void {
    const { tick } = this.#session.state;
    if (tick % KEEP_EVERY === 0) this.#states = [...this.#states, this.#session.save()].slice(-MOST_KEPT);
  }
}
