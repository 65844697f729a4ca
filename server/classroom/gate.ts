import { type Client, Protocol, ResponseStatus } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { MOST_FRAMES_A_SECOND } from "../../shared/wire/limits.ts";

/** WebSocket.OPEN */
const OPEN = 1;

/** Frames that a page of ours sends; Colyseus ignores some others without a word. */
const KNOWN: readonly (number | undefined)[] = [
  Protocol.JOIN_ROOM,
  Protocol.LEAVE_ROOM,
  Protocol.ROOM_DATA,
  Protocol.ROOM_REQUEST,
  Protocol.PING,
];

export interface Complaints {
  /** This frame was no message. */
  malformed(): void;
  /** More comes in this second than a page has to say; the rest of it is dropped. @param seconds how many in a row now */
  tooMany(seconds: number): void;
}

/**
 * Stands between a socket and Colyseus (0.18.17), which closes at the first message too many, ignores frames that are none
 * without counting them, and goes on listening to whoever was told to go until their socket has closed.
 * @param now a monotonic clock, ms
 */
export function guard(client: Client, complain: Complaints, now: () => number = () => performance.now()): void {
  const socket = client.ref as typeof client.ref & { readonly readyState: number };
  const deliver = socket.emit;
  const rate = new Rate(now);
  socket.emit = (event, ...args) => {
    if (event !== "message") return deliver.call(socket, event, ...args);
    if (socket.readyState !== OPEN) return false;
    const verdict = rate.note();
    if (typeof verdict === "number") complain.tooMany(verdict);
    if (verdict !== "within") return false;
    const [bytes, isBinary] = args as [Uint8Array, boolean];
    if (!isBinary || !KNOWN.includes(bytes[0])) complain.malformed();
    else
      try {
        return deliver.call(socket, event, ...args);
      } catch {
        // A frame that is cut off in its first bytes.
        complain.malformed();
      }
    return false;
  };
  const { raw } = client;
  client.raw = (bytes, ...rest) => {
    // Handlers catch their own mistakes: what is answered so could not be read, or is for nobody.
    if (isErrorResponse(bytes)) complain.malformed();
    raw.call(client, bytes, ...rest);
  };
}

function isErrorResponse(bytes: Uint8Array): boolean {
  if (bytes[0] !== Protocol.ROOM_RESPONSE) return false;
  const at = { offset: 1 };
  decode.number(bytes, at);
  return bytes[at.offset] === ResponseStatus.ERROR;
}

/** Counts what one socket sends, second by second. */
class Rate {
  readonly #now: () => number;
  #since = Number.NEGATIVE_INFINITY;
  #count = 0;
  #over = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns the seconds in a row beyond the limit where one begins to be so, "beyond" for the rest of that second */
  note(): "within" | "beyond" | number {
    const now = this.#now();
    const passed = now - this.#since;
    if (passed >= 1000) {
      if (passed >= 2000 || this.#count <= MOST_FRAMES_A_SECOND) this.#over = 0;
      this.#since = now;
      this.#count = 0;
    }
    this.#count++;
    if (this.#count <= MOST_FRAMES_A_SECOND) return "within";
    return this.#count === MOST_FRAMES_A_SECOND + 1 ? ++this.#over : "beyond";
  }
}
