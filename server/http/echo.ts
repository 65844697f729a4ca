import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { ECHO_BYTES, ECHO_PATH } from "../../shared/wire/check.ts";
import { familiarOrigin } from "./origins.ts";
import { network } from "./throttle.ts";

/**
 * The socket of the page /check: each message comes back with the server's clocks, so that a network can be measured
 * without a class. It opens nothing, knows nobody and cannot be used for anything else. Colyseus's own room-less socket
 * closes after a second, so it cannot show whether a network lets one live.
 */

/** A stamp of the page's own clock, ms. Anything else closes the socket with 1008. */
const STAMP = /^\d{1,15}(\.\d{1,6})?$/;
/** Messages that may come in one go, after a hitch of the network, and time after which one more may, ms; beyond it 1008. */
const BURST = 20;
const EACH_MS = 200;
/** Longest that one socket lives, ms: a check takes a minute. Then 1000. */
const LIFE_MS = 120_000;
/** One that is silent for so long is cut, ms. */
const SILENCE_MS = 10_000;
/** Sockets at once, in all and from one network: five classes of sixty behind one address. Beyond it 503. */
const MOST = 1000;
const MOST_OF_ONE = 300;

export interface EchoLimits {
  readonly most?: number;
  readonly mostOfOne?: number;
  readonly lifeMs?: number;
  readonly silenceMs?: number;
}

export const isEcho = ({ url }: IncomingMessage): boolean => url?.split("?")[0] === ECHO_PATH;

/** @param limits other ones than in a school, for tests */
export function openEcho(http: HttpServer, publicUrl: string | undefined, limits: EchoLimits = {}): void {
  const { most = MOST, mostOfOne = MOST_OF_ONE, lifeMs = LIFE_MS, silenceMs = SILENCE_MS } = limits;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: ECHO_BYTES, perMessageDeflate: false });
  const from = new Map<string, number>();

  http.on("upgrade", (req, socket: Socket, head) => {
    if (!isEcho(req)) return;
    const address = network(addressOf(req));
    const open = from.get(address) ?? 0;
    if (!familiarOrigin(req.headers.origin, req.headers.host, publicUrl)) return decline(socket, "403 Forbidden");
    if (sockets.clients.size >= most || open >= mostOfOne) return decline(socket, "503 Service Unavailable");
    sockets.handleUpgrade(req, socket, head, (opened) => {
      from.set(address, open + 1);
      opened.once("close", () => {
        const left = from.get(address)! - 1;
        if (left > 0) from.set(address, left);
        else from.delete(address);
      });
      socket.setTimeout(silenceMs, () => opened.terminate());
      answer(opened, lifeMs);
    });
  });
}

function answer(socket: WebSocket, lifeMs: number): void {
  const since = performance.now();
  let count = 0;
  const life = setTimeout(() => socket.close(1000), lifeMs);
  socket.once("close", () => clearTimeout(life));
  // What was no frame, or too large a one: ws closes the socket, and there is nobody to tell.
  socket.on("error", () => {});
  socket.on("message", (data, binary) => {
    const now = performance.now();
    const stamp = String(data);
    if (++count > BURST + (now - since) / EACH_MS || binary || !STAMP.test(stamp)) return socket.close(1008);
    socket.send(`${stamp} ${Date.now()} ${now.toFixed(1)}`);
  });
}

/** As in app.ts: a proxy on this machine may say whom it speaks for; nobody else may. */
function addressOf({ socket, headers }: IncomingMessage): string {
  const own = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const proxied = own === "::1" || own.startsWith("127.");
  const told = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)!
    .trim();
  return proxied && told ? told : own;
}

function decline(socket: Socket, status: string): void {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
