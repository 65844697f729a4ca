import { existsSync } from "node:fs";
import { JournalError } from "../journal/store.ts";
import { recordingKey } from "../recordings/export.ts";

/** The key that recordings are signed with, or why it is not to be had. */
export type Key = { readonly key: string } | { readonly without: string };

/** Looks for the key in the journal of a data folder, or of the environment's DATA_DIR or DATABASE_URL. */
export async function findKey(dataDir: string | undefined, env: NodeJS.ProcessEnv): Promise<Key> {
  const said = dataDir !== undefined || env.DATA_DIR || env.DATABASE_URL;
  if (!said) return { without: "no --data, DATA_DIR or DATABASE_URL names the journal with the key" };
  // What these load takes longer than a class to verify.
  const [{ readConfig }, { fileIn, openJournal }] = await Promise.all([
    import("../config.ts"),
    import("../journal/open.ts"),
  ]);
  // A folder that is named goes before the environment's database.
  const named = dataDir === undefined ? {} : { DATA_DIR: dataDir, DATABASE_URL: "", REDIS_URL: "" };
  const read = readConfig({ ...env, ...named });
  if (!read.ok) return { without: read.problems.join(" ") };
  const { config } = read;
  if (config.databaseUrl === undefined && !existsSync(fileIn(config.dataDir))) {
    return { without: `there is no journal in ${config.dataDir}` };
  }
  try {
    const journal = await openJournal(config);
    return { key: await recordingKey(journal).finally(() => journal.close()) };
  } catch (error) {
    if (error instanceof JournalError) return { without: error.message };
    throw error;
  }
}
