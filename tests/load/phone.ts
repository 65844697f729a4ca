import { getMessageBytes, Protocol } from "@colyseus/core";
import { WebSocket } from "ws";
import type { TapFeedback } from "../../shared/wire/answers.ts";

type Fate = TapFeedback["fate"];
const FATES: readonly Fate[] = ["fired", "lost", "too-fast", "resting"];

/** What the matchmaker answers, of which a phone needs this. */
interface Reservation {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
  readonly publicAddress?: string;
  readonly error?: string;
}

/** Where a key's value begins in a MessagePack map, if the key is there. */
export function valueAt(frame: Buffer, key: string): number | undefined {
  const at = frame.indexOf(key);
  return at < 0 ? undefined : at + key.length;
}

/**
 * A student's phone with the least work a phone can do: it takes part in the protocol, counts what comes and looks only
 * for the two fields that a load needs. Decoding all of it, as the SDK does, would cost more than the server that is measured.
 */
export class Phone {
  seat = -1;
  /** The key to come back with, from a first visit. */
  seatKey: string | undefined;
  /** Payload received, bytes; how many frames it came in; and the part of it that answers taps and questions. */
  bytes = 0;
  frames = 0;
  answers = 0;
  answerBytes = 0;
  closed: number | undefined;
  readonly fates: Record<Fate, number> = { fired: 0, lost: 0, "too-fast": 0, resting: 0 };
  readonly #socket: WebSocket;
  #seq = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** @throws with what the server said when it does not let the phone in */
  static async join(url: string, code: string, seatKey?: string): Promise<Phone> {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(`${url}/matchmake/joinById/${code}`, {
      method: "POST",
      body: JSON.stringify({ seatKey }),
      headers,
    });
    const reservation = (await answer.json()) as Reservation;
    if (reservation.error !== undefined) throw new Error(`join: ${answer.status} ${reservation.error}`);
    const { processId, roomId, sessionId, publicAddress } = reservation;
    const host = publicAddress ?? new URL(url).host;
    const socket = new WebSocket(`ws://${host}/${processId}/${roomId}?sessionId=${sessionId}`, {
      perMessageDeflate: false,
    });
    const phone = new Phone(socket);
    return new Promise((resolve, reject) => {
      socket.on("message", (frame: Buffer) => {
        phone.#receive(frame);
        if (phone.seat >= 0) resolve(phone);
      });
      socket.on("close", (code) => {
        phone.closed = code;
        reject(new Error(`join: closed with ${code}`));
      });
      socket.on("error", reject);
    });
  }

  /** @param at time on the room's clock, ms */
  tap(at: number): void {
    this.#send("tap", { seq: ++this.#seq, at: Math.max(0, Math.round(at)) });
  }

  /** Asks for the room's time, as phones do every few seconds. */
  ask(): void {
    this.#send("clock", { sent: performance.now() });
  }

  leave(): void {
    this.#socket.terminate();
  }

  #send(type: string, message: object): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(getMessageBytes.raw(Protocol.ROOM_DATA, type, message));
  }

  #receive(frame: Buffer): void {
    this.bytes += frame.length;
    this.frames++;
    if (frame[0] === Protocol.JOIN_ROOM) this.#socket.send(Buffer.of(Protocol.JOIN_ROOM));
    if (frame[0] !== Protocol.ROOM_DATA) return;
    const isTap = frame.indexOf("tap") === 2;
    if (isTap || frame.indexOf("clock") === 2) {
      this.answers++;
      this.answerBytes += frame.length;
    }
    if (isTap) {
      const fate = FATES.find((one) => frame.includes(one));
      if (fate) this.fates[fate]++;
    } else if (frame.indexOf("welcome") === 2) {
      // Seats are below 60: one byte.
      this.seat = frame[valueAt(frame, "seat") ?? 0] ?? -1;
      // A text of 43 letters, behind two bytes that say so.
      const key = valueAt(frame, "seatKey");
      if (key !== undefined) this.seatKey = frame.toString("latin1", key + 2, key + 45);
    }
  }
}
