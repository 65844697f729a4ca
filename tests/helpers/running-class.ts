import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Room } from "colyseus.js";
import { RoomTime } from "../../client/net/clock.ts";
import { readConfig } from "../../server/config.ts";
import { type RunningServer, startServer } from "../../server/main.ts";
import { decodePulse, type Pulse } from "../../shared/session/pulse.ts";
import type { CommandAnswer, OwnSynapse, TapFeedback, Welcome } from "../../shared/wire/answers.ts";
import type { ClassState } from "../../shared/wire/state.ts";

/** A real server on a free port with a data folder of its own, and what tests do with it. */
export interface TestServer extends RunningServer {
  readonly dataDir: string;
  /** Opens a class over HTTP, as the home page does. */
  openClass(): Promise<OpenClass>;
}
export interface OpenClass {
  readonly code: string;
  readonly classId: string;
  readonly hostKey: string;
  readonly stageKey: string;
}

export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "fire-together-"));
  const config = readConfig({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, LOG_LEVEL: "error", ...env });
  if (!config.ok) throw new Error(config.problems.join("\n"));
  const server = await startServer(config.config);
  return {
    ...server,
    dataDir,
    async openClass() {
      const answer = await fetch(`${server.url}/api/classes`, { method: "POST" });
      return (await answer.json()) as OpenClass;
    },
    async close() {
      await server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export type ClassRoom = Room<unknown, ClassState>;

/** Someone in a class over a real socket, with everything the room sent. */
export interface Visitor {
  readonly room: ClassRoom;
  readonly taps: TapFeedback[];
  readonly synapses: OwnSynapse[];
  readonly pulses: Pulse[];
  readonly refused: string[];
  welcome: Welcome | undefined;
  /** The name under which it waits, or waited, to be let in. */
  waiting: number | undefined;
  /** The own key of a remote that was let in. */
  remoteKey: string | undefined;
  /** Set when the socket closed. */
  closed: number | undefined;
  /** Room time now, from the last clock answer, ms. */
  now(): number;
  tap(at?: number): void;
  command(command: object): Promise<CommandAnswer>;
}

/** @throws the SDK's error when the room refuses */
export async function enter(server: { readonly url: string }, code: string, keys: object = {}): Promise<Visitor> {
  const room: ClassRoom = await new Client(server.url).joinById<ClassState>(code, keys);
  room.reconnection.enabled = false;
  const time = new RoomTime();
  let seq = 0;
  const visitor: Visitor = {
    room,
    taps: [],
    synapses: [],
    pulses: [],
    refused: [],
    welcome: undefined,
    waiting: undefined,
    remoteKey: undefined,
    closed: undefined,
    now: () => time.at(performance.now()),
    tap: (at = visitor.now()) => room.send("tap", { seq: ++seq, at: Math.max(0, Math.round(at)) }),
    command: (command) => room.request<unknown, CommandAnswer>("command", command),
  };
  room.onMessage("tap", (m: TapFeedback) => visitor.taps.push(m));
  room.onMessage("synapse", (m: OwnSynapse) => visitor.synapses.push(m));
  room.onMessage("pulse", (m: Uint8Array) => visitor.pulses.push(decodePulse(m)));
  room.onMessage("refused", (m: string) => visitor.refused.push(m));
  room.onMessage("classId", () => {});
  room.onMessage("name", (own: Partial<Welcome>) => {
    if (visitor.welcome) visitor.welcome = { ...visitor.welcome, ...own };
  });
  room.onMessage("waiting", (name: number) => {
    visitor.waiting = name;
  });
  room.onMessage("remoteKey", (key: string) => {
    visitor.remoteKey = key;
  });
  room.onMessage("welcome", (m: Welcome) => {
    visitor.welcome = m;
  });
  let answers = 0;
  room.onMessage("clock", ([sent, roomNow]: [number, number]) => {
    answers++;
    time.sample(sent, roomNow, performance.now());
  });
  room.onLeave((code) => {
    visitor.closed = code;
  });
  for (let ping = 0; ping < 4; ping++) {
    room.send("clock", { sent: performance.now() });
    await until(() => answers > ping);
  }
  await until(() => room.state?.phase !== undefined);
  return visitor;
}

/** Waits until something holds. @throws after `ms` */
export async function until(holds: () => unknown, ms = 8000): Promise<void> {
  const give = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > give) throw new Error(`waited ${ms} ms in vain for ${holds}`);
    await new Promise((go) => setTimeout(go, 15));
  }
}
