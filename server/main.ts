import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { resolve } from "node:path";
import { defineRoom } from "@colyseus/core";
import { serverUrls } from "./addresses.ts";
import { census } from "./classroom/census.ts";
import { createClasses } from "./classroom/classes.ts";
import { ClassroomRoom } from "./classroom/classroom.ts";
import { endForgotten, goOnWithAll } from "./classroom/reopening.ts";
import { type Cluster, openCluster } from "./cluster/cluster.ts";
import type { Config } from "./config.ts";
import { type Game, openGame, type Rooms } from "./game.ts";
import { createApp } from "./http/app.ts";
import { builtPages } from "./http/built-pages.ts";
import type { Classes } from "./http/classes-port.ts";
import type { PageSource } from "./http/pages.ts";
import { openJournal } from "./journal/open.ts";
import type { JournalStore } from "./journal/store.ts";
import { log } from "./log.ts";
import { countWith } from "./metrics.ts";
import { purgeHourly } from "./retention.ts";

/** Where `npm run build` puts the pages. */
export const BUILT_PAGES = resolve(import.meta.dirname, "../client/dist");

/** How long the server waits for others, ms. */
export interface Waits {
  /** Time without stage and host after which a class pauses: longer than a projector needs to restart. */
  readonly leaderlessMs: number;
  /** Between two pings of each socket; one that misses two is gone. */
  readonly pingMs: number;
  /** Slowest that a request's headers may trickle in. Its body may take half as long again. Beyond it the connection is cut. */
  readonly headersMs: number;
}

const WAITS: Waits = { leaderlessMs: 20_000, pingMs: 3000, headersMs: 10_000 };
/** Connections beside those of full classes: pages, assets, walls. */
const SPARE_CONNECTIONS = 2000;
/** Time that sockets have to finish what they were sent when the server stops, ms. */
const LINGER_MS = 300;

/** What the classrooms are made with. */
export interface ClassroomDeps {
  readonly journal: JournalStore;
  readonly config: Config;
  readonly waits: Waits;
  /** Where there are several processes. */
  readonly cluster: Cluster | undefined;
}

/** How classes are held: Colyseus rooms by name, and the port through which HTTP opens and finds them. */
export interface Classrooms {
  readonly rooms: Rooms;
  readonly classes: Classes;
}

export interface StartOptions {
  /** Pages from elsewhere than client/dist. Gets the HTTP server, for Vite's own socket. */
  readonly pages?: (http: HttpServer) => Promise<PageSource>;
  /** Other classrooms than the real ones, for tests of what surrounds them. */
  readonly classrooms?: (deps: ClassroomDeps) => Classrooms;
  /** Shorter waits than in a school, for tests that would otherwise take as long. */
  readonly waits?: Partial<Waits>;
}

export interface RunningServer {
  readonly port: number;
  /** Address on this machine. */
  readonly url: string;
  readonly journal: JournalStore;
  readonly classes: Classes;
  /** Every address, the one to show first. */
  urls(): readonly string[];
  /** Closes rooms, sockets and journal, in this order. Nothing is left running. */
  close(): Promise<void>;
}

/**
 * Starts everything: journal, rooms, pages, one port for all. One at a time in a process (Colyseus's matchmaker is
 * one a process).
 *
 * @throws JournalError when the journal cannot be opened, ClusterError when the other processes cannot be joined, or the system's error when the port cannot
 */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  log.level = config.logLevel;
  const journal = await openJournal(config);
  const waits = { ...WAITS, ...options.waits };
  const http = createServer({
    headersTimeout: waits.headersMs,
    requestTimeout: 1.5 * waits.headersMs,
    connectionsCheckingInterval: waits.headersMs / 2,
  });
  // A flood must not take the last file descriptor from those who are here.
  http.maxConnections = config.maxRooms * config.maxSeats + SPARE_CONNECTIONS;
  const sockets = track(http);
  let game: Game | undefined;
  let cluster: Cluster | undefined;
  let pages: PageSource | undefined;
  let endPurging: (() => Promise<void>) | undefined;
  const close = async (): Promise<void> => {
    await game?.close();
    await pages?.close();
    await closeHttp(http, sockets);
    await endPurging?.();
    await cluster?.close();
    await journal.close();
  };

  try {
    cluster = await joinCluster(config);
    const { rooms, classes } = (options.classrooms ?? openClassrooms)({ journal, config, waits, cluster });
    game = await openGame({ http, rooms, publicUrl: config.publicUrl, pingMs: waits.pingMs, cluster });
    await (cluster ? endForgotten : goOnWithAll)(journal);
    pages = await (options.pages?.(http) ?? builtPages(BUILT_PAGES));
    // Last, so that it gets classes when it is done with the work of starting.
    await cluster?.takePart();
    const { roomCount, matchmaker, memory } = game;
    const urls = (): readonly string[] => serverUrls(config, portOf(http));
    const hasRoom = (opening: number): boolean => roomCount() + opening < config.maxRooms;
    const ready = (): Promise<unknown> => Promise.all([journal.isHost(""), cluster?.ping()]);
    const { publicUrl, securityContact, retentionDays } = config;
    const about = { publicUrl, securityContact, retentionDays, urls };
    http.on("request", createApp({ journal, classes, pages, matchmaker, ...about, hasRoom, ready, memory }));
    await listen(http, config);
    endPurging = purgeHourly(journal, retentionDays);
    let closed: Promise<void> | undefined;
    return {
      port: portOf(http),
      url: `http://localhost:${portOf(http)}`,
      journal,
      classes,
      urls,
      close: () => {
        closed ??= close();
        return closed;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The other processes, if there are to be any. */
async function joinCluster({ redisUrl, publicAddress }: Config): Promise<Cluster | undefined> {
  if (redisUrl === undefined || publicAddress === undefined) return undefined;
  return openCluster({ redisUrl, publicAddress });
}

/** The real classrooms. */
function openClassrooms({ journal, config, waits, cluster }: ClassroomDeps): Classrooms {
  ClassroomRoom.services = {
    journal,
    seatLimit: config.maxSeats,
    leaderlessMs: waits.leaderlessMs,
    handOver: cluster && ((options) => cluster.handOver("classroom", options.code, options)),
  };
  countWith(census);
  return { rooms: { classroom: defineRoom(ClassroomRoom) }, classes: createClasses(journal, cluster?.alone) };
}

const portOf = (http: HttpServer): number => (http.address() as AddressInfo).port;

const listen = (http: HttpServer, { port, host }: Config): Promise<void> =>
  new Promise((done, fail) => {
    http.once("error", fail);
    http.listen(port, host, () => {
      http.removeListener("error", fail);
      done();
    });
  });

/** Keeps an eye on every connection: after an upgrade, Node's HTTP server forgets them. */
function track(http: HttpServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  http.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}

async function closeHttp(http: HttpServer, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!http.listening) {
    // Colyseus stops its pings when the server says that it closed; one that never opened would not say so.
    http.emit("close");
    return;
  }
  const closed = new Promise((done) => http.once("close", done));
  http.close();
  http.closeIdleConnections();
  const linger = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, LINGER_MS);
  await closed;
  clearTimeout(linger);
}
