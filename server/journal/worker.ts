/**
 * The thread that owns the journal's file. Commits and checkpoints stall for up to tens of milliseconds; here they
 * stall no room. Whatever has queued up since the last turn is written in one transaction.
 */
import { DatabaseSync } from "node:sqlite";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { type Answer, OPENED, type Question, type WorkerOptions } from "./messages.ts";
import { type Asked, createOperations, type OpenOperations, READS } from "./operations.ts";
import { inspect, journalError, migrate } from "./schema.ts";

/** How long to wait for another process to let go of the file: a restart overlaps with the server before it. ms */
const LOCK_PATIENCE_MS = 2000;

/** Most questions answered in one transaction, so that the first of a flood does not wait for the last. */
const MAX_BATCH = 1000;

const { file, maxPages } = workerData as WorkerOptions;

function open(): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: LOCK_PATIENCE_MS, enableForeignKeyConstraints: true });
  try {
    // Exclusive: a second server on the same folder is told so at once, and WAL needs no shared memory (network drives).
    db.exec("PRAGMA locking_mode = EXCLUSIVE");
    const version = inspect(db, file);
    db.exec("PRAGMA journal_mode = WAL");
    // NORMAL survives any death of the process; only a power cut can lose the last moments, never the file.
    db.exec("PRAGMA synchronous = NORMAL");
    // A deleted session is overwritten, not only forgotten.
    db.exec("PRAGMA secure_delete = ON");
    migrate(db, version);
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

interface Journal {
  readonly db: DatabaseSync;
  readonly rolledBack: OpenOperations["rolledBack"];
  readonly run: (question: Question) => unknown;
}

function journalOn(db: DatabaseSync): Journal {
  const { operations, rolledBack } = createOperations(db);
  const run = ({ op, args }: Question): unknown => {
    // The caller's types pair each name with its arguments; a message port cannot carry that proof.
    const operation = operations[op as Asked] as (...args: readonly unknown[]) => unknown;
    return operation(...args);
  };
  return { db, rolledBack, run };
}

function failure(id: number, thrown: unknown): Answer {
  const { fault, message } = journalError(thrown, file);
  return { id, fault, message };
}

/** Runs writes in one transaction; when one fails, each again in its own, so that only the guilty one is refused. */
function write(journal: Journal, questions: readonly Question[]): Answer[] {
  const { db, rolledBack, run } = journal;
  try {
    db.exec("BEGIN IMMEDIATE");
    const answers = questions.map((question) => ({ id: question.id, value: run(question) }));
    db.exec("COMMIT");
    return answers;
  } catch (error) {
    // A full disk rolls back by itself.
    if (db.isTransaction) db.exec("ROLLBACK");
    rolledBack();
    const [only] = questions;
    if (questions.length === 1 && only) return [failure(only.id, error)];
    return questions.flatMap((question) => write(journal, [question]));
  }
}

function read(journal: Journal, question: Question): Answer {
  try {
    return { id: question.id, value: journal.run(question) };
  } catch (error) {
    return failure(question.id, error);
  }
}

/** Answers questions in the order in which they came: a read sees every write before it. */
function answerAll(journal: Journal, questions: readonly Question[]): Answer[] {
  const answers: Answer[] = [];
  let writes: Question[] = [];
  const flush = (): void => {
    if (writes.length > 0) answers.push(...write(journal, writes));
    writes = [];
  };
  for (const question of questions) {
    if (!READS.has(question.op as Asked)) writes.push(question);
    else {
      flush();
      answers.push(read(journal, question));
    }
  }
  flush();
  return answers;
}

function serve(port: NonNullable<typeof parentPort>): void {
  let journal: Journal;
  try {
    journal = journalOn(open());
  } catch (error) {
    port.postMessage([failure(OPENED, error)]);
    port.close();
    return;
  }
  port.postMessage([{ id: OPENED, value: undefined } satisfies Answer]);

  port.on("message", (first: readonly Question[]) => {
    const batch = [...first];
    while (batch.length < MAX_BATCH && batch.at(-1)?.op !== "close") {
      const next = receiveMessageOnPort(port);
      if (next === undefined) break;
      batch.push(...(next.message as readonly Question[]));
    }
    const last = batch.at(-1);
    const closing = last?.op === "close" ? batch.pop() : undefined;
    if (batch.length > 0) port.postMessage(answerAll(journal, batch));
    // Synced to the disk itself, so that a lesson that ended also survives a power cut.
    if (batch.some((question) => question.op === "end")) checkpoint(journal.db);
    if (closing !== undefined) {
      checkpoint(journal.db);
      journal.db.close();
      port.postMessage([{ id: closing.id, value: undefined } satisfies Answer]);
      port.close();
    }
  });
}

function checkpoint(db: DatabaseSync): void {
  try {
    db.exec("PRAGMA wal_checkpoint(PASSIVE)");
  } catch {
    // A convenience: the lines are safe in the WAL, and the next automatic checkpoint tries again.
  }
}

if (parentPort) serve(parentPort);
