import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileIn } from "../../server/journal/open.ts";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";
import { exportRecording, recordingKey } from "../../server/recordings/export.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { tablesOf } from "../../shared/recording/tables.ts";
import { imagine } from "../../shared/recording/what-if.ts";
import { fingerprintOf, writeWhatIf } from "../../shared/recording/what-if-file.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";
import { parseCsv } from "../lab/parse-csv.ts";

function held(): PlayedClass {
  const played = new PlayedClass(10);
  const steps = [
    { do: "bet", bet: "tomorrow", over: 2 },
    { do: "round", round: "together" },
    { do: "lapse", seconds: 86_400 },
    { do: "check", item: "permanent-1" },
    { do: "check", item: "permanent-2" },
  ] as const;
  played.accept({ kind: "lesson", steps });
  played.accept({ kind: "step", to: 0 });
  for (let seat = 0; seat < 6; seat++) played.accept({ kind: "answer", seat, option: seat % 3 });
  played.accept({ kind: "next" });
  played.accept({ kind: "step", to: 1 });
  played.tapThrough((seat) => seat !== 9, 30);
  played.accept({ kind: "step", to: 2 });
  while (played.session.state.phase === "lapse") played.step();
  played.accept({ kind: "step", to: 3 });
  for (let seat = 0; seat < 5; seat++) played.accept({ kind: "answer", seat, option: 1 });
  played.accept({ kind: "next" });
  played.accept({ kind: "step", to: 4 });
  for (let seat = 0; seat < 5; seat++) played.accept({ kind: "answer", seat, option: seat === 4 ? 1 : 0 });
  played.accept({ kind: "next" });
  played.step(30);
  return played;
}

const played = held();
const tables = new Map(tablesOf(readRecording(played.text())).map(({ name, text }) => [name, text]));
/** A table's lines by column. */
function rows(name: string): Record<string, string>[] {
  const text = tables.get(`${name}.csv`)!;
  expect(text.startsWith("\ufeff")).toBe(true);
  const [head, ...lines] = parseCsv(text.slice(1));
  return lines.map((line) => Object.fromEntries(head!.map((column, i) => [column, line[i] ?? ""])));
}

describe("a class as tables", () => {
  test("has every tap, with how far it was off its beat", () => {
    const taps = rows("taps");
    expect(taps.length).toBe(9 * 20);
    const off = taps.filter(({ fired }) => fired === "1").map(({ off_beat_ms }) => Number(off_beat_ms));
    const sd = Math.sqrt(off.reduce((sum, ms) => sum + ms * ms, 0) / off.length);
    expect(sd).toBeGreaterThan(20);
    expect(sd).toBeLessThan(45);
  });

  test("has a line a student with what became of the synapse, and none that taps did not make", () => {
    const students = rows("students");
    expect(students.map(({ seat }) => Number(seat))).toEqual(Array.from({ length: 10 }, (_, i) => i + 1));
    expect(students[9]).toMatchObject({ taps: "0", mean_off_beat_ms: "", strength_percent: "100" });
    const fired = rows("taps").filter(({ seat, fired }) => seat === "1" && fired === "1").length;
    expect(Number(students[0]!.taps)).toBe(fired);
  });

  test("has strengths over time, and answers of the class alone", () => {
    const strengths = rows("strengths").filter(({ seat }) => seat === "1");
    expect(strengths.length).toBeGreaterThan(3);
    expect(Math.max(...strengths.map((line) => Number(line.strength_percent)))).toBeGreaterThan(110);
    const answers = rows("answers");
    expect(answers.filter(({ asked }) => asked === "bet tomorrow").map((line) => line.answers)).toEqual([
      "2",
      "2",
      "2",
    ]);
    expect(answers.filter(({ asked }) => asked === "question permanent-1").map((line) => line.answers)).toEqual([
      ...["0", "5", "0", "0"],
    ]);
    expect(Object.keys(answers[0]!)).not.toContain("seat");
  });

  test("has what the class learnt, of those who answered both", () => {
    expect(
      rows("learning").map(({ idea, answered_both, right_before, right_after, normalised_gain }) => [
        ...[idea, answered_both, right_before, right_after, normalised_gain],
      ]),
    ).toEqual([
      ["permanent", "5", "5", "4", ""],
      ["all", "", "", "", ""],
    ]);
  });

  test("explains each of its columns once", () => {
    const [, ...explained] = rows("columns").map(({ file, column }) => `${file} ${column}`);
    const there = ["taps", "strengths", "students", "answers", "learning"].flatMap((name) =>
      parseCsv(tables.get(`${name}.csv`)!.slice(1))[0]!.map((column) => `${name} ${column}`),
    );
    expect(explained.sort()).toEqual(there.sort());
  });
});

describe("npm run replay", () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "fire-together-replay-"));
    file = join(folder, "class.ndjson.gz");
    writeFileSync(file, gzipSync(played.text()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]): { status: number | null; out: string; said: string } => {
    const command = join(import.meta.dirname, "../../server/replay.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
    return { status, out: stdout, said: stderr };
  };

  test("verifies, writes tables, and says what would have been", () => {
    const { status, out } = run(file, "--json", "--drug", "apv", "--csv", join(folder, "tables"));
    expect(status).toBe(0);
    const summary = JSON.parse(out) as Record<string, unknown>;
    expect(summary).toMatchObject({ students: 10, rounds: 1, taps: 180 });
    expect(summary.hashes).toBeGreaterThan(20);
    expect(summary.whatIf).toMatchObject({ strengthPercent: { A: 100, B: 100 } });
    expect(readdirSync(join(folder, "tables")).sort()).toEqual([
      ...["answers.csv", "columns.csv", "learning.csv", "strengths.csv", "students.csv", "taps.csv"].map(
        (name) => `what-if-${name}`,
      ),
    ]);
  });

  test("ends with 1 where the recording was cut or changed, and says so", () => {
    const text = played.text();
    writeFileSync(join(folder, "cut.ndjson"), text.slice(0, -20));
    expect(run(join(folder, "cut.ndjson"))).toMatchObject({ status: 1, out: expect.stringContaining("DAMAGED") });
    // One tap by another seat: well formed, and not what happened.
    const otherTap = (line: string): string => line.replace('"t",3,', '"t",9,');
    writeFileSync(join(folder, "edited.ndjson"), text.split("\n").map(otherTap).join("\n"));
    expect(run(join(folder, "edited.ndjson"))).toMatchObject({ status: 1, out: expect.stringContaining("DAMAGED") });
    writeFileSync(
      join(folder, "forged.ndjson"),
      rewritten(text, (lines) => lines.map(otherTap)),
    );
    expect(run(join(folder, "forged.ndjson"))).toMatchObject({ status: 1, out: expect.stringContaining("DIFFERS") });
  }, 40_000);

  test("knows what the journal of a data folder signed, and what it did not", async () => {
    const data = join(folder, "data");
    const journal = await openSqliteJournal({ file: fileIn(data) });
    const key = await recordingKey(journal).finally(() => journal.close());
    const [header, ...lines] = played.lines;
    const signed = await exportRecording({ row: { header: header! } as never, lines }, key);
    writeFileSync(join(folder, "signed.ndjson.gz"), signed);
    expect(run(join(folder, "signed.ndjson.gz"), "--data", data)).toMatchObject({
      status: 0,
      out: expect.stringContaining("signed    by"),
    });
    expect(run(file, "--data", data)).toMatchObject({
      status: 0,
      out: expect.stringContaining("unverified: no server of"),
    });
    const edited = gunzipSync(signed).toString().replace('"startedAt":"2', '"startedAt":"1');
    writeFileSync(join(folder, "edited.ndjson"), edited);
    expect(run(join(folder, "edited.ndjson"), "--data", data)).toMatchObject({
      status: 1,
      out: expect.stringContaining("EDITED"),
    });
  }, 40_000);

  test("takes a what-if that was made for this recording, and says why it takes no other", () => {
    const recording = readRecording(played.text());
    const bound = { fingerprint: fingerprintOf(recording), ticks: recording.ticks };
    const whatIf = join(folder, "what-if.json");
    const changes = [{ kind: "silent", group: "B" }] as const;
    writeFileSync(whatIf, writeWhatIf({ from: 0, changes }, bound));
    const { status, out } = run(file, "--json", "--what-if", whatIf);
    expect(status).toBe(0);
    const playback = new Playback(imagine(recording, { from: 0, changes }));
    playback.seek(recording.ticks);
    expect(JSON.parse(out).whatIf.hash).toBe(playback.session.hash());
    expect(JSON.parse(out).whatIf.hash).not.toBe(JSON.parse(out).hash);
    writeFileSync(whatIf, writeWhatIf({ from: 0, changes }, { ...bound, fingerprint: "0".repeat(16) }));
    expect(run(file, "--what-if", whatIf)).toMatchObject({
      status: 1,
      said: expect.stringContaining("other-recording"),
    });
  });

  test("says in a sentence what it cannot do", () => {
    for (const args of [["nowhere.ndjson"], [file, "--drug", "water"], [file, "--what-if", file], [file, "--other"]]) {
      const { status, said } = run(...args);
      expect(status).toBe(1);
      expect(said).toContain("--help");
      expect(said).not.toContain("    at ");
    }
    writeFileSync(join(folder, "bomb.gz"), gzipSync(Buffer.alloc(80 * 1024 * 1024)));
    expect(run(join(folder, "bomb.gz")).status).toBe(1);
    expect(readFileSync(join(folder, "bomb.gz")).length).toBeLessThan(200_000);
  });
});
