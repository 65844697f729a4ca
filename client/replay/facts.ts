import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Round } from "../../shared/lesson/round.ts";
import { MOST_BYTES } from "../../shared/recording/bytes.ts";
import type { Course } from "../../shared/recording/course.ts";
import type { Mark } from "../../shared/recording/exploration.ts";
import type { Bound } from "../../shared/recording/what-if-file.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Origin } from "../../shared/wire/shelf.ts";

import type { FromKeyframes } from "./from-keyframes.ts";
import type { Link } from "./link.ts";
import type { Unshown } from "./messages.ts";
import { NoRecording, type Source } from "./source.ts";

/** A mark of the timeline, session ms. */
export interface TimelineMark extends Omit<Mark, "tick"> {
  readonly time: number;
}

/** What is known of a recording, more and more while it is explored. */
export interface Facts {
  readonly status: ReadonlySignal<"loading" | "ready" | "failed">;
  /** Why its source gave nothing. */
  readonly failure: ReadonlySignal<NoRecording["reason"] | undefined>;
  /** The rounds as they were when the class was held. */
  readonly script: ReadonlySignal<readonly Round[]>;
  /** Why the file itself is not shown. */
  readonly unshown: ReadonlySignal<Unshown | undefined>;
  /** Whether the file was cut or damaged: it is shown up to there. */
  readonly incomplete: ReadonlySignal<boolean>;
  /** What is known of where the file comes from; "forged-or-edited": it is not what its footer was made for. */
  readonly origin: ReadonlySignal<Origin>;
  /** Where it is shown from its keyframes, and why. */
  readonly fromKeyframes: ReadonlySignal<FromKeyframes | undefined>;
  /** Version of the model that the class was made with. */
  readonly model: ReadonlySignal<string | undefined>;
  /** What a what-if and notes must fit. */
  readonly bound: ReadonlySignal<Bound>;
  /** Session ms. */
  readonly length: ReadonlySignal<number>;
  readonly marks: ReadonlySignal<readonly TimelineMark[]>;
  /** What the timeline draws, once all of the recording was explored. */
  readonly course: ReadonlySignal<Course | undefined>;
  /** State hashes compared so far, of how many; the session time of the first that differs, ms. */
  readonly verified: ReadonlySignal<{ readonly done: number; readonly of: number; readonly mismatchAt?: number }>;
}

/** Loads a recording and has the worker open it. @returns what is known of it, and its file once that is there */
export function factsOf(
  source: Source,
  link: Link,
): Facts & { readonly file: () => Uint8Array<ArrayBuffer> | undefined } {
  const status = signal<"loading" | "ready" | "failed">("loading");
  const failure = signal<NoRecording["reason"] | undefined>(undefined);
  const unshown = signal<Unshown | undefined>(undefined);
  const incomplete = signal(false);
  const origin = signal<Origin>("signed");
  const fromKeyframes = signal<FromKeyframes | undefined>(undefined);
  const script = signal<readonly Round[]>([]);
  const model = signal<string | undefined>(undefined);
  const bound = signal<Bound>({ fingerprint: "", ticks: 0 });
  const length = signal(0);
  const marks = signal<readonly TimelineMark[]>([]);
  const course = signal<Course | undefined>(undefined);
  const verified = signal<{ done: number; of: number; mismatchAt?: number }>({ done: 0, of: 0 });
  let file: Uint8Array<ArrayBuffer> | undefined;

  async function load(): Promise<void> {
    try {
      file = await source.load();
      if (file.length > MOST_BYTES) throw new NoRecording("too-large");
      link.post({ kind: "open", file });
    } catch (error) {
      failure.value = error instanceof NoRecording ? error.reason : "unreachable";
      status.value = "failed";
    }
  }
  const refuse = (reason: Unshown): void => {
    unshown.value = reason;
    status.value = "failed";
  };

  link.on("opened", (data) =>
    batch(() => {
      script.value = data.script;
      model.value = data.model;
      incomplete.value = data.damage !== undefined;
      origin.value = data.edited ? "forged-or-edited" : source.origin();
      bound.value = data;
      length.value = (data.ticks - 1) * TICK_MS;
      verified.value = { done: 0, of: data.hashes };
      status.value = "ready";
    }),
  );
  link.on("refused", ({ reason }) => refuse(reason));
  link.onError(() => refuse("senseless"));
  link.on("explored", (data) =>
    batch(() => {
      const { compared: done, mismatchAt, ticks } = data;
      const { of } = verified.value;
      incomplete.value = data.damage !== undefined;
      length.value = (ticks - 1) * TICK_MS;
      if (fromKeyframes.value?.from !== data.fromKeyframes?.from) fromKeyframes.value = data.fromKeyframes;
      verified.value = { done, of, ...(mismatchAt === undefined ? {} : { mismatchAt: mismatchAt * TICK_MS }) };
      marks.value = data.marks.map(({ tick, ...mark }) => ({ ...mark, time: tick * TICK_MS }));
      course.value = data.course;
    }),
  );

  void load();
  return {
    ...{
      status,
      failure,
      unshown,
      incomplete,
      origin,
      fromKeyframes,
      script,
      model,
      bound,
      length,
      marks,
      course,
      verified,
    },
    file: () => file,
  };
}
