import { type Client, Protocol } from "@colyseus/core";
import { log } from "../log.ts";
import { sentBytes } from "../metrics.ts";

/** What a patch with nothing in it may have after its code: "to the structure number …", and the root's number. */
const TO_STRUCTURE = 255;
const EMPTY_PATCH_BYTES = 3;

const isEmptyPatch = (bytes: Uint8Array): boolean =>
  bytes[0] === Protocol.ROOM_STATE_PATCH &&
  (bytes.length === 1 || (bytes.length <= EMPTY_PATCH_BYTES && bytes[1] === TO_STRUCTURE));

/** What is used of a WebSocket of `ws`, which Colyseus calls an emitter of events. */
interface Socket {
  readonly bufferedAmount: number;
  terminate(): void;
}

/** Most that may wait here for one client, bytes: whoever reads so slowly sees nothing of the class any more. */
const MOST_WAITING = 256 * 1024;

const KINDS: Readonly<Record<number, keyof typeof sentBytes>> = {
  [Protocol.ROOM_STATE]: "state",
  [Protocol.ROOM_STATE_PATCH]: "patch",
  [Protocol.ROOM_DATA]: "message",
  [Protocol.ROOM_DATA_BYTES]: "message",
};

/**
 * Counts what a client is sent. Colyseus (0.18.17) sends every client a frame for each patch, also when all that changed
 * is behind a view the client does not have. For a class of forty that is 150 system calls a second and as many needless
 * wake-ups of a phone's radio; here they are left out. A client that does not read what it is sent is cut off; if it is a
 * page of ours, it comes back.
 */
export function watchFrames(client: Client): void {
  const { raw } = client;
  const socket = client.ref as unknown as Socket;
  client.raw = (bytes, ...rest) => {
    if (isEmptyPatch(bytes)) return;
    if (socket.bufferedAmount > MOST_WAITING) {
      log.warn({ bytes: socket.bufferedAmount }, "somebody does not read what is sent: cut off");
      socket.terminate();
      return;
    }
    sentBytes[KINDS[bytes[0] ?? 0] ?? "other"] += bytes.length;
    raw.call(client, bytes, ...rest);
  };
}
