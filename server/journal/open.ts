import { join } from "node:path";
import type { Config } from "../config.ts";
import { openPostgresJournal } from "./postgres/postgres.ts";
import { openSqliteJournal } from "./sqlite.ts";
import type { JournalStore } from "./store.ts";

/** The journal's file in a data folder. */
export const fileIn = (dataDir: string): string => join(dataDir, "fire-together.sqlite");

/** Opens the journal: in the database if there is one, else in a file. @throws JournalError */
export const openJournal = ({
  databaseUrl,
  dataDir,
}: Pick<Config, "databaseUrl" | "dataDir">): Promise<JournalStore> =>
  databaseUrl === undefined ? openSqliteJournal({ file: fileIn(dataDir) }) : openPostgresJournal({ url: databaseUrl });
