import type { Room } from "@colyseus/core";
import type { Logger } from "../log.ts";
import { CLASS_ENDED, GOING_AWAY } from "./close-codes.ts";
import type { LiveClass } from "./live-class.ts";
import type { Outbox } from "./outbox.ts";

/** Time that pages have to show the end before the room goes, ms. */
const FAREWELL_MS = 3000;
/** How long a journal that fails is tried when the server stops, and when a class ends, ms. */
const SUSPEND_PATIENCE_MS = 5000;
const END_PATIENCE_MS = 600_000;

/** How a room goes: at the end of its class, with the server, or because another process has the class. */
export class Farewell {
  readonly #room: Pick<Room, "lock" | "disconnect" | "clock" | "clients">;
  readonly #live: LiveClass;
  readonly #outbox: Outbox;
  readonly #log: Logger;
  #begun = false;
  #ended: Promise<void> = Promise.resolve();

  constructor(
    room: Pick<Room, "lock" | "disconnect" | "clock" | "clients">,
    live: LiveClass,
    outbox: Outbox,
    log: Logger,
  ) {
    this.#room = room;
    this.#live = live;
    this.#outbox = outbox;
    this.#log = log;
  }

  /** The class ended: everything is written down, then everybody goes. */
  end(): Promise<void> {
    if (!this.#begun) {
      this.#begun = true;
      this.#ended = this.#end();
    }
    return this.#ended;
  }

  async #end(): Promise<void> {
    await this.#closeJournal().catch((error: unknown) =>
      this.#log.error({ error }, "a class ended, but its journal did not"),
    );
    // In an empty room nobody looks at the end.
    if (this.#room.clients.length > 0) {
      await new Promise<void>((over) => void this.#room.clock.setTimeout(over, FAREWELL_MS));
    }
    await this.#leave(CLASS_ENDED);
  }

  /** Another process holds this class: the journal took its records. Whoever is here finds back to it. */
  giveUp(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#log.error("another process holds this class: it goes on there");
    void this.#leave(GOING_AWAY);
  }

  /**
   * A server that stops ends no class: it goes on at once in another process, or where it was when the server is back.
   * People stay until the other process has it, so that they find it at their first try.
   */
  async suspend(handOver: () => Promise<boolean>): Promise<void> {
    this.#live.stopped = true;
    try {
      await Promise.all([this.#live.keepState(), this.#lock()]);
      await this.#live.scribe.close(SUSPEND_PATIENCE_MS);
      const moved = await handOver().catch((error: Error) =>
        this.#log.warn({ reason: error.message }, "not handed over"),
      );
      if (moved) this.#log.info("handed over to another process");
    } catch (error) {
      this.#log.error({ error }, "a class was stopped, and its last moments are not written");
    }
    await this.#leave(GOING_AWAY);
  }

  /** The last state is proven and shown, and the journal is complete, before anybody has to go. */
  async #closeJournal(): Promise<void> {
    const { session, scribe } = this.#live;
    this.#live.accept({ kind: "end" });
    session.step();
    this.#live.proveState();
    this.#outbox.state();
    await this.#lock();
    const seats = session.state.seats.filter((seat) => seat && !seat.bot).length;
    const summary = { seats, rounds: session.state.played };
    await scribe.end(summary, END_PATIENCE_MS);
    this.#log.info(summary, "a class ended");
  }

  /** Nobody comes in any more; a list of rooms that cannot be told holds nothing up. */
  async #lock(): Promise<void> {
    await this.#room.lock().catch(() => {});
  }

  async #leave(code: number): Promise<void> {
    await this.#room.disconnect(code).catch(() => {});
  }
}
