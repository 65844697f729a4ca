import { basename } from "node:path";
import { openPostgresJournal } from "../../server/journal/postgres/postgres.ts";
import type { JournalStore } from "../../server/journal/store.ts";
import { newDatabase } from "./engines.ts";

/** Where a child process finds the PostgreSQL of its test. */
export const SERVER = "TEST_POSTGRES";

/** The journal contract knows folders: each stands for a database of the PostgreSQL at TEST_POSTGRES. */
export async function openInFolder(folder: string): Promise<JournalStore> {
  const name = basename(folder).toLowerCase().replaceAll("-", "_");
  return openPostgresJournal({ url: await newDatabase({ url: process.env[SERVER] ?? "" }, name) });
}
