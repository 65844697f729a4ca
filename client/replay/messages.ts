import type { Round } from "../../shared/lesson/round.ts";
import type { Comparison } from "../../shared/recording/comparison.ts";
import type { Course } from "../../shared/recording/course.ts";
import type { Mark } from "../../shared/recording/exploration.ts";
import type { Parting } from "../../shared/recording/parting.ts";
import type { UnreadableReason } from "../../shared/recording/recording.ts";
import type { Report } from "../../shared/recording/report.ts";
import type { TableFile } from "../../shared/recording/tables.ts";
import type { WhatIf } from "../../shared/recording/what-if.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { FromKeyframes } from "./from-keyframes.ts";
import type { Shown } from "./stretch.ts";

/** Why a recording is not shown: it cannot be read, or its events make no sense (a tap on a seat that nobody took). */
export type Unshown = UnreadableReason | "senseless";

/** Between the replay's page and its worker. */
/** Which courses of the class are shown: as it was, as it would have been, or both at the same tick. */
export type Worlds = "was" | "would" | "both";

export type ToWorker =
  /** A recording's file, gzipped or plain. */
  | { readonly kind: "open"; readonly file: Uint8Array<ArrayBuffer> }
  | { readonly kind: "show"; readonly tick: number; readonly worlds: Worlds }
  /** Lays another recording (its file, as it is) beside this one; without one the last is given up. */
  | { readonly kind: "compare"; readonly file: Uint8Array<ArrayBuffer> | undefined }
  /** What the class leaves to talk over. */
  | { readonly kind: "report" }
  /** A table of the class, of the world that is shown. */
  | { readonly kind: "table"; readonly name: string; readonly imagined: boolean }
  /** Works out what would have been; without one the last is forgotten. */
  | { readonly kind: "what-if"; readonly whatIf: WhatIf | undefined };

export type FromWorker =
  | {
      readonly kind: "opened";
      readonly ticks: number;
      readonly hashes: number;
      readonly damage: string | undefined;
      /** Whether the file is not the one that its footer was made for. */
      readonly edited: boolean;
      readonly script: readonly Round[];
      readonly model: string;
      /** By which a what-if knows the recording that it was made for. */
      readonly fingerprint: string;
    }
  | { readonly kind: "refused"; readonly reason: Unshown }
  | {
      readonly kind: "explored";
      readonly compared: number;
      readonly mismatchAt: number | undefined;
      readonly marks: readonly Mark[];
      /** Ticks that can be shown, and why no more, now that more is known. */
      readonly ticks: number;
      readonly damage: string | undefined;
      readonly fromKeyframes: FromKeyframes | undefined;
      /** Once all of it has been explored. */
      readonly course: Course | undefined;
    }
  | {
      /** How much of what would have been is worked out; both ends, once it is all. */
      readonly kind: "imagined";
      readonly share: number;
      readonly upshot: Upshot | undefined;
    }
  /** What was asked cannot have been. */
  | { readonly kind: "unimaginable" }
  /** How much of two recordings is compared, 0 … 1. */
  | { readonly kind: "comparing"; readonly share: number }
  | { readonly kind: "compared"; readonly comparison: Comparison }
  /** Why the other recording is not compared; nothing else has changed. */
  | { readonly kind: "incomparable"; readonly reason: Unshown }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "table"; readonly file: TableFile }
  | {
      readonly kind: "moment";
      readonly tick: number;
      readonly worlds: Worlds;
      readonly shown: Shown;
      /** What would have been, where both are shown. */
      readonly beside: Shown | undefined;
    };

/** The end of a class, and the end that it would have had; where the two part, if they do. */
export interface Upshot {
  readonly parting: Parting | undefined;
  readonly was: ClassView | undefined;
  readonly would: ClassView | undefined;
}
