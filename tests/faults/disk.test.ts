import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  fired,
  inTheRound,
  openClass,
  provenRecording,
  recordingOf,
  tapping,
  tapsOf,
  turn,
} from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, until } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startInVain, startProcess } from "./server-process.ts";

/** A journal's disk that fails: real ones, small or read-only, where this user may mount them. */

const FILE = "fire-together.sqlite";
/** A disk of its own, MB: more than a new journal needs, less than its log of writes grows to. */
const DISK_MB = 3;

/** Makes files read-only for those, too, who have them open for writing, or gives them back. */
const seal = (on: boolean, ...files: readonly string[]): boolean =>
  spawnSync("chattr", [on ? "+i" : "-i", ...files]).status === 0;

/** Whether this user may, on this kind of disk. */
function maySeal(): boolean {
  const own = mkdtempSync(join(tmpdir(), "fire-together-seal-"));
  const file = openSync(join(own, "file"), "w");
  const sealed = seal(true, join(own, "file"));
  try {
    writeSync(file, "x");
    return false;
  } catch {
    return sealed;
  } finally {
    closeSync(file);
    seal(false, join(own, "file"));
    rmSync(own, { recursive: true });
  }
}

let folder: string;
let disk: string;
const mounted: string[] = [];
const mount = (place: string, ...options: string[]): void => {
  execFileSync("mount", [...options, place], { stdio: "ignore" });
  mounted.push(place);
};
const MAY_MOUNT = spawnSync("unshare", ["--mount", "true"]).status === 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-disk-"));
  disk = join(folder, "disk");
  await mkdir(disk);
  if (MAY_MOUNT) mount(disk, "-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs");
});
let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.kill("SIGKILL");
  server = undefined;
});
afterAll(async () => {
  for (const place of mounted.reverse()) execFileSync("umount", [place]);
  await rm(folder, { recursive: true });
});

/** Writes until nothing more goes in. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, "w");
  const error = await handle.writeFile(Buffer.alloc(DISK_MB * 1e6)).then(
    () => undefined,
    (failure: NodeJS.ErrnoException) => failure.code,
  );
  await handle.close();
  expect(error).toBe("ENOSPC");
}

row(
  47,
  async () => {
    server = await startProcess(disk, await freePort(), { LOG_LEVEL: "error" });
    const { url } = server;
    const { opened, host, students } = await inTheRound(server);
    const [pupil] = students;
    const filler = join(disk, "filler");
    await fill(filler);
    await until(() => host.room.state.recording === false);
    // The class plays on; what is not written is not acknowledged, and nobody new is promised a seat.
    const [acknowledged, tick] = [fired(pupil!), host.room.state.stage.tick];
    const stop = tapping(pupil!);
    await until(() => host.room.state.stage.tick > tick + 50);
    expect(host.room.state.paused).toBe(false);
    expect(fired(pupil!)).toBe(acknowledged);
    await expect(enter(server, opened.code)).rejects.toThrow("unreachable");
    expect((await fetch(`${url}/readyz`)).ok).toBe(true);
    expect(await (await fetch(`${url}/api/classes`, { method: "POST" })).json()).toEqual({ error: "not-safe" });
    expect(sumOf(await scrape(url), "fire_together_journal_failures_total")).toBeGreaterThan(0);
    expect(server.log()).toContain("disk-full");

    // With room again it goes on by itself, and nothing is missing.
    await rm(filler);
    await until(() => host.room.state.recording && fired(pupil!) > acknowledged, 10_000);
    stop();
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed === 4101, 10_000);
    const recording = provenRecording(await recordingOf(server, opened));
    expect(tapsOf(recording, pupil!.welcome!.seat!)).toBeGreaterThanOrEqual(fired(pupil!));

    // Nobody else can lock the file in the middle of a class: it is this server's alone for as long as it runs.
    const other = new DatabaseSync(join(disk, FILE));
    expect(() => other.exec("BEGIN IMMEDIATE")).toThrow("locked");
    other.close();
    const locked = await startInVain({ DATA_DIR: disk });
    expect([locked.code, locked.said]).toEqual([1, expect.stringContaining("is in use by another process")]);
    await openClass(server);
    await server.kill("SIGTERM");

    const readOnly = join(folder, "read-only");
    await mkdir(readOnly);
    mount(readOnly, "--bind", disk);
    execFileSync("mount", ["-o", "remount,ro,bind", readOnly]);
    const stuck = await startInVain({ DATA_DIR: readOnly });
    expect([stuck.code, stuck.said]).toEqual([1, expect.stringMatching(/cannot be opened[\s\S]*(read-only|written)/)]);
  },
  60_000,
  MAY_MOUNT,
);

test.skipIf(!maySeal())(
  "a journal whose files become read-only in the middle of a class stops nothing; writable again, nothing is missing",
  async () => {
    const own = join(folder, "sealed");
    server = await startProcess(own, await freePort(), { LOG_LEVEL: "error" });
    const { opened, host, students } = await inTheRound(server);
    const [pupil] = students;
    const files = [FILE, `${FILE}-wal`].map((name) => join(own, name));
    expect(seal(true, ...files)).toBe(true);
    try {
      const stop = tapping(pupil!);
      await until(() => host.room.state.recording === false);
      const [acknowledged, tick] = [fired(pupil!), host.room.state.stage.tick];
      await until(() => host.room.state.stage.tick > tick + 25);
      expect([host.room.state.paused, fired(pupil!)]).toEqual([false, acknowledged]);
      seal(false, ...files);
      await until(() => host.room.state.recording && fired(pupil!) > acknowledged, 10_000);
      stop();
    } finally {
      seal(false, ...files);
    }
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed === 4101, 10_000);
    const recording = provenRecording(await recordingOf(server, opened));
    expect(tapsOf(recording, pupil!.welcome!.seat!)).toBeGreaterThanOrEqual(fired(pupil!));
  },
  60_000,
);

row(
  48,
  async () => {
    const sound = join(folder, "sound");
    server = await startProcess(sound, await freePort());
    for (let i = 0; i < 20; i++) await openClass(server);
    await server.kill("SIGTERM");
    const whole = await readFile(join(sound, FILE));
    const damaged: Readonly<Record<string, Buffer>> = {
      "no database": Buffer.from("Dear diary, ".repeat(1000)),
      "cut in half": whole.subarray(0, Math.floor(whole.length / 8192) * 4096),
      "a page of noise": Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(4096, 0xa7), whole.subarray(8192)]),
      "a wrong header": Buffer.concat([Buffer.alloc(100, 1), whole.subarray(100)]),
    };
    await Promise.all(
      Object.entries(damaged).map(async ([what, bytes]) => {
        const own = join(folder, what);
        await mkdir(own);
        await writeFile(join(own, FILE), bytes);
        const { code, said } = await startInVain({ DATA_DIR: own });
        expect([code, said], what).toEqual([1, expect.stringContaining("It was left as it is: move it away")]);
        expect(await readFile(join(own, FILE)), what).toEqual(bytes);
      }),
    );
    // Moved away, as the sentence says, it is in nobody's way, and the next start makes a new one.
    const moved = join(folder, "no database");
    await copyFile(join(moved, FILE), join(moved, `${FILE}.damaged`));
    await rm(join(moved, FILE));
    server = await startProcess(moved, await freePort());
    await openClass(server);
  },
  60_000,
);
