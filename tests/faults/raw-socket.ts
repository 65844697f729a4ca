import { once } from "node:events";
import { connect } from "node:net";
import { Protocol } from "@colyseus/core";
import { until } from "../helpers/running-class.ts";

/** Kinds of frame, by RFC 6455. */
export const TEXT = 1;
export const BINARY = 2;
const CLOSE = 8;
/** Nobody needs a mask that is no zero to see that it is there. */
const MASK = Buffer.alloc(4);

/** A student's socket byte by byte, which need not answer anything: not even a farewell. */
export interface RawSocket {
  /** The code with which the server closed, once it did. */
  readonly closed: number | undefined;
  /** Whether the connection is gone, too. */
  readonly gone: boolean;
  /** The server's messages so far, as they came. */
  readonly received: readonly Buffer[];
  frame(payload: Uint8Array, kind?: number): void;
  destroy(): void;
}

/** A frame as a client sends it. */
export function frameOf(payload: Uint8Array, kind = BINARY): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : 4);
  head[0] = 0x80 | kind;
  head[1] = 0x80 | Math.min(length, 126);
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, MASK, payload]);
}

/** Takes a seat and goes through the door without the SDK. */
export async function enterRaw(url: string, code: string, options: object = {}): Promise<RawSocket> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(options) };
  const answer = await fetch(`${url}/matchmake/joinById/${code}`, init);
  const { processId, roomId, sessionId } = (await answer.json()) as Record<string, string>;
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(
    [
      ...[`GET /${processId}/${roomId}?sessionId=${sessionId} HTTP/1.1`, `Host: ${host}`, "Upgrade: websocket"],
      ...["Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""],
    ].join("\r\n"),
  );
  let rest = Buffer.alloc(0);
  let upgraded = false;
  let closed: number | undefined;
  let gone = false;
  const received: Buffer[] = [];
  const take = (): boolean => {
    if (rest.length < 2) return false;
    const short = rest[1]! & 127;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (rest.length < head) return false;
    const length = head === 4 ? rest.readUInt16BE(2) : head === 10 ? Number(rest.readBigUInt64BE(2)) : short;
    if (rest.length < head + length) return false;
    const payload = Buffer.from(rest.subarray(head, head + length));
    if ((rest[0]! & 15) === CLOSE) closed ??= payload.readUInt16BE(0);
    else if ((rest[0]! & 15) === BINARY) received.push(payload);
    rest = rest.subarray(head + length);
    return true;
  };
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    const end = upgraded ? 0 : rest.indexOf("\r\n\r\n");
    if (end < 0) return;
    if (!upgraded) rest = rest.subarray(end + 4);
    upgraded = true;
    while (take());
  });
  socket.on("close", () => {
    gone = true;
  });
  // Written to after it was cut.
  socket.on("error", () => {});
  const frame = (payload: Uint8Array, kind?: number): void => void socket.write(frameOf(payload, kind));
  await until(() => received.some(([first]) => first === Protocol.JOIN_ROOM));
  frame(new Uint8Array([Protocol.JOIN_ROOM]));
  await until(() => received.some(([first]) => first === Protocol.ROOM_STATE));
  return {
    get closed() {
      return closed;
    },
    get gone() {
      return gone;
    },
    received,
    frame,
    destroy: () => socket.destroy(),
  };
}
