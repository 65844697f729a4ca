/** A process to be killed while it writes to PostgreSQL; see tests/journal/appending.ts. */
import { basename } from "node:path";
import { appendForEver } from "../journal/appending.ts";
import { openInFolder } from "./folder-journal.ts";

const [folder = ""] = process.argv.slice(2);
await appendForEver(await openInFolder(basename(folder)));
