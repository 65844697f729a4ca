import { type ReadonlySignal, signal } from "@preact/signals";
import { MOST_BYTES } from "../../../shared/recording/bytes.ts";
import type { Comparison } from "../../../shared/recording/comparison.ts";
import type { FromWorker, ToWorker, Unshown } from "../messages.ts";

/** What has become of the wish to compare. */
export interface Compared {
  /** How much is done, 0 … 1, while it is worked on. */
  readonly working?: number;
  readonly comparison?: Comparison;
  /** Why the file that was chosen last is not compared; what stood there before still does. */
  readonly refused?: Unshown;
}

/** The part of a player that lays another recording beside its own. */
export interface Comparing {
  readonly comparison: ReadonlySignal<Compared>;
  /** Lays another recording beside this one; without a file it is put away. */
  compareWith(file: File | undefined): Promise<void>;
  /** Ends what is worked on; what stood there before still does. */
  stopComparing(): void;
}

/** @returns the part of the player, and what takes the worker's messages about it */
export function comparing(post: (message: ToWorker) => void): Comparing & { heard(message: FromWorker): void } {
  const comparison = signal<Compared>({});
  /** What stands there whatever becomes of the next wish. */
  const shown = (): Compared => {
    const { comparison: before } = comparison.peek();
    return before ? { comparison: before } : {};
  };
  return {
    comparison,
    async compareWith(file) {
      const before = shown();
      if (!file) {
        comparison.value = {};
        post({ kind: "compare", file });
      } else if (file.size > MOST_BYTES) comparison.value = { ...before, refused: "too-large" };
      else {
        comparison.value = { ...before, working: 0 };
        post({ kind: "compare", file: new Uint8Array(await file.arrayBuffer()) });
      }
    },
    stopComparing() {
      comparison.value = shown();
      post({ kind: "compare", file: undefined });
    },
    heard(message) {
      // What was given up may still have had something to say.
      if (comparison.peek().working === undefined) return;
      if (message.kind === "compared") comparison.value = { comparison: message.comparison };
      else if (message.kind === "comparing") comparison.value = { ...shown(), working: message.share };
      else if (message.kind === "incomparable") comparison.value = { ...shown(), refused: message.reason };
    },
  };
}
