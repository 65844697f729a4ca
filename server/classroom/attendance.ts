import type { LiveClass } from "./live-class.ts";
import type { Guest } from "./outbox.ts";

/** An empty room ends its class after this, ms. */
const ABANDONED_MS = 3_600_000;
/** Time that phones have to come back after stage or host have, ms: longer than between two tries of theirs. */
const GATHER_MS = 3500;
/** The class does not wait for more than this share of those who were here when it broke off. */
const QUORUM = 0.9;

/** Sees whether anybody is here, and whether somebody shows or leads the class. */
export class Attendance {
  readonly #live: LiveClass;
  readonly #leaderlessMs: number;
  #emptySince = 0;
  /** Whether phones are still on their way from another process. */
  #gathering: boolean;
  readonly #began: number;
  /** Room time since which a stage or a host is here, or since which none is, ms. */
  #led = { here: false, since: 0 };

  /**
   * @param leaderlessMs time without stage and host after which a class pauses
   * @param gathering whether another process handed the class over, and everybody is about to come
   */
  constructor(live: LiveClass, leaderlessMs: number, gathering: boolean) {
    this.#live = live;
    this.#leaderlessMs = leaderlessMs;
    this.#gathering = gathering;
    this.#began = live.clock.now();
    this.#led = { here: false, since: this.#began };
    this.#emptySince = this.#began;
  }

  /** How long nobody has been here, ms. */
  get emptyFor(): number {
    return this.#live.clock.now() - this.#emptySince;
  }

  /** Once a tick. */
  watch(clients: readonly Guest[]): void {
    this.#watchLeaders(clients);
    const now = this.#live.clock.now();
    if (this.#gathering && now - this.#began >= GATHER_MS) this.#missTheRest(clients);
    if (clients.length > 0) this.#emptySince = now;
    else if (now - this.#emptySince > ABANDONED_MS) this.#live.accept({ kind: "end" });
  }

  /** Whether those who were here when the class broke off are, but for a few. */
  #gathered(): boolean {
    const { expected, session } = this.#live;
    const back = [...expected].filter((seat) => session.state.seats[seat]?.connected).length;
    return expected.size > 0 && back >= QUORUM * expected.size;
  }

  /** Whoever did not follow to this process has left. */
  #missTheRest(clients: readonly Guest[]): void {
    this.#gathering = false;
    const here = new Set(clients.map(({ userData }) => userData?.seat));
    this.#live.session.state.seats.forEach((seat, i) => {
      if (seat?.connected && !seat.bot && !here.has(i)) this.#live.accept({ kind: "leave", seat: i });
    });
  }

  /**
   * Nobody taps at a dark wall: without stage and host the class pauses after a while. It goes on by itself, as after a
   * crash, once one of them is back and phones have had a moment to follow.
   */
  #watchLeaders(clients: readonly Guest[]): void {
    const live = this.#live;
    const now = live.clock.now();
    const here = clients.some(({ userData }) => userData?.role === "host" || userData?.role === "stage");
    if (here !== this.#led.here) this.#led = { here, since: now };
    const lasted = now - this.#led.since;
    // The teacher was quicker, or took over.
    if (live.interrupted && !live.session.state.paused) live.interrupted = false;
    if (live.interrupted) {
      if (here && (lasted >= GATHER_MS || this.#gathered())) live.goOn();
    } else if (!here && live.session.running && lasted >= this.#leaderlessMs) live.interrupt();
  }
}
