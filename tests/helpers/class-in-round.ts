import { expect } from "vitest";
import { Exploration } from "../../shared/recording/exploration.ts";
import { type Recording, readRecording } from "../../shared/recording/recording.ts";
import { PHASES } from "../../shared/session/events.ts";
import { enter, type OpenClass, until, type Visitor } from "./running-class.ts";

/** A class in the middle of a round, for tests of what goes wrong just then. */

export const TOGETHER = 2;
export const BOTS = 12;

interface Server {
  readonly url: string;
}

export const openClass = async ({ url }: Server): Promise<OpenClass> =>
  (await (await fetch(`${url}/api/classes`, { method: "POST" })).json()) as OpenClass;
export const phase = ({ room }: Visitor): string => PHASES[room.state.phase]!;
export const turn = ({ room }: Visitor): number => room.state.turn;
export const fired = (visitor: Visitor): number => visitor.taps.filter(({ fate }) => fate === "fired").length;

export async function student(server: Server, { code }: OpenClass, seatKey?: string): Promise<Visitor> {
  const visitor = await enter(server, code, seatKey ? { seatKey } : {});
  await until(() => visitor.welcome);
  return visitor;
}

/** Taps with the beat until stopped. */
export function tapping(visitor: Visitor): () => void {
  const timer = setInterval(() => visitor.closed === undefined && visitor.tap(), 500);
  return () => clearInterval(timer);
}

/** A class in the middle of its round: host, two students who tap, and bots. */
export async function inTheRound(server: Server) {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const students = [await student(server, opened), await student(server, opened)];
  await host.command({ kind: "bots", count: BOTS, jitterMs: 30 });
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) === "round");
  const stops = students.map(tapping);
  await until(() => students.every((each) => fired(each) >= 4), 15_000);
  for (const stop of stops) stop();
  return { opened, host, students };
}

export async function recordingOf({ url }: Server, { classId, hostKey }: OpenClass): Promise<string> {
  const headers = { Authorization: `Bearer ${hostKey}` };
  return (await fetch(`${url}/api/sessions/${classId}/recording`, { headers })).text();
}

/** A recording that is whole, and that comes out again as it was live in each of at least so many seconds. */
export function provenRecording(text: string, seconds = 4): Recording {
  const recording = readRecording(text);
  const exploration = new Exploration(recording);
  exploration.run(Number.POSITIVE_INFINITY);
  expect(recording.damage).toBeUndefined();
  expect(exploration.mismatchAt).toBeUndefined();
  expect(exploration.compared).toBeGreaterThan(seconds);
  return recording;
}

/** Taps of a seat that a recording holds. */
export const tapsOf = ({ events }: Recording, seat: number): number =>
  events.filter(({ event }) => event.kind === "tap" && event.seat === seat).length;
