import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PlayedClass } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";

const folder = mkdtempSync(join(tmpdir(), "fire-together-replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

const played = new PlayedClass(4, 3);
played.step(30);
played.play(2, () => true);
const text = played.text();

function imagined(recording: string, ...args: string[]) {
  const file = join(folder, "class");
  writeFileSync(file, recording);
  const command = [join(import.meta.dirname, "../../server/replay.ts"), file, "--drug", "apv", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("the tables of a what-if are not taken for those of the class", () => {
  const tables = join(folder, "tables");
  expect(imagined(text, "--csv", tables)).toMatchObject({ status: 0 });
  expect(readdirSync(tables)).toContain("what-if-taps.csv");
  expect(readdirSync(tables).every((name) => name.startsWith("what-if-"))).toBe(true);
});

test("no what-if is asked of a class that comes out otherwise, or of another model", () => {
  const tap = played.lines.find((line) => line.includes('"t",3,'))!;
  const moved = rewritten(text, (lines) =>
    lines.map((line) => (line === tap ? line.replace('"t",3,', '"t",2,') : line)),
  );
  const foreign = rewritten(text, ([header, ...lines]) => [
    header!.replace(/"model":"[^"]+"/, '"model":"99.0.0"'),
    ...lines,
  ]);
  for (const recording of [moved, foreign]) {
    const { status, said } = imagined(recording);
    expect(status).toBe(1);
    expect(said).toMatch(/^this class cannot be simulated as it was: no what-if\n/);
  }
});
