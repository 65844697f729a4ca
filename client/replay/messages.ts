import type { Round } from "../../shared/lesson/round.ts";
import type { Mark } from "../../shared/recording/exploration.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { Change } from "../scenes/view-model/turnover.ts";

/** Between the replay's page and its worker. */
export type ToWorker =
  | { readonly kind: "open"; readonly text: string }
  | { readonly kind: "show"; readonly tick: number };

export type FromWorker =
  | {
      readonly kind: "opened";
      readonly ticks: number;
      readonly hashes: number;
      readonly damage: string | undefined;
      readonly script: readonly Round[];
      readonly model: string;
    }
  | { readonly kind: "refused"; readonly reason: string }
  | {
      readonly kind: "explored";
      readonly compared: number;
      readonly mismatchAt: number | undefined;
      readonly marks: readonly Mark[];
      readonly done: boolean;
    }
  | {
      readonly kind: "moment";
      readonly tick: number;
      readonly view: ClassView;
      readonly hash: string;
      readonly pulses: readonly Pulse[];
      readonly changes: readonly Change[];
    };
