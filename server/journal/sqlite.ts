import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { type Answer, OPENED, type Question, type WorkerOptions } from "./messages.ts";
import type { Asked } from "./operations.ts";
import { JournalError, type JournalStore } from "./store.ts";

/**
 * How long lines gather before they go to the thread together, ms: to wake it for each costs more than what it does, and
 * the answer to a tap is not due for 160 ms. What somebody waits for goes at once, with the lines that were before it.
 */
const GATHER_MS = 20;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: JournalError) => void;
}

/**
 * Opens the journal kept in one SQLite file, creating folder and file at first.
 * @throws JournalError when the folder cannot be written, or the file is damaged, foreign, newer or in use
 */
export async function openSqliteJournal(options: WorkerOptions): Promise<JournalStore> {
  await mkdir(dirname(options.file), { recursive: true }).catch((error: unknown) => {
    throw new JournalError("read-only", `The data folder cannot be created (${String(error)}).`);
  });
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: options, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let nextId = OPENED;
  /** Why nothing can be asked any more. */
  let over: JournalError | undefined;

  const stop = (error: JournalError): void => {
    over ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", (answers: readonly Answer[]) => {
    for (const answer of answers) {
      const waiter = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("fault" in answer) waiter?.reject(new JournalError(answer.fault, answer.message));
      else waiter?.resolve(answer.value);
    }
  });
  worker.on("error", (error) => stop(new JournalError("failed", `The journal's thread died: ${String(error)}`)));
  worker.on("exit", () => stop(new JournalError("closed", "The journal is closed.")));

  const wait = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  /** What goes to the thread next. */
  let outgoing: Question[] = [];
  let gathering: NodeJS.Timeout | undefined;
  const send = (): void => {
    clearTimeout(gathering);
    gathering = undefined;
    worker.postMessage(outgoing);
    outgoing = [];
  };
  const post = (op: Question["op"], args: readonly unknown[]): Promise<unknown> => {
    if (over !== undefined) return Promise.reject(over);
    const answer = wait(++nextId);
    outgoing.push({ id: nextId, op, args });
    if (op !== "append") send();
    else gathering ??= setTimeout(send, GATHER_MS);
    return answer;
  };
  /** One operation of the port, carried out by the worker. */
  const ask =
    <K extends Asked>(op: K) =>
    (...args: Parameters<JournalStore[K]>): ReturnType<JournalStore[K]> =>
      post(op, args) as ReturnType<JournalStore[K]>;

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    const done = post("close", []);
    over = new JournalError("closed", "The journal is closed.");
    await done;
    await exited;
  };

  await wait(OPENED);
  return {
    openSession: ask("openSession"),
    claim: ask("claim"),
    append: ask("append"),
    checkpoint: ask("checkpoint"),
    newestCheckpoint: ask("newestCheckpoint"),
    seat: ask("seat"),
    seats: ask("seats"),
    keepAdmission: ask("keepAdmission"),
    admission: ask("admission"),
    end: ask("end"),
    read: ask("read"),
    unended: ask("unended"),
    running: ask("running"),
    remove: ask("remove"),
    isHost: ask("isHost"),
    registerHost: ask("registerHost"),
    codeTaken: ask("codeTaken"),
    secret: ask("secret"),
    list: ask("list"),
    describe: ask("describe"),
    share: ask("share"),
    shared: ask("shared"),
    keepNotes: ask("keepNotes"),
    notes: ask("notes"),
    importSession: ask("importSession"),
    imported: ask("imported"),
    expired: ask("expired"),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
