import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { WhatIf } from "../../../shared/recording/what-if.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import type { Instants } from "../instants.ts";
import type { Link } from "../link.ts";
import type { Upshot } from "../messages.ts";

/** Two courses are watched from this long before they part, ms. */
export const LEAD_IN_MS = 1000;

export interface Imagined {
  readonly whatIf: WhatIf;
  readonly share: number;
  readonly upshot: Upshot | undefined;
}

/** The part of a player that asks what else could have been. */
export interface Imagining {
  /** What is asked to have been otherwise, how much of it is worked out (0 … 1), and both ends. */
  readonly imagined: ReadonlySignal<Imagined | undefined>;
  /** Whether what was asked last cannot have been. */
  readonly unimaginable: ReadonlySignal<boolean>;
  /** Works out a what-if; without one the last is forgotten. */
  imagine(whatIf: WhatIf | undefined): void;
}

export function imagining(link: Link, { worlds }: Instants, seek: (ms: number) => void): Imagining {
  const imagined = signal<Imagined | undefined>(undefined);
  const unimaginable = signal(false);
  link.on("imagined", ({ share, upshot }) =>
    batch(() => {
      if (imagined.value) imagined.value = { ...imagined.value, share, upshot };
      // It is shown as soon as it is there, from where it is another class.
      if (!upshot) return;
      worlds.value = "both";
      if (upshot.parting) seek(upshot.parting.tick * TICK_MS - LEAD_IN_MS);
    }),
  );
  link.on("unimaginable", () =>
    batch(() => {
      worlds.value = "was";
      imagined.value = undefined;
      unimaginable.value = true;
    }),
  );
  return {
    imagined,
    unimaginable,
    imagine(whatIf) {
      batch(() => {
        unimaginable.value = false;
        worlds.value = "was";
        imagined.value = whatIf && { whatIf, share: 0, upshot: undefined };
      });
      link.post({ kind: "what-if", whatIf });
    },
  };
}
