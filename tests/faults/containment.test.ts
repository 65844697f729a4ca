import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { TROUBLES } from "../../shared/wire/trouble.ts";
import { fired, inTheRound, provenRecording, recordingOf, student, tapping, turn } from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { SABOTAGED } from "./sabotage.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** What goes wrong within a class: one server process whose classes are broken from inside. */

let folder: string;
let port: number;
let server: ServerProcess;
const start = (): Promise<ServerProcess> => startProcess(folder, port, { LOG_LEVEL: "error" }, {}, SABOTAGED);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-containment-"));
  port = await freePort();
  server = await start();
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const breakUp = ({ code }: OpenClass, what: string): Promise<unknown> => server.tell({ code, what });
const trouble = ({ room }: Visitor): string => TROUBLES[room.state.trouble]!;
const told = async (where: string): Promise<number> =>
  sumOf(await scrape(server.url), "fire_together_contained_faults_total", { where });
const logged = (text: string): number => server.log().split(text).length - 1;
/** The tick of a class, as its stage has it. */
const tickOf = ({ room }: Visitor): number => room.state.stage.tick;

async function goOn(host: Visitor): Promise<void> {
  expect(await host.command({ kind: "retry" })).toEqual({ ok: true });
  await until(() => trouble(host) === "none");
}
/** After the count-in. */
const runs = ({ room }: Visitor): Promise<void> => until(() => !room.state.paused);

row(
  43,
  async () => {
    const { opened, host, students } = await inTheRound(server);
    const [pupil] = students;
    const others = await inTheRound(server);
    for (const where of ["message", "timer", "promise"] as const) {
      await breakUp(opened, where);
      pupil!.tap();
      await until(() => trouble(pupil!) === "paused");
      expect(host.room.state.paused).toBe(true);
      expect([await told(where), logged(`sabotage: ${where}`)]).toEqual([1, 2]);
      await goOn(host);
    }
    await runs(host);
    // A tick that breaks has left a state that nobody can trust.
    await breakUp(opened, "tick");
    await until(() => trouble(pupil!) === "restored");
    expect(host.room.state.paused).toBe(true);
    await goOn(host);
    await runs(host);

    // One that breaks again and again is not tried again and again.
    await breakUp(opened, "ticks");
    await until(() => trouble(host) === "restored");
    const [before, at] = [await told("tick"), tickOf(others.host)];
    await until(() => tickOf(others.host) > at + 25);
    expect(await told("tick")).toBe(before);
    await goOn(host);
    await until(async () => (await told("tick")) === before + 1);
    await until(() => trouble(host) === "restored");
    await breakUp(opened, "mend");
    await goOn(host);

    // The other class noticed nothing of all this.
    expect([trouble(others.host), others.host.room.state.paused]).toEqual(["none", false]);
    expect([pupil!.closed, host.closed]).toEqual([undefined, undefined]);
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed === 4101);
    const recording = provenRecording(await recordingOf(server, opened));
    expect(recording.events.filter(({ event }) => event.kind === "restore").length).toBe(3);
  },
  60_000,
);

row(
  44,
  async () => {
    const { opened, host, students } = await inTheRound(server);
    const spikes = host.room.state.stage.cellSpikes;
    expect(spikes).toBeGreaterThan(0);
    // Ten seconds in there is a state of this round to go back to.
    await until(() => tickOf(host) > 260);
    await breakUp(opened, "nan");
    await until(() => trouble(host) === "restored");
    expect(await told("state")).toBe(1);
    expect(logged("calcium: its state is no longer finite")).toBeGreaterThan(0);
    await goOn(host);
    await runs(host);
    const stop = tapping(students[0]!);
    const before = fired(students[0]!);
    await until(() => fired(students[0]!) > before);
    stop();

    // The journal alone brings the same class again: after a crash, and in the replay.
    await server.kill("SIGKILL");
    server = await start();
    const back = await enter(server, opened.code, { hostKey: opened.hostKey });
    await student(server, opened, students[0]!.welcome!.seatKey);
    await until(() => !back.room.state.paused, 15_000);
    await back.command({ kind: "end", turn: turn(back) });
    await until(() => back.closed === 4101);
    const { events } = provenRecording(await recordingOf(server, opened));
    expect(events.filter(({ event }) => event.kind === "restore").length).toBe(1);
  },
  60_000,
);
