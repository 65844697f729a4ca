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
    const stimulation = { trains: [{ at: "all", start: 0, bursts: 1, every: 1, pulses: 100, apart: 10 }], pace: 40 };
    expect(await host.command({ kind: "stimulate", turn: turn(), stimulation })).toEqual({ ok: true });
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
    ["a stimulation that stands still", { kind: "stimulate", turn: 0, stimulation: { trains: [], pace: 0 } }],
  ])("%s is refused as malformed", async (_, command) => {
    const { host, view } = await opened();
    expect(await host.command(command)).toEqual({ ok: false, reason: "malformed" });
    expect(view().conditions).toEqual({ pathway: "ca1", drugs: [], modules: [] });
    expect(view().phase).toBe("lobby");
  });

  test("a student may none of it", async () => {
    const { student, view } = await opened();
    const answer = await student.command(anisomycin);
    expect(answer.ok).toBe(false);
    expect(view().conditions.drugs).toEqual([]);
  });

  test("the recording holds it all, and plays with every hash as it was", async () => {
    const { classId, hostKey, host, view, turn } = await opened();
    await host.command(anisomycin);
    await host.command({ kind: "module", module: "metaplasticity", on: true });
    await host.command({ kind: "lapse", turn: turn(), seconds: 30 * 86_400 });
    await until(() => view().phase === "lapse");
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
    expect(exploration.marks.map(({ kind }) => kind)).toEqual(["conditions", "lapse", "end"]);
    expect(recording.events.map(({ event }) => event.kind)).toContain("module");
  });
});
