import { type ReadonlySignal, signal } from "@preact/signals";
import { MOST_BYTES } from "../../../shared/recording/bytes.ts";
import type { Comparison } from "../../../shared/recording/comparison.ts";
import type { Link } from "../link.ts";
import type { Unshown } from "../messages.ts";

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

export function comparing({ post, on }: Link): Comparing {
  const comparison = signal<Compared>({});
  /** What was given up may still have something to say: it is not heard. */
  const tell = (next: () => Compared): void => {
    if (comparison.peek().working !== undefined) comparison.value = next();
  };
  /** What stands there whatever becomes of the next wish. */
  const shown = (): Compared => {
    const { comparison: before } = comparison.peek();
    return before ? { comparison: before } : {};
  };
  on("comparing", ({ share }) => tell(() => ({ ...shown(), working: share })));
  on("compared", (message) => tell(() => ({ comparison: message.comparison })));
  on("incomparable", ({ reason }) => tell(() => ({ ...shown(), refused: reason })));
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
  };
}
