import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { stream, uniform } from "../../shared/model/random.ts";

/** What a bad network does to bytes, in both directions. */
export interface Weather {
  /** Added to each way, ms, and at most this much more by chance. Bytes keep their order. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** A trickle: bytes a second each way. */
  readonly bytesPerSecond?: number;
  /** Largest piece that arrives in one go, bytes. */
  readonly slice?: number;
  /** Half-open: bytes and goodbyes vanish without a word, new connections stay unanswered. */
  readonly silent?: boolean;
  /** New connections are reset at once. */
  readonly refuse?: boolean;
  /** A network that knows no WebSocket: the upgrade is answered with 403, or with nothing at all. */
  readonly upgrade?: "refused" | "swallowed";
}

/** A bad network on loopback, between tests and a server. */
export interface FaultProxy {
  readonly url: string;
  /** What it does from now on; connections stay. */
  weather(now: Weather): void;
  /** Ends every connection with RST, as a router that forgot them. */
  reset(): void;
  close(): Promise<void>;
}

const FORBIDDEN = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/** @param port the server's, on this machine @param seed of the jitter */
export async function openFaultProxy(port: number, seed = 1): Promise<FaultProxy> {
  let weather: Weather = {};
  const random = stream(seed, 0);
  const sockets = new Set<Socket>();
  /** Goodbyes that a silent network swallowed: whoever waits for them waits for ever. */
  const dead = new WeakSet<Socket>();

  function carry(from: Socket, to: Socket): void {
    let due = 0;
    let line: Promise<void> = Promise.resolve();
    const deliver = (action: () => void): void => {
      const { latencyMs = 0, jitterMs = 0 } = weather;
      due = Math.max(due, performance.now() + latencyMs + jitterMs * uniform(random));
      const at = due;
      line = line.then(async () => {
        const wait = at - performance.now();
        if (wait > 0) await sleep(wait);
        if (!weather.silent && !dead.has(from)) action();
      });
    };
    from.on("data", (data: Buffer) => {
      if (weather.silent) dead.add(from).add(to);
      if (weather.upgrade && /\r\nupgrade: websocket/i.test(data.toString("latin1"))) {
        if (weather.upgrade === "refused") from.end(FORBIDDEN);
        return;
      }
      const { slice = data.length, bytesPerSecond } = weather;
      for (let at = 0; at < data.length; at += slice) {
        const piece = data.subarray(at, at + slice);
        deliver(() => void to.write(piece));
        if (bytesPerSecond) due += (1000 * piece.length) / bytesPerSecond;
      }
    });
    from.on("end", () => deliver(() => void to.end()));
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      if (!weather.silent && !dead.has(from)) to.destroy();
    });
  }

  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.setNoDelay(true);
    sockets.add(client);
    client.on("error", () => {});
    if (weather.refuse) return void client.resetAndDestroy();
    if (weather.silent) return;
    const upstream = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    sockets.add(upstream);
    carry(client, upstream);
    carry(upstream, client);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: own } = server.address() as { port: number };

  const reset = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${own}`,
    weather: (now) => {
      weather = now;
    },
    reset,
    async close() {
      const closed = once(server, "close");
      server.close();
      reset();
      await closed;
    },
  };
}
