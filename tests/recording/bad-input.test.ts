import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_BYTES, openRecording, unpack } from "../../shared/recording/bytes.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { MOST_TICKS } from "../../shared/recording/record-reader.ts";
import { MOST_RECORDS, type Recording, readRecording, UnreadableRecording } from "../../shared/recording/recording.ts";
import { observe } from "../../shared/session/observe.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";

/** Files that are cut, damaged, made up or meant to hurt: refused for a reason, or opened up to where they are whole. */

/** Refusals come within 200 ms on a quiet machine; tests fail only beyond three times that (measured 2 to 120 ms). */
const SOON_MS = 600;
const SEED = 20261124;

const played = new PlayedClass(5, 3);
played.step(40);
played.play(2, () => true);
played.accept({ kind: "end" });
played.step(30);
const text = played.text();
const whole = readRecording(text);

/** Opens it, and says why not when it is refused. Anything but a refusal for a named reason is thrown. */
async function verdict(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const began = performance.now();
  try {
    const { damage, edited } = await openRecording(bytes);
    return damage !== undefined ? "incomplete" : edited ? "edited" : "whole";
  } catch (error) {
    if (error instanceof UnreadableRecording) return error.reason;
    throw error;
  } finally {
    expect(performance.now() - began).toBeLessThan(SOON_MS);
  }
}

const bytesOf = (said: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(said));
const withLines = (...lines: string[]): Uint8Array<ArrayBuffer> =>
  bytesOf(rewritten(text, (before) => [...before, ...lines]));
const withHeader = (change: object): Uint8Array<ArrayBuffer> =>
  bytesOf(`${JSON.stringify({ ...testHeader(), ...change })}\n`);
/** Runs what was opened to its end; a class that contradicts itself may throw a RangeError, and nothing else. */
function run(recording: Recording): "ran" | "senseless" {
  const exploration = new Exploration(recording);
  try {
    exploration.run(500);
    return "ran";
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return "senseless";
  }
}

describe("cut short", () => {
  test("at any byte, a plain file opens up to its last whole line", async () => {
    const bytes = bytesOf(text);
    const first = text.indexOf("\n");
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (end) => {
        const cut = bytes.slice(0, end);
        if (end < first) {
          expect(await verdict(cut)).toBe("not-a-recording");
          return;
        }
        const { events, hashes, keyframes, damage } = await openRecording(cut);
        const lines = text.slice(0, end).split("\n").slice(1, -1).length;
        expect(damage === undefined).toBe(end === bytes.length - 1);
        // The line that was cut may be whole but for its newline, or the footer.
        expect([lines - 1, lines, lines + 1]).toContain(events.length + hashes.size + keyframes.length);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test("at any byte, a gzip file that was flushed opens up to the last flush, and says so", async () => {
    const flushed = gzipSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
    expect(await verdict(new Uint8Array(flushed))).toBe("incomplete");
    expect((await openRecording(new Uint8Array(flushed))).hashes.size).toBe(whole.hashes.size);
    const gz = new Uint8Array(gzipSync(text));
    expect(await verdict(gz)).toBe("whole");
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: gz.length - 1 }), async (end) => {
        expect(["incomplete", "not-a-recording"]).toContain(await verdict(gz.slice(0, end)));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

test("any byte flipped is found: the file is refused, opens up to there, or says that it was edited", async () => {
  const gz = new Uint8Array(gzipSync(text));
  await fc.assert(
    fc.asyncProperty(fc.nat(gz.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      const bytes = gz.slice();
      bytes[at]! ^= bits;
      const said = await verdict(bytes);
      // The header of a gzip file has bytes (time, system) that mean nothing for what is in it.
      if (said === "whole") expect(readRecording((await unpack(bytes)).text)).toEqual(whole);
    }),
    { seed: SEED, numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), async (at, bits) => {
      const bytes = bytesOf(text);
      bytes[at]! ^= bits;
      const said = await verdict(bytes);
      expect(["incomplete", "edited", "not-a-recording", "newer-format"]).toContain(said);
      if (said === "incomplete" || said === "edited") run(await openRecording(bytes));
    }),
    { seed: SEED, numRuns: 150 },
  );
});

describe("made up", () => {
  test("a bomb, a flood of records, an endless header: refused before they unfold", async () => {
    const first = Buffer.from(text.slice(0, text.indexOf("\n") + 1));
    const bomb = new Uint8Array(gzipSync(Buffer.concat([first, Buffer.alloc(256 * 1024 * 1024)])));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await verdict(bomb)).toBe("too-large");
    expect(await verdict(new Uint8Array(gzipSync(Buffer.alloc(1024 * 1024))))).toBe("not-a-recording");
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(await verdict(bytesOf(`${text}${"[9,]\n".repeat(MOST_RECORDS)}`))).toBe("too-large");
    const tenMillion = Buffer.concat([first, Buffer.from('[0,"p"]\n'.repeat(10_000_000))]);
    expect(await verdict(new Uint8Array(gzipSync(tenMillion, { level: 1 })))).toBe("too-large");
    expect(await verdict(new Uint8Array(MOST_BYTES + 1))).toBe("too-large");
    expect(await verdict(bytesOf(`{"magic":"${"x".repeat(300_000)}"}`))).toBe("not-a-recording");
    expect(await verdict(bytesOf(`{"magic":${"[".repeat(100_000)}`))).toBe("not-a-recording");
  });

  test.each([
    ["ticks that go back behind a checksum", '[3,"t",0,3]'],
    ["a tick beyond the longest class", `[${MOST_TICKS + 1},"e"]`],
    ["an endless tick", '[1e300,"e"]'],
    ["seat 999", '[99999,"t",999,3]'],
    ["NaN", '[99999,"t",NaN,3]'],
    ["infinity", '[99999,"c",0,1e999]'],
    ["a kind that nobody knows", '[99999,"Z",1]'],
    ["a million nested arrays", "[".repeat(1_000_000)],
    ["a prototype", '{"__proto__":{"tick":1}}'],
  ])("%s ends the recording before it", async (_, line) => {
    expect(await verdict(withLines(line))).toBe("incomplete");
    const { events, hashes } = await openRecording(withLines(line));
    expect([events, hashes]).toEqual([whole.events, whole.hashes]);
  });

  test.each([
    ["newer-format", { format: 3 }],
    ["not-a-recording", { format: "1" }],
    ["not-a-recording", { format: 0 }],
    ["not-a-recording", { format: 1.5 }],
    ["not-a-recording", { magic: "another" }],
    ["not-a-recording", { seed: "1" }],
    ["not-a-recording", { startedAt: 5 }],
    ["not-a-recording", { startedAt: "<script>alert(1)</script>" }],
    ["not-a-recording", { startedAt: "2026-13-01T00:00:00.000Z" }],
    ["not-a-recording", { model: "\u001b[2J" }],
    ["not-a-recording", { classId: null }],
    ["not-a-recording", { script: [null] }],
    ["not-a-recording", { script: [{ ...testHeader().script[0], id: "made-up" }] }],
    ["not-a-recording", { script: [{ ...testHeader().script[0], beats: "many" }] }],
    ["not-a-recording", { script: Array.from({ length: 65 }, () => testHeader().script[0]) }],
    ["not-a-recording", { parameters: { C: null } }],
    ["not-a-recording", { parameters: { tauRec: 0 } }],
    ["not-a-recording", { parameters: { U: 7 } }],
  ])("%s: a header with %o", async (reason, change) => expect(await verdict(withHeader(change))).toBe(reason));

  test("a tap on a seat that nobody took contradicts the class: a RangeError, nothing worse", async () => {
    const { tick } = played.session.state;
    const contradicting = rewritten(text, ([header, ...lines]) => [header!, '[0,"t",44,3]', ...lines]);
    expect(run(await openRecording(bytesOf(contradicting)))).toBe("senseless");
    expect(run(await openRecording(withLines(`[${tick},"j",3,300,0]`)))).toBe("ran");
  });

  test("a script in the header is text that nobody runs, and reaches no view", async () => {
    const recording = await openRecording(
      withHeader({ classId: "<script>alert(1)</script>", title: "<img onerror=alert(1)>" }),
    );
    const exploration = new Exploration(recording);
    exploration.run(5);
    const { Session } = await import("../../shared/session/session.ts");
    expect(JSON.stringify(observe(new Session(recording.header)))).not.toContain("<");
  });

  test("bytes at random are no recording", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), fc.boolean(), async (noise, zipped) => {
        const bytes = new Uint8Array(zipped ? gzipSync(noise) : noise);
        expect(await verdict(bytes)).toBe("not-a-recording");
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(await verdict(new Uint8Array([0x1f, 0x8b, ...deflateRawSync(text)]))).toBe("not-a-recording");
  });
});

test("every golden recording is read as it was when it was made", async () => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "model-2.0.0.ndjson.gz")));
  const { text: golden, cut } = await unpack(bytes);
  expect(cut).toBe(false);
  expect(golden).toBe(gunzipSync(bytes).toString());
  expect(readRecording(golden).damage).toBeUndefined();
});
