import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { openClass, phase, student, TOGETHER, turn } from "../helpers/class-in-round.ts";
import { type FaultProxy, openFaultProxy } from "../helpers/fault-proxy.ts";
import { enter, type OpenClass, type Visitor } from "../helpers/running-class.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/** What the model-based test (model.test.ts) holds against each other: what must be true of a class, and the class itself. */

/** In place of three seconds. */
const PING_MS = 400;
/** So many commands are done however slow the machine is. */
const LEAST = 12;

/** What must be true of one student. */
export interface Pupil {
  state: "here" | "asleep" | "away" | "sent away";
  readonly id: number;
  /** Taps that the room said had reached the cell. */
  acknowledged: number;
}
export interface Model {
  readonly pupils: Pupil[];
  locked: boolean;
}

/** The class itself. */
export class Real {
  server!: ServerProcess;
  host!: Visitor;
  opened!: OpenClass;
  readonly phones: { visitor: Visitor; readonly network: FaultProxy; readonly seat: number; readonly key: string }[] =
    [];
  readonly #folder: string;
  readonly #port: number;
  until = Number.POSITIVE_INFINITY;
  /** How often each kind of command was done. */
  readonly done: Record<string, number> = {};

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  /** Counts a command. @returns whether there is time for it */
  begins(command: object): boolean {
    const kind = command.constructor.name;
    const sofar = Object.values(this.done).reduce((sum, count) => sum + count, 0);
    const inTime = performance.now() < this.until || sofar < LEAST;
    if (inTime) this.done[kind] = (this.done[kind] ?? 0) + 1;
    return inTime;
  }

  async start(): Promise<void> {
    this.server = await startProcess(this.#folder, this.#port, { LOG_LEVEL: "error" }, { pingMs: PING_MS });
    this.opened ??= await openClass(this.server);
    this.host = await enter(this.server, this.opened.code, { hostKey: this.opened.hostKey });
  }

  /** One more phone, on a network of its own. @returns the reason if it was refused */
  async join(): Promise<string | undefined> {
    const network = await openFaultProxy(this.#port);
    const visitor = await student(network, this.opened).catch((error: Error) => error.message);
    if (typeof visitor === "string") {
      await network.close();
      return visitor;
    }
    const { seat, seatKey } = visitor.welcome!;
    this.phones.push({ visitor, network, seat, key: seatKey! });
    return undefined;
  }

  /** The same phone comes back. */
  async comeBack(i: number): Promise<void> {
    const phone = this.phones[i]!;
    phone.visitor = await student(phone.network, this.opened, phone.key);
    expect(phone.visitor.welcome!.seat).toBe(phone.seat);
  }

  /** So that there is something to tap. */
  async inRound(): Promise<void> {
    const { host } = this;
    for (let tries = 0; tries < 40; tries++) {
      const now = phase(host);
      if (now === "round" && !host.room.state.paused && host.room.state.stage.beat > 0) return;
      if (host.room.state.paused) await host.command({ kind: "resume", turn: turn(host) });
      else if (now === "lapse") await host.command({ kind: "next", turn: turn(host) });
      else if (now !== "round") await host.command({ kind: "start", turn: turn(host), round: TOGETHER });
      await sleep(100);
    }
    throw new Error(`no round: ${phase(host)}`);
  }

  async close(): Promise<void> {
    for (const { network } of this.phones) await network.close();
    await this.server.kill("SIGKILL");
  }
}
