import { setTimeout as sleep } from "node:timers/promises";
import { gaussian, stream } from "../../shared/model/random.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";

export interface RoomCost {
  /** Mean time of the room's tick, ms: model, projection, patch, hand-over to the journal, sends. */
  readonly tickMs: number;
  /** CPU of the whole server process in a tick's time, ms: also receiving, the journal's thread, the kernel. */
  readonly processMs: number;
  /** The same while the class waits in the lobby. */
  readonly lobbyProcessMs: number;
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
    const lobby = await usageOver(server, () => sleep(2000));
    // The first round warms the just-in-time compiler up; the second is what a class feels.
    await playRound(server, host, students);
    return { lobbyProcessMs: lobby.processMs, ...(await playRound(server, host, students)) };
  } finally {
    await server.close();
  }
}

async function playRound(
  server: OwnServer,
  host: Visitor,
  students: readonly Visitor[],
): Promise<Omit<RoomCost, "lobbyProcessMs">> {
  const sent = new Map<number, number[]>();
  const echoes: number[] = [];
  const listening = host.room.onMessage("pulse", () => {
    const now = performance.now();
    for (const { seat } of host.pulses.at(-1)!.taps) {
      const at = sent.get(seat)?.shift();
      if (at !== undefined) echoes.push(now - at - host.room.state.delay);
    }
  });
  for (const student of students) student.taps.length = 0;
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
  const used = await usageOver(server, () => until(() => host.now() > zero + 9250, 12_000));
  const result = { phoneBytesPerS: phone() / used.seconds, stageBytesPerS: stage() / used.seconds };
  await until(() => students.every((student) => student.taps.length >= 20), 5000);
  await host.command({ kind: "next", turn: host.room.state.turn });
  await until(() => host.room.state.phase === 2);
  await host.command({ kind: "next", turn: host.room.state.turn });
  await until(() => host.room.state.phase === 3);
  listening();
  echoes.sort((a, b) => a - b);
  const at = (share: number): number => echoes[Math.floor(share * (echoes.length - 1))]!;
  const { tickMs, processMs } = used;
  return { ...result, tickMs, processMs, echoP50: at(0.5), echoP99: at(0.99), taps: echoes.length };
}

async function usageOver(
  server: OwnServer,
  what: () => Promise<unknown>,
): Promise<{ tickMs: number; processMs: number; seconds: number }> {
  const [before, began] = [await server.usage(), performance.now()];
  await what();
  const [after, elapsed] = [await server.usage(), performance.now() - began];
  return {
    tickMs: (after.tickMs - before.tickMs) / (after.ticks - before.ticks),
    processMs: (after.cpuMs - before.cpuMs) / (elapsed / TICK_MS),
    seconds: elapsed / 1000,
  };
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
