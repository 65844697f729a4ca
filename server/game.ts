import type { Server as HttpServer, IncomingMessage, RequestListener } from "node:http";
import { type BeforeUpgradeHandler, defineServer, matchMaker } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { MAX_FRAME_BYTES } from "../shared/wire/limits.ts";
import type { Cluster } from "./cluster/cluster.ts";
import type { ShortMemory } from "./http/checks.ts";
import { isEcho, openEcho } from "./http/echo.ts";
import { familiarOrigin } from "./http/origins.ts";
import { log } from "./log.ts";

/** Longest that rooms may take to say goodbye, ms. */
const FAREWELL_MS = 10_000;

/** Rooms as `defineRoom` makes them, by the name under which the matchmaker opens them. */
export type Rooms = Parameters<typeof defineServer>[0]["rooms"];

export interface GameOptions {
  readonly http: HttpServer;
  readonly rooms: Rooms;
  readonly publicUrl: string | undefined;
  /** A phone that sleeps or walks away is noticed within three of these, ms. */
  readonly pingMs: number;
  /** Where there are several processes. */
  readonly cluster: Cluster | undefined;
}

export interface Game {
  /** Answers POST /matchmake/METHOD/ROOM; expects `req.body` to be read. */
  readonly matchmaker: RequestListener;
  /** Through Redis where there are several processes. */
  readonly memory: ShortMemory;
  /** Rooms open in this process. */
  roomCount(): number;
  /** Lets every room say goodbye and closes it. */
  close(): Promise<void>;
}

/** Vite's own socket, while one edits. */
const isVite = ({ headers }: IncomingMessage): boolean => /\bvite-/.test(headers["sec-websocket-protocol"] ?? "");

/** Longest part of what Colyseus says that is kept: it quotes what strangers sent. */
const MAX_QUOTE = 500;

const said =
  (level: "warn" | "debug") =>
  (...parts: readonly unknown[]): void =>
    log[level]({ from: "colyseus" }, parts.map(String).join(" ").slice(0, MAX_QUOTE));

/** Colyseus calls every mistake of a stranger an error, with a stack trace; errors of our rooms are logged by them. */
const colyseusLog = {
  error: said("warn"),
  warn: said("warn"),
  info: said("debug"),
  debug: said("debug"),
  trace: said("debug"),
};

/**
 * Colyseus on an HTTP server that stays ours: it takes the WebSocket upgrades and hands back its request listener, so
 * that headers, limits and routes are decided in one place, server/http/app.ts.
 */
export async function openGame({ http, rooms, publicUrl, pingMs, cluster }: GameOptions): Promise<Game> {
  const fromElsewhere: BeforeUpgradeHandler = (_request, { headers }) => {
    const origin = headers.get("origin") ?? undefined;
    if (familiarOrigin(origin, headers.get("host") ?? undefined, publicUrl)) return undefined;
    return new Response(null, { status: 403 });
  };
  const transport = new WebSocketTransport({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    pingInterval: pingMs,
    pingMaxRetries: 2,
    beforeUpgrade: fromElsewhere,
  });
  transport.attachToServer(http, { filter: (req) => !isEcho(req) && !isVite(req) });
  openEcho(http, publicUrl);
  // Strangers may come into a room that exists, and come back; opening one is for POST /api/classes.
  matchMaker.controller.exposedMethods = ["joinById", "reconnect"];
  // No other site may read our answers: Colyseus would invite them all, with credentials.
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });

  const together = cluster && {
    driver: cluster.driver,
    presence: cluster.presence,
    publicAddress: cluster.publicAddress,
    selectProcessIdToCreateRoom: cluster.select,
  };
  const quiet = { greet: false, gracefullyShutdown: false, logger: colyseusLog };
  const server = defineServer({ rooms, transport, ...quiet, ...together });
  await server.serverless();
  const [matchmaker] = http.listeners("request") as RequestListener[];
  if (matchmaker === undefined) throw new Error("Colyseus bound no request listener.");
  http.removeAllListeners("request");

  return {
    matchmaker,
    memory: {
      keep: async (key, text, seconds) => matchMaker.presence.setex(key, text, seconds),
      read: async (key) => ((await matchMaker.presence.get(key)) as string | null) ?? undefined,
    },
    roomCount: () => matchMaker.stats.local.roomCount,
    close: async () => {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, FAREWELL_MS);
      });
      await Promise.race([server.gracefullyShutdown(false), patience]);
      clearTimeout(timer);
    },
  };
}
