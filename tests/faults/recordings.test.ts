import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect } from "vitest";
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

function replay(bytes: string | Uint8Array): { status: number | null; said: string } {
  const file = join(folder, "class");
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../../server/replay.ts"), file],
    {
      encoding: "utf8",
    },
  );
  expect(stderr).not.toContain("    at ");
  return { status, said: stdout + stderr };
}

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
