import { signal } from "@preact/signals";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { saveFile } from "../ui/save-file.ts";
import { recordingFile } from "./api.ts";
import type { FromExport, ToExport } from "./export-messages.ts";

/** What went wrong with one session of an export. */
export interface Lacking {
  readonly session: Shelved;
  /** Why it has no tables; undefined: it could not even be fetched. */
  readonly reason: Extract<FromExport, { kind: "added" }>["without"];
}

/** What is being saved, or was saved last. */
export interface Export {
  readonly done: number;
  readonly of: number;
  /** Sessions in the finished zip. */
  readonly saved?: number;
  readonly lacking: readonly Lacking[];
}

/** Saves sessions as one zip, made in a worker that is there for nothing else; one at a time. */
export function exporting(name: (of: Shelved) => string) {
  const state = signal<Export | undefined>(undefined);
  let stop: (() => void) | undefined;

  async function start(sessions: readonly Shelved[]): Promise<void> {
    if (stop) return;
    const aborted = new AbortController();
    const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });
    const tell = (message: ToExport, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
    const heard = (): Promise<FromExport> =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<FromExport>) => resolve(data);
        worker.onerror = () => reject(new Error("the worker that makes the zip broke"));
        aborted.signal.addEventListener("abort", () => reject(aborted.signal.reason));
      });
    stop = () => aborted.abort();
    let saved = 0;
    state.value = { done: 0, of: sessions.length, lacking: [] };
    try {
      for (const session of sessions) {
        const file = await recordingFile(session.id, aborted.signal);
        aborted.signal.throwIfAborted();
        if (file) {
          tell({ kind: "add", folder: folderOf(session, name(session)), file }, [file.buffer]);
          const added = await heard();
          saved++;
          note(session, added.kind === "added" ? added.without : undefined, true);
        } else note(session, undefined, false);
      }
      tell({ kind: "end" });
      const made = await heard();
      if (made.kind === "zip" && saved > 0) {
        saveFile(`fire-together-${new Date().toISOString().slice(0, 10)}.zip`, made.zip);
      }
      state.value = { ...state.value, saved };
    } catch {
      // It was cancelled, or the browser had no room for it: nothing is saved, nothing is lost.
      state.value = undefined;
    } finally {
      worker.terminate();
      stop = undefined;
    }
  }

  const note = (session: Shelved, reason: Lacking["reason"], fetched: boolean): void => {
    const { done, of, lacking } = state.peek()!;
    const more = fetched && reason === undefined ? [] : [{ session, reason }];
    state.value = { done: done + 1, of, lacking: [...lacking, ...more] };
  };

  return { state, start, cancel: (): void => stop?.() };
}

/** A folder that every system takes: the day, the title, and enough of the id to tell two alike apart. */
function folderOf({ id, createdAt }: Shelved, name: string): string {
  const words = name.replace(/[\\/:*?"<>|\p{C}]+/gu, " ").replace(/\s+/g, " ");
  const date = new Date(createdAt).toISOString().slice(0, 10);
  return `${date} ${words.slice(0, 60).trim().replace(/\.+$/, "")} ${id.slice(0, 4)}`;
}
