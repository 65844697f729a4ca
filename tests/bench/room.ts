import { setTimeout as sleep } from "node:timers/promises";
import { gaussian, stream } from "../../shared/model/random.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";

export interface RoomCost {
  /** CPU of the whole server process a tick, ms: sockets, model, journal, patch. */
  readonly msPerTick: number;
  /** The same while the class waits in the lobby. */
  readonly lobbyMsPerTick: number;
  /** Payload of WebSocket frames received, bytes a second. */
  readonly phoneBytesPerS: number;
  readonly stageBytesPerS: number;
  /** From a phone's tap to the pulse that carries it on the stage, less the delay D, ms. */
  readonly echoP50: number;
  readonly echoP99: number;
  readonly taps: number;
}

const STUDENTS = 40;
const TOGETHER = 2;
/** SD of the students' taps around the beat, ms. */
const JITTER_MS = 30;

/** One class of forty over real sockets, tapping at 2 Hz through a whole round of "Fire together". */
export async function measureRoom(): Promise<RoomCost> {
  const server = await startOwnServer();
  try {
    const opened = (await (await fetch(`${server.url}/api/classes`, { method: "POST" })).json()) as OpenClass;
    const host = await enter(server, opened.code, { hostKey: opened.hostKey });
    const students: Visitor[] = [];
    for (let i = 0; i < STUDENTS; i++) students.push(await enter(server, opened.code));
    await until(() => host.room.state.seats === STUDENTS);
    const lobby = await cpuOver(server, () => sleep(2000));
    return { lobbyMsPerTick: lobby.ms / (lobby.elapsed / TICK_MS), ...(await playRound(server, host, students)) };
  } finally {
    await server.close();
  }
}

async function playRound(
  server: OwnServer,
  host: Visitor,
  students: readonly Visitor[],
): Promise<Omit<RoomCost, "lobbyMsPerTick">> {
  const sent = new Map<number, number[]>();
  const echoes: number[] = [];
  host.room.onMessage("pulse", () => {
    const now = performance.now();
    for (const { seat } of host.pulses.at(-1)!.taps) {
      const at = sent.get(seat)?.shift();
      if (at !== undefined) echoes.push(now - at - host.room.state.delay);
    }
  });
  await host.command({ kind: "start", turn: host.room.state.turn, round: TOGETHER });
  await until(() => host.room.state.phase === 1);
  const zero = host.room.state.beatZero;
  const random = stream(1, 1);
  for (const [i, student] of students.entries()) {
    for (let beat = 0; beat < 20; beat++) {
      const at = zero + 500 * beat + JITTER_MS * gaussian(random) + (i % 5);
      setTimeout(
        () => {
          const seat = student.welcome!.seat;
          sent.set(seat, [...(sent.get(seat) ?? []), performance.now()]);
          student.tap();
        },
        Math.max(0, at - student.now()),
      );
    }
  }
  await until(() => host.now() > zero + 250);
  const phone = countBytes(students[0]!);
  const stage = countBytes(host);
  const { ms, elapsed } = await cpuOver(server, () => until(() => host.now() > zero + 9250, 12_000));
  const seconds = elapsed / 1000;
  const result = { phoneBytesPerS: phone() / seconds, stageBytesPerS: stage() / seconds };
  await until(() => students.every((student) => student.taps.length >= 20), 5000);
  echoes.sort((a, b) => a - b);
  const at = (share: number): number => echoes[Math.floor(share * (echoes.length - 1))]!;
  return { ...result, msPerTick: ms / (elapsed / TICK_MS), echoP50: at(0.5), echoP99: at(0.99), taps: echoes.length };
}

async function cpuOver(server: OwnServer, what: () => Promise<unknown>): Promise<{ ms: number; elapsed: number }> {
  const [before, began] = [await server.cpu(), performance.now()];
  await what();
  return { ms: (await server.cpu()) - before, elapsed: performance.now() - began };
}

/** Counts what a visitor's socket receives from now on. */
function countBytes({ room }: Visitor): () => number {
  let bytes = 0;
  const { ws } = room.connection.transport as unknown as { ws: WebSocket };
  ws.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
    bytes += data.byteLength;
  });
  return () => bytes;
}
