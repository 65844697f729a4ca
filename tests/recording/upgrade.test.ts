import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LiveClass } from "../../server/classroom/live-class.ts";
import { resume } from "../../server/classroom/recovery.ts";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";
import { exportRecording } from "../../server/recordings/export.ts";
import { verifyRecording } from "../../server/recordings/verify.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { isKeyframe } from "../../shared/recording/lines.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";

test("a class that began under format 1 goes on after the upgrade, and its recording is whole, signed and proven", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fire-together-upgrade-"));
  const journal = await openSqliteJournal({ file: join(folder, "journal.sqlite") });
  try {
    const played = new PlayedClass(6, 9);
    played.step(60);
    played.play(2, () => true);
    played.step(20);
    const header: SessionHeader = { ...testHeader(9), format: 1 };
    const row = { id: header.classId, code: "KRM4T7", hostHash: "host", stageHash: "stage", createdAt: 1000 };
    await journal.openSession({ ...row, header: JSON.stringify(header) });
    const claim = { sessionId: header.classId, epoch: 0 };
    const before = played.lines.slice(1).filter((line) => !isKeyframe(line));
    await journal.append(
      claim,
      before.map((line, i) => ({ seq: i + 1, line })),
    );

    const resumed = await resume(journal, header);
    expect(resumed.written).toBe(before.length);
    const live = new LiveClass({
      header,
      journal,
      claim,
      seatLimit: 40,
      report: (error) => expect.unreachable(String(error)),
      resumed,
      pace: 1000,
    });
    const until = live.session.state.tick + 600;
    while (live.session.state.tick < until) {
      live.run(() => {});
      await new Promise((next) => setTimeout(next));
    }
    live.accept({ kind: "end" });
    await live.scribe.end({ seats: 6, rounds: 1 }, 1000);

    const stored = (await journal.read(header.classId))!;
    expect(stored.lines.slice(before.length).filter(isKeyframe).length).toBeGreaterThan(2);
    const key = await journal.secret("recordings");
    const { origin, recording } = await verifyRecording(new Uint8Array(await exportRecording(stored, key)), key);
    expect([origin, recording.damage, recording.header.format]).toEqual(["signed", undefined, 2]);
    const exploration = new Exploration(recording);
    exploration.run(Number.POSITIVE_INFINITY);
    expect(exploration.mismatchAt).toBeUndefined();
    expect(exploration.compared).toBeGreaterThan(40);
  } finally {
    await journal.close();
    await rm(folder, { recursive: true });
  }
});
