import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateRawSync, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_BYTES, openRecording, unpack } from "../../shared/recording/bytes.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { MOST_TICKS } from "../../shared/recording/record-reader.ts";
import { MOST_RECORDS, type Recording, readRecording, UnreadableRecording } from "../../shared/recording/recording.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
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

/** A real class that is small enough to be cut and damaged at every one of its bytes: two students, a round begun and left. */
const small = new PlayedClass(2, 9);
small.step(30);
small.accept({ kind: "start", round: 2 });
small.step(60);
for (const seat of [0, 1]) small.accept({ kind: "tap", seat, offset: 3 });
small.step(40);
small.accept({ kind: "end" });
small.step(30);
/** What its header leaves out has the standard values. */
const shortest = rewritten(small.text(), ([header, ...lines]) => {
  const { script, ...rest } = JSON.parse(header!) as SessionHeader;
  return [JSON.stringify({ ...rest, parameters: {}, script: script.slice(0, 3) }), ...lines];
});

describe("a small recording", () => {
  const bytes = bytesOf(shortest);
  const gz = new Uint8Array(gzipSync(shortest));
  const all = readRecording(shortest);

  test("is real: it plays with every hash, and has events, keyframes and a footer", async () => {
    expect(await verdict(bytes)).toBe("whole");
    const exploration = new Exploration(all);
    exploration.run(1000);
    expect(exploration.mismatchAt).toBeUndefined();
    expect(Math.min(all.hashes.size, all.events.length, all.keyframes.length)).toBeGreaterThan(1);
    expect(bytes.length).toBeLessThan(8000);
  });

  test("cut at every byte opens up to its last whole line", async () => {
    const first = shortest.indexOf("\n");
    for (let end = 0; end < bytes.length; end++) {
      const cut = bytes.slice(0, end);
      if (end < first) {
        expect(await verdict(cut)).toBe("not-a-recording");
        continue;
      }
      const { events, hashes, keyframes, damage } = await openRecording(cut);
      const lines = shortest.slice(0, end).split("\n").slice(1, -1).length;
      expect(damage === undefined).toBe(end === bytes.length - 1);
      // The line that was cut may be whole but for its newline, or the footer.
      expect([lines - 1, lines, lines + 1]).toContain(events.length + hashes.size + keyframes.length);
    }
  });

  test("gzipped and cut at every byte opens up to there and says so", async () => {
    for (let end = 0; end < gz.length; end++) {
      expect(["incomplete", "not-a-recording"]).toContain(await verdict(gz.slice(0, end)));
    }
  });

  test("with any byte flipped is refused, opens up to there, or says that it was edited", async () => {
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      // Each of the eight bits comes up everywhere.
      flipped[at]! ^= 1 << (at % 8);
      const said = await verdict(flipped);
      expect(["incomplete", "edited", "not-a-recording", "newer-format"]).toContain(said);
      if (said === "incomplete" || said === "edited") run(await openRecording(flipped));
    }
  });

  test("with any byte of its gzip flipped is never taken for whole with another content", async () => {
    for (let at = 0; at < gz.length; at++) {
      for (const bits of [1, 0x20, 0x80]) {
        const flipped = gz.slice();
        flipped[at]! ^= bits;
        // The header of a gzip file has bytes (time, system) that mean nothing for what is in it.
        if ((await verdict(flipped)) === "whole") {
          expect(readRecording((await unpack(flipped)).text)).toEqual(all);
        }
      }
    }
  });
});

test("a gzip file that was flushed opens up to the last flush, and says so", async () => {
  const flushed = gzipSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
  expect(await verdict(new Uint8Array(flushed))).toBe("incomplete");
  expect((await openRecording(new Uint8Array(flushed))).hashes.size).toBe(whole.hashes.size);
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

  test.skipIf(process.platform !== "linux")(
    "what is made to hurt takes no more than 64 MB, at its highest, in a process that has seen nothing else",
    async () => {
      const first = text.slice(0, text.indexOf("\n") + 1);
      const folder = mkdtempSync(join(tmpdir(), "fire-together-bad-"));
      const files: [string, string, Buffer][] = [
        ["bomb", "too-large", gzipSync(Buffer.concat([Buffer.from(first), Buffer.alloc(256 * 1024 * 1024)]))],
        ["zeros", "not-a-recording", gzipSync(Buffer.alloc(256 * 1024 * 1024))],
        ["ten million events", "too-large", gzipSync(first + '[0,"p"]\n'.repeat(10_000_000), { level: 1 })],
        ["deep", "incomplete", Buffer.from(`${first}${"[".repeat(8_000_000)}\n`)],
        ["as deep as a line may be", "incomplete", Buffer.from(`${first}${"[".repeat(999_999)}\n`)],
        ["seat 999", "incomplete", Buffer.from(withLines('[99999,"t",999,3]'))],
      ];
      try {
        const told = files.map(([name, reason, bytes]) => {
          const file = join(folder, "file");
          writeFileSync(file, bytes);
          const script = join(import.meta.dirname, "open-apart.ts");
          const { said, mb } = JSON.parse(execFileSync(process.execPath, [script, file], { encoding: "utf8" }));
          expect([name, said]).toEqual([name, reason]);
          return mb as number;
        });
        expect(Math.max(...told)).toBeLessThan(64);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    30_000,
  );

  test.each([
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

  test("a tick that goes back behind a checksum ends the recording at the keyframe before it", async () => {
    const { damage, events, hashes, ticks } = await openRecording(withLines('[3,"t",0,3]'));
    expect(damage).toBeDefined();
    expect(whole.ticks - ticks).toBeLessThanOrEqual(250);
    expect(events).toEqual(whole.events.slice(0, events.length));
    expect(hashes).toEqual(new Map([...whole.hashes].filter(([tick]) => tick < ticks)));
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
