import { writeSync } from "node:fs";
import type { JournalStore } from "../../server/journal/store.ts";

/** Lines of each append (the contract's BATCH), and appends that wait at once, as in a busy server. */
const BATCH = 4;
const AT_ONCE = 5;

/** Appends to the session "killed" as fast as it can and prints each acknowledged seq, until the process is killed. */
export async function appendForEver(journal: JournalStore): Promise<never> {
  const row = { id: "killed", code: "KRM4T7", hostHash: "", stageHash: "", createdAt: Date.now(), header: "{}" };
  await journal.openSession(row);
  const claim = { sessionId: row.id, epoch: 0 };
  let seq = 0;
  while (true) {
    const batches = Array.from({ length: AT_ONCE }, async () => {
      const records = Array.from({ length: BATCH }, () => ({ seq: ++seq, line: `[${seq}]` }));
      const last = seq;
      await journal.append(claim, records);
      writeSync(1, `${last}\n`);
    });
    // Beside lines, as in a class: a transaction of more than one statement.
    await Promise.all([...batches, journal.checkpoint(claim, { seq, hash: "", data: "" })]);
  }
}
