import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getMessageBytes, Protocol } from "@colyseus/core";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TOO_MANY_MALFORMED } from "../../server/classroom/close-codes.ts";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { openClass, provenRecording, recordingOf, student, turn } from "../helpers/class-in-round.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { LONG, odd, RUNS, seeds } from "./fuzz.ts";
import { BINARY, enterRaw, TEXT } from "./raw-socket.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** What nobody thought of: a server process whose sockets bring noise that is nearly right (over HTTP: fuzz-requests). */

const MESSAGE_SEEDS = [1, 2];
const HOST_SEEDS = [1, 2];

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-fuzz-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "warn" });
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const anything = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, maxDepth: 4 });
const type = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("tap", "clock", "answer", "rename", "resume", "command", "pair", "cards") },
  { weight: 1, arbitrary: fc.constantFrom("gaze", "phrase", "_", "*", "__proto__", "constructor", "") },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);
const nearly = fc.record(
  { seq: odd, at: odd, sent: odd, option: odd, name: odd, kind: odd, turn: odd, seat: odd, count: odd, on: odd },
  { requiredKeys: [] },
);

/** A message as the SDK would send it; of what no packer takes, its head alone. */
function packed(asRequest: boolean, kind: string, payload: unknown): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = getMessageBytes.raw(Protocol.ROOM_DATA, kind, payload);
  } catch {
    bytes = getMessageBytes.raw(Protocol.ROOM_DATA, kind);
  }
  return asRequest ? Buffer.concat([Buffer.from([Protocol.ROOM_REQUEST, 7]), bytes.subarray(1)]) : bytes;
}
const message = fc.tuple(fc.boolean(), type, fc.oneof(nearly, anything)).map((parts) => packed(...parts));
const mangled = fc.tuple(message, fc.nat(), fc.nat(255), fc.boolean()).map(([bytes, at, value, cut]) => {
  const copy = Buffer.from(bytes);
  const place = at % copy.length;
  if (cut) return copy.subarray(0, place);
  copy[place] = value;
  return copy;
});
const frame = fc.tuple(
  fc.oneof(message, mangled, fc.uint8Array({ maxLength: 200 })),
  fc.oneof({ weight: 9, arbitrary: fc.constant(BINARY) }, { weight: 1, arbitrary: fc.constant(TEXT) }),
);

test.each(seeds(MESSAGE_SEEDS))(
  "no frame of a student, however odd, moves a class or takes the server down (seed %i)",
  async (seed) => {
    const opened = await openClass(server);
    const host = await enter(server, opened.code, { hostKey: opened.hostKey });
    const other = await student(server, opened);
    await until(() => host.room.state.seats === 1);
    const looks = (): string => {
      const { phase, paused, stage } = host.room.state;
      // That many come at once is true.
      const door = { ...(JSON.parse(stage.door) as object), burst: 0 };
      return JSON.stringify([phase, paused, turn(host), stage.locked, door, other.closed, host.closed]);
    };
    const before = looks();
    await fc.assert(
      // As many as a page may send in a second: what is beyond is not read at all.
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 30 }), async (frames) => {
        const socket = await enterRaw(server.url, opened.code);
        for (const [bytes, kind] of frames) socket.frame(bytes, kind);
        socket.frame(new Uint8Array([Protocol.PING]));
        await until(
          () => socket.gone || socket.closed !== undefined || socket.received.some(([b]) => b === Protocol.PING),
        );
        socket.destroy();
        expect(await host.command({ kind: "lock", on: false })).toEqual({ ok: true });
        expect(looks()).toBe(before);
      }),
      { seed, numRuns: RUNS, endOnFailure: true },
    );
    await unscathed(host, opened);
  },
  LONG,
);

/** The room caught nothing that was thrown, and what it wrote comes out again as it was. */
async function unscathed(host: Visitor, opened: OpenClass): Promise<void> {
  expect(await host.command({ kind: "end", turn: turn(host) })).toEqual({ ok: true });
  await until(() => host.closed !== undefined);
  provenRecording(await recordingOf(server, opened), 0);
  expect(server.log().match(/.*"level":(50|60).*/)?.[0]).toBeUndefined();
}

const whole = fc.oneof(fc.constantFrom(0, 1, 2, 5, 60), fc.integer({ min: -2, max: 1_000_000 }));
const part = fc.constantFrom("A", "B", "all", 0, 3, 59, 60, -1);
const train = fc.record({ start: whole, bursts: whole, every: whole, pulses: whole, apart: whole, at: part });
const wish = (now: number) =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("pause", "resume", "next", "back", "undo-burst", "void-cards"),
      turn: fc.constant(now),
    }),
    fc.record({ kind: fc.constant("start"), turn: fc.constant(now), round: fc.integer({ min: 0, max: 15 }) }),
    fc.record({ kind: fc.constant("drug"), drug: fc.constantFrom(...DRUGS), on: fc.boolean() }),
    fc.record({ kind: fc.constant("module"), module: fc.constantFrom(...MODULES), on: fc.boolean() }),
    fc.record({ kind: fc.constant("bots"), count: fc.integer({ min: -1, max: 61 }), jitterMs: whole }),
    fc.record({ kind: fc.constant("lapse"), turn: fc.constant(now), seconds: whole }),
    fc.record({
      kind: fc.constant("stimulate"),
      turn: fc.constant(now),
      stimulation: fc.record({ trains: fc.array(train, { maxLength: 9 }), pace: whole }),
    }),
    fc.record({ kind: fc.constantFrom("remove", "rename"), seat: whole, removed: fc.boolean() }),
    fc.record({ kind: fc.constantFrom("lock", "approve", "free-names", "cards-only"), on: fc.boolean() }),
    fc.record({ kind: fc.constant("step"), turn: fc.constant(now), to: whole }),
    fc.record({
      kind: fc.constant("lesson"),
      turn: fc.constant(now),
      steps: fc.array(fc.oneof(nearly, fc.record({ do: fc.constantFrom("lapse", "round", "bet"), seconds: whole })), {
        maxLength: 5,
      }),
    }),
  );

test.each(seeds(HOST_SEEDS))(
  "whatever a host asks is done or refused with a reason, and comes out of the recording as it was (seed %i)",
  async (seed) => {
    const opened = await openClass(server);
    let host = await enter(server, opened.code, { hostKey: opened.hostKey });
    const done: Record<string, number> = {};
    await fc
      .assert(
        fc.asyncProperty(fc.infiniteStream(wish(-7)), async (wishes) => {
          // Fewer than a page may send in a second, as fast as they are answered.
          for (let i = 0; i < 8; i++) {
            const asked = wishes.next().value as { kind: string; turn?: number };
            // The turn that the host looks at, or one that is over.
            const sent = asked.turn === undefined ? asked : { ...asked, turn: turn(host) };
            const answer = await host.command(sent).catch(() => ({ ok: false, reason: "shown the door" }) as const);
            expect(answer.ok || answer.reason).toBeTruthy();
            if (answer.ok) done[asked.kind] = (done[asked.kind] ?? 0) + 1;
            // A host, too, has sent ten things that were none, and comes in again.
            if (host.closed === TOO_MANY_MALFORMED)
              host = await enter(server, opened.code, { hostKey: opened.hostKey });
            await new Promise((go) => setTimeout(go, 26));
          }
          expect(host.closed).toBeUndefined();
        }),
        { seed, numRuns: RUNS, endOnFailure: true },
      )
      .finally(() => console.log(`done: ${JSON.stringify(done)}`));
    expect(Object.keys(done).length).toBeGreaterThan(5);
    await unscathed(host, opened);
  },
  LONG,
);
