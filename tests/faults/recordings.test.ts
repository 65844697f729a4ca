import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, expect } from "vitest";
import { packed, recordingText } from "../../server/recordings/export.ts";
import { verifyRecording } from "../../server/recordings/verify.ts";
import { unpack } from "../../shared/recording/bytes.ts";
import { compare, comparisonCsv } from "../../shared/recording/comparison.ts";
import { readRecording, UnreadableRecording } from "../../shared/recording/recording.ts";
import { reportOf } from "../../shared/recording/report.ts";
import { tablesOf } from "../../shared/recording/tables.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";
import { row } from "./rows.ts";

/** Files that come from anywhere, opened by `npm run replay` in a process of its own; its parts: tests/recording. */

const folder = mkdtempSync(join(tmpdir(), "fire-together-recordings-"));
afterAll(() => rmSync(folder, { recursive: true }));

const played = new PlayedClass(4, 3);
played.step(60);
played.accept({ kind: "end" });
played.step(30);
const text = played.text();

function replay(bytes: string | Uint8Array, ...args: string[]): { status: number | null; said: string } {
  const file = join(folder, "class");
  writeFileSync(file, bytes);
  const command = [join(import.meta.dirname, "../../server/replay.ts"), file, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect(stderr).not.toContain("    at ");
  return { status, said: stdout + stderr };
}

/** Everything of a recording that anybody could write a text into, with that text in it. */
const withText = (said: string): string =>
  rewritten(text, ([header, ...lines]) => {
    const { script, ...rest } = JSON.parse(header!) as { script: object[] };
    const written = {
      ...rest,
      classId: said,
      title: said,
      script: script.map((round) => ({ ...round, name: said, asked: said })),
    };
    return [JSON.stringify(written), ...lines];
  });

row(58, () => {
  const [out, other] = [join(folder, "tables"), join(folder, "other")];
  for (const formula of ["=HYPERLINK(1)", "+1+1", "-1-1", "@SUM(1)", "\t=1", "\r=1"]) {
    expect(replay(withText(formula), "--csv", out).status).toBe(0);
    const recording = readRecording(withText(formula));
    const tables = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    for (const table of [...tables, comparisonCsv(compare(recording, recording))]) {
      for (const cell of table.slice(1).split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@\t]|^"?-\D|^"?-\d+-/);
    }
  }
  expect(replay(text, "--csv", other).status).toBe(0);
  expect(readdirSync(other).length).toBeGreaterThan(4);
});

row(59, () => {
  const header = text.indexOf("\n");
  for (const end of [header + 5, Math.floor((header + text.length) / 2), text.length - 3]) {
    expect(replay(text.slice(0, end))).toMatchObject({ status: 1, said: expect.stringContaining("DAMAGED") });
  }
  const packed = gzipSync(text);
  expect(replay(packed)).toMatchObject({ status: 0, said: expect.stringContaining("verified") });
  expect(replay(packed.subarray(0, packed.length - 9))).toMatchObject({
    status: 1,
    said: expect.stringContaining("DAMAGED"),
  });
});

row(60, async () => {
  const key = "k".repeat(43);
  const [header, ...lines] = played.lines;
  const signed = recordingText({ row: { header: header! } as never, lines }, key);
  const gz = await packed(signed);
  for (const whole of [Buffer.from(signed), gz]) {
    expect((await verifyRecording(new Uint8Array(whole), key)).origin).toBe("signed");
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = new Uint8Array(whole);
        flipped[at]! ^= 1 << bit;
        expect(await isFound(flipped, key)).toBe(true);
      }),
      { seed: 60, numRuns: 150 },
    );
  }
  const tap = signed.indexOf('"j"') + 5;
  const said = signed.slice(0, tap) + String.fromCharCode(signed.charCodeAt(tap) ^ 1) + signed.slice(tap + 1);
  expect(replay(said)).toMatchObject({ status: 1, said: expect.stringMatching(/DAMAGED|EDITED/) });
});

/** Whether somebody notices; a gzip file has bytes (time, system) that mean nothing for what is in it. */
async function isFound(bytes: Uint8Array<ArrayBuffer>, key: string): Promise<boolean> {
  try {
    const { origin, recording } = await verifyRecording(bytes, key);
    if (recording.damage !== undefined || origin !== "signed") return true;
    return (
      (await unpack(bytes)).text ===
      recordingText({ row: { header: played.lines[0]! } as never, lines: played.lines.slice(1) }, key)
    );
  } catch (error) {
    if (error instanceof UnreadableRecording) return true;
    throw error;
  }
}

row(61, () => {
  const zeros = Buffer.alloc(256 * 1024 * 1024);
  expect(replay(gzipSync(zeros))).toMatchObject({ status: 1, said: expect.stringContaining("too long for a header") });
  const bomb = gzipSync(Buffer.concat([Buffer.from(text.slice(0, text.indexOf("\n") + 1)), zeros]));
  expect(replay(bomb)).toMatchObject({ status: 1, said: expect.stringContaining("no class is as long") });
  const newer = JSON.stringify({ ...testHeader(), format: 99 });
  expect(replay(newer)).toMatchObject({ status: 1, said: expect.stringContaining("format 99") });
  expect(replay("hello")).toMatchObject({ status: 1, said: expect.stringContaining("not JSON") });
});

row(62, () => {
  const otherHash = (line: string): string =>
    line.replace(/"#","(.)/, (_, digit) => `"#","${digit === "0" ? "1" : "0"}`);
  expect(replay(rewritten(text, (lines) => lines.map(otherHash)))).toMatchObject({
    status: 1,
    said: expect.stringContaining("DIFFERS"),
  });
});

row(63, () => {
  const script = "<script>alert(1)</script>";
  const { status, said } = replay(withText(script), "--json");
  expect([status, said.includes("script")]).toEqual([0, false]);
  const recording = readRecording(withText(script));
  const { view, rounds, neuron } = reportOf(recording);
  for (const shown of [view, rounds, neuron, recording.keyframes, tablesOf(recording)]) {
    expect(JSON.stringify(shown)).not.toContain("script>");
  }
  // What people are told of a header is a version and a date, or nothing.
  for (const name of ["model", "startedAt"]) {
    const made = rewritten(text, ([header, ...lines]) => [
      JSON.stringify({ ...JSON.parse(header!), [name]: script }),
      ...lines,
    ]);
    expect(replay(made)).toMatchObject({ status: 1, said: expect.stringContaining(name) });
  }
});

row(64, () => {
  const recordings = join(import.meta.dirname, "../recording");
  const golden = readdirSync(recordings).filter((name) => name.endsWith(".ndjson.gz"));
  expect(golden.length).toBeGreaterThan(0);
  for (const name of golden) {
    const command = [join(import.meta.dirname, "../../server/replay.ts"), join(recordings, name)];
    const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, expect.stringContaining("verified")]);
  }
});
