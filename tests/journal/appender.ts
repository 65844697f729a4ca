/** A process to be killed while it writes; see appending.ts. */
import { join } from "node:path";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";
import { appendForEver } from "./appending.ts";

const [folder = ""] = process.argv.slice(2);
await appendForEver(await openSqliteJournal({ file: join(folder, "fire-together.sqlite") }));
