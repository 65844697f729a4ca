/** A process to be killed: appends to the session "killed" as fast as it can and prints each acknowledged seq. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";

const [folder = ""] = process.argv.slice(2);
const journal = await openSqliteJournal({ file: join(folder, "fire-together.sqlite") });
const row = { id: "killed", code: "KRM4T7", hostHash: "", stageHash: "", createdAt: Date.now(), header: "{}" };
await journal.openSession(row);

/** Lines of each append (the contract's BATCH), and appends that wait at once, as in a busy server. */
const BATCH = 4;
const AT_ONCE = 5;
let seq = 0;
while (true) {
  const batches = Array.from({ length: AT_ONCE }, async () => {
    const records = Array.from({ length: BATCH }, () => ({ seq: ++seq, line: `[${seq}]` }));
    const last = seq;
    await journal.append("killed", records);
    writeSync(1, `${last}\n`);
  });
  await Promise.all(batches);
}
