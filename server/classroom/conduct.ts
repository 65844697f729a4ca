import type { Refusal } from "../../shared/wire/answers.ts";
import type { Logger } from "../log.ts";
import { TOO_MANY_MALFORMED, TOO_MANY_MESSAGES } from "./close-codes.ts";
import { watchFrames } from "./frames.ts";
import { guard } from "./gate.ts";
import type { Guest } from "./outbox.ts";

/** Malformed messages after which a browser is shown the door. */
const PATIENCE = 10;
/** Seconds in a row with too many messages after which it is, too. */
const PATIENCE_S = 3;
/** What is written down of a kind of message that nobody knows, characters. */
const MOST_QUOTED = 32;

/** What becomes of those who send what no page of ours does: dropped, told, in the end shown the door. Nobody else notices. */
export class Conduct {
  readonly #log: Logger;
  readonly #coolDown: (seat: number) => void;

  /** @param coolDown keeps a seat closed for a while */
  constructor(log: Logger, coolDown: (seat: number) => void) {
    this.#log = log;
    this.#coolDown = coolDown;
  }

  /** Looks at all that a socket sends and is sent from now on. */
  watch(client: Guest): void {
    watchFrames(client);
    guard(client, {
      malformed: () => this.malformed(client),
      tooMany: (seconds) => this.#tooMany(client, seconds),
    });
  }

  malformed(client: Guest): void {
    const visitor = client.userData;
    if (visitor && ++visitor.malformed < PATIENCE) client.send("refused", "malformed" satisfies Refusal);
    else client.leave(TOO_MANY_MALFORMED);
  }

  /** A kind of message that nobody knows. */
  unknown(client: Guest, type: unknown): void {
    const quoted = String(type).slice(0, MOST_QUOTED);
    this.#log.warn({ seat: client.userData?.seat, type: quoted }, "a message of no known kind");
    this.malformed(client);
  }

  /** Somebody asked for what only a host may; no page of ours lets them. */
  notTheirs(client: Guest): Refusal {
    this.#log.warn({ seat: client.userData?.seat }, "somebody who is no host asked for what only a host may");
    this.malformed(client);
    return "not-allowed";
  }

  /** Dropped, not punished; in the third second the door, and some time before it opens again. */
  #tooMany(client: Guest, seconds: number): void {
    const seat = client.userData?.seat ?? -1;
    this.#log.warn({ seat, seconds }, "too many messages: the rest of this second is dropped");
    if (seconds < PATIENCE_S) client.send("refused", "too-many" satisfies Refusal);
    else {
      this.#coolDown(seat);
      client.leave(TOO_MANY_MESSAGES);
    }
  }
}
