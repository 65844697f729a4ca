import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Exploration } from "../../shared/recording/exploration.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { enter, startTestServer, type TestServer, until } from "../helpers/running-class.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const tetanus = { trains: [{ at: "all", start: 0, bursts: 1, every: 1, pulses: 100, apart: 10 }], pace: 40 };
const anisomycin = { kind: "drug", drug: "anisomycin", on: true };

/** A class with a host and one student. */
async function opened() {
  const { code, classId, hostKey } = await server.openClass();
  const host = await enter(server, code, { hostKey });
  const student = await enter(server, code);
  const view = () => viewOf(host.room.state);
  const turn = () => host.room.state.turn;
  await until(() => view().seats.length === 1);
  return { classId, hostKey, host, student, view, turn };
}

describe("what a host may do in the laboratory", () => {
  test("drugs and mechanisms come and go at any time, and the stage is told", async () => {
    const { host, view } = await opened();
    expect(await host.command(anisomycin)).toEqual({ ok: true });
    expect(await host.command({ kind: "drug", drug: "apv", on: true })).toEqual({ ok: true });
    expect(await host.command({ kind: "module", module: "retention", on: true })).toEqual({ ok: true });
    await until(() => view().conditions.modules.length === 1);
    expect(view().conditions).toEqual({ pathway: "ca1", drugs: ["apv", "anisomycin"], modules: ["retention"] });
    await host.command({ ...anisomycin, on: false });
    await until(() => view().conditions.drugs.length === 1);
    expect(view().conditions.drugs).toEqual(["apv"]);
  });

  test("a second of the same is no fault, and changes nothing", async () => {
    const { host, view } = await opened();
    expect(await host.command(anisomycin)).toEqual({ ok: true });
    expect(await host.command(anisomycin)).toEqual({ ok: true });
    expect(await host.command({ kind: "module", module: "retention", on: false })).toEqual({ ok: true });
    await until(() => view().conditions.drugs.length === 1);
    expect(view().conditions.modules).toEqual([]);
  });

  test("while a round runs, region, time and electrode are refused and the round goes on; a drug is given", async () => {
    const { host, view, turn } = await opened();
    expect(await host.command({ kind: "start", turn: turn(), round: 2 })).toEqual({ ok: true });
    await until(() => view().phase === "round");
    for (const early of [
      { kind: "pathway", turn: turn(), pathway: "aplysia" },
      { kind: "lapse", turn: turn(), seconds: 600 },
      { kind: "stimulate", turn: turn(), stimulation: tetanus },
    ]) {
      expect(await host.command(early), early.kind).toEqual({ ok: false, reason: "not-now" });
    }
    expect(await host.command(anisomycin)).toEqual({ ok: true });
    await until(() => view().conditions.drugs.length === 1);
    expect(view().phase).toBe("round");
    expect(view().conditions.pathway).toBe("ca1");
  });

  test.each([
    ["region", { kind: "pathway", pathway: "aplysia" }],
    ["lapse", { kind: "lapse", seconds: 600 }],
    ["stimulation", { kind: "stimulate", stimulation: tetanus }],
  ])("a %s that was meant for another moment is stale", async (_, command) => {
    const { host, view, turn } = await opened();
    expect(await host.command({ ...command, turn: turn() + 1 })).toEqual({ ok: false, reason: "stale" });
    expect(view().phase).toBe("lobby");
    expect(view().conditions.pathway).toBe("ca1");
  });

  test("nothing is given, switched or let pass in a class that has ended", async () => {
    const { host, view, turn } = await opened();
    await host.command({ kind: "end", turn: turn() });
    await until(() => view().phase === "ended");
    for (const late of [
      anisomycin,
      { kind: "module", module: "retention", on: true },
      { kind: "modulate", modulator: "serotonin" },
      { kind: "lapse", turn: turn(), seconds: 600 },
    ]) {
      expect(await host.command(late)).toEqual({ ok: false, reason: "ended" });
    }
  });

  test("the electrode excites whom it is meant for, says how far it is, and next ends it", async () => {
    const { host, student, view, turn } = await opened();
    const slow = { trains: [{ at: "A", start: 0, bursts: 1, every: 1, pulses: 900, apart: 1000 }], pace: 1000 };
    await host.command({ kind: "stimulate", turn: turn(), stimulation: slow });
    await until(() => (view().electrode?.given ?? 0) > 20);
    expect(view().electrode).toMatchObject({ at: "A", pulses: 900, bursts: 1, apart: 1000 });
    // Fingers rest meanwhile.
    student.tap();
    await until(() => student.taps.length === 1);
    expect(student.taps[0]!.fate).toBe("resting");
    expect(await host.command({ kind: "next", turn: turn() })).toEqual({ ok: true });
    await until(() => view().phase === "between");
    expect(view().electrode).toBeNull();
  });

  test("region, time and electrode wait for their turn, and a stale command changes nothing", async () => {
    const { host, view, turn } = await opened();
    expect(await host.command({ kind: "pathway", turn: turn() + 1, pathway: "aplysia" })).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await host.command({ kind: "pathway", turn: turn(), pathway: "mossy-fibre" })).toEqual({ ok: true });
    expect(await host.command({ kind: "lapse", turn: turn(), seconds: 86_400 })).toEqual({ ok: true });
    await until(() => view().phase === "lapse");
    expect(view().lapse.of).toBe(1440);
    expect(await host.command({ kind: "pathway", turn: turn(), pathway: "ca1" })).toEqual({
      ok: false,
      reason: "not-now",
    });
    expect(await host.command({ kind: "next", turn: turn() })).toEqual({ ok: true });
    await until(() => view().phase === "between");
    expect(await host.command({ kind: "stimulate", turn: turn(), stimulation: tetanus })).toEqual({ ok: true });
    await until(() => view().phase === "stimulation");
    await until(() => view().phase === "between");
    // A mossy fibre's terminal releases more after a tetanus.
    expect(view().seats[0]!.release).toBeGreaterThan(150);
    expect(view().seats[0]!.receptors).toBe(60);
    expect(await host.command({ kind: "modulate", modulator: "serotonin" })).toEqual({ ok: true });
  });

  test.each([
    ["a drug that there is not", { kind: "drug", drug: "tea", on: true }],
    ["a lapse of no time", { kind: "lapse", turn: 0, seconds: 0 }],
    ["a lapse of three years", { kind: "lapse", turn: 0, seconds: 3 * 365 * 86_400 }],
    ["a region with more than its name", { kind: "pathway", turn: 0, pathway: "ca1", to: 1 }],
    [
      "a stimulation without end",
      {
        kind: "stimulate",
        turn: 0,
        stimulation: {
          trains: [{ at: "all", start: 0, bursts: 10_000, every: 600_000, pulses: 1, apart: 1 }],
          pace: 40,
        },
      },
    ],
    ["a mechanism that there is not", { kind: "module", module: "sleep", on: true }],
    ["a drug that is half on", { kind: "drug", drug: "apv", on: 1 }],
    ["a pulse of something else", { kind: "modulate", modulator: "caffeine" }],
    ["a region without a turn", { kind: "pathway", pathway: "ca1" }],
    ["half a second", { kind: "lapse", turn: 0, seconds: 0.5 }],
    ["a stimulation that stands still", { kind: "stimulate", turn: 0, stimulation: { trains: [], pace: 0 } }],
  ])("%s is refused as malformed", async (_, command) => {
    const { host, view } = await opened();
    expect(await host.command(command)).toEqual({ ok: false, reason: "malformed" });
    expect(view().conditions).toEqual({ pathway: "ca1", drugs: [], modules: [] });
    expect(view().phase).toBe("lobby");
  });

  test("a student may none of it", async () => {
    const { student, view, turn } = await opened();
    for (const command of [
      anisomycin,
      { kind: "module", module: "retention", on: true },
      { kind: "modulate", modulator: "serotonin" },
      { kind: "pathway", turn: turn(), pathway: "aplysia" },
      { kind: "lapse", turn: turn(), seconds: 600 },
      { kind: "stimulate", turn: turn(), stimulation: tetanus },
    ]) {
      expect(await student.command(command), command.kind).toEqual({ ok: false, reason: "not-allowed" });
    }
    expect(view().conditions).toEqual({ pathway: "ca1", drugs: [], modules: [] });
    expect(view().phase).toBe("lobby");
  });

  test("the recording holds it all, and plays with every hash as it was", async () => {
    const { classId, hostKey, host, view, turn } = await opened();
    await host.command(anisomycin);
    await host.command({ kind: "module", module: "metaplasticity", on: true });
    await host.command({ kind: "lapse", turn: turn(), seconds: 30 * 86_400 });
    // A tick of it at least: what begins and ends between two ticks is no lapse to be seen.
    await until(() => view().phase === "lapse" && view().lapse.minutes > 0);
    await host.command({ kind: "next", turn: turn() });
    await until(() => view().phase === "between");
    await host.command({ kind: "end", turn: turn() });
    await until(() => view().phase === "ended");
    const url = `${server.url}/api/sessions/${classId}/recording`;
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${hostKey}` } });
    const recording = readRecording(await answer.text());
    const exploration = new Exploration(recording);
    while (!exploration.done) exploration.run(1000);
    expect(exploration.mismatchAt).toBeUndefined();
    expect(exploration.compared).toBeGreaterThan(0);
    expect(exploration.marks.map(({ kind }) => kind)).toEqual(["condition", "condition", "lapse", "end"]);
    expect(recording.events.map(({ event }) => event.kind)).toContain("module");
  });
});
