import type { Asked } from "./operations.ts";
import type { JournalFault } from "./store.ts";

/** What goes between the journal and the thread that owns its file. */

export interface WorkerOptions {
  readonly file: string;
  /** Largest size of the file, pages of 4 KiB. For tests: it stands for a full disk. */
  readonly maxPages?: number;
}

export interface Question {
  readonly id: number;
  readonly op: Asked | "close";
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: JournalFault; readonly message: string };

/** `id` of the answer that says whether the file could be opened. */
export const OPENED = 0;
