import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Round } from "../../shared/lesson/round.ts";
import { MOST_BYTES } from "../../shared/recording/bytes.ts";
import type { Mark } from "../../shared/recording/exploration.ts";
import type { Report } from "../../shared/recording/report.ts";
import type { TableName } from "../../shared/recording/tables.ts";
import type { WhatIf } from "../../shared/recording/what-if.ts";
import type { Bound } from "../../shared/recording/what-if-file.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Origin } from "../../shared/wire/shelf.ts";
import type { Moment } from "../scenes/moment.ts";
import { saveFile } from "../ui/save-file.ts";
import { type Comparing, comparing } from "./compare/comparing.ts";
import type { FromKeyframes } from "./course.ts";
import type { FromWorker, ToWorker, Unshown, Upshot, Worlds } from "./messages.ts";
import { NoRecording, type Source } from "./source.ts";
import type { Shown } from "./world.ts";

/** A mark of the timeline, session ms. */
export interface TimelineMark extends Omit<Mark, "tick"> {
  readonly time: number;
}

export interface Imagined {
  readonly whatIf: WhatIf;
  readonly share: number;
  readonly upshot: Upshot | undefined;
}

/** A recorded class as the replay page drives it. */
export interface Player extends Comparing {
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
  /** What a what-if must fit. */
  readonly bound: ReadonlySignal<Bound>;
  /** Session ms. */
  readonly length: ReadonlySignal<number>;
  readonly marks: ReadonlySignal<readonly TimelineMark[]>;
  /** State hashes compared so far, of how many; the session time of the first that differs, ms. */
  readonly verified: ReadonlySignal<{ readonly done: number; readonly of: number; readonly mismatchAt?: number }>;
  /** The instant that the worker delivered last. */
  readonly moment: ReadonlySignal<Moment | undefined>;
  /** Hash of the state at the shown tick. */
  readonly hash: ReadonlySignal<string | undefined>;
  readonly time: Signal<number>;
  readonly playing: Signal<boolean>;
  readonly speed: Signal<number>;
  /** What is asked to have been otherwise, how much of it is worked out (0 … 1), and both ends. */
  readonly imagined: ReadonlySignal<Imagined | undefined>;
  /** Whether what was asked last cannot have been. */
  readonly unimaginable: ReadonlySignal<boolean>;
  /** Which courses of the class are shown; where both are, `moment` is how it was and `beside` how it would have been. */
  readonly worlds: Signal<Worlds>;
  readonly beside: ReadonlySignal<Moment | undefined>;
  /** Works out a what-if; without one the last is forgotten. */
  imagine(whatIf: WhatIf | undefined): void;
  /** What the class leaves to talk over, once it was asked for. */
  readonly report: ReadonlySignal<Report | undefined>;
  /** Asks for the report, or closes it. */
  showReport(open: boolean): void;
  /** Hands the browser the recording, or one of its tables, to save. */
  save(what: "recording" | TableName): void;
  seek(ms: number): void;
  close(): void;
}

/** Two courses are watched from this long before they part, ms. */
export const LEAD_IN_MS = 1000;

/** As a file is called that may be gzipped. */
const recordingName = (title: string, file: Uint8Array): string =>
  `${title}.ndjson${file[0] === 0x1f && file[1] === 0x8b ? ".gz" : ""}`;

const momentOf = ({ view, pulses, changes }: Shown, time: number): Moment => ({ time, view, pulses, changes });

/** Loads a recording and simulates it again in a worker. */
export function openRecording(source: Source): Player {
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
  const verified = signal<{ done: number; of: number; mismatchAt?: number }>({ done: 0, of: 0 });
  const moment = signal<Moment | undefined>(undefined);
  const hash = signal<string | undefined>(undefined);
  const time = signal(0);
  const playing = signal(false);
  const speed = signal(1);
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const imagined = signal<Imagined | undefined>(undefined);
  const unimaginable = signal(false);
  const worlds = signal<Worlds>("was");
  const beside = signal<Moment | undefined>(undefined);
  const report = signal<Report | undefined>(undefined);
  /** The tick and the world that the worker was asked for last. */
  let asked = "";
  /** The recording as it came. */
  let file: Uint8Array<ArrayBuffer> | undefined;
  let waiting = false;
  let last = 0;
  let frame = 0;

  const post = (message: ToWorker): void => worker.postMessage(message);
  const compared = comparing(post);

  async function load(): Promise<void> {
    try {
      file = await source.load();
      if (file.length > MOST_BYTES) throw new NoRecording("too-large");
      post({ kind: "open", file });
    } catch (error) {
      failure.value = error instanceof NoRecording ? error.reason : "unreachable";
      status.value = "failed";
    }
  }

  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case "opened":
        batch(() => {
          script.value = data.script;
          model.value = data.model;
          incomplete.value = data.damage !== undefined;
          origin.value = data.edited ? "forged-or-edited" : source.origin();
          bound.value = data;
          length.value = (data.ticks - 1) * TICK_MS;
          verified.value = { done: 0, of: data.hashes };
          status.value = "ready";
        });
        break;
      case "refused":
        unshown.value = data.reason;
        status.value = "failed";
        break;
      case "explored": {
        const { compared: done, mismatchAt } = data;
        const { of } = verified.value;
        incomplete.value = data.damage !== undefined;
        length.value = (data.ticks - 1) * TICK_MS;
        if (fromKeyframes.value?.from !== data.fromKeyframes?.from) {
          fromKeyframes.value = data.fromKeyframes;
          // What is shown may have been the other thing.
          asked = "";
        }
        verified.value = { done, of, ...(mismatchAt === undefined ? {} : { mismatchAt: mismatchAt * TICK_MS }) };
        marks.value = data.marks.map(({ tick, ...mark }) => ({ ...mark, time: tick * TICK_MS }));
        break;
      }
      case "imagined":
        batch(() => {
          if (imagined.value) imagined.value = { ...imagined.value, share: data.share, upshot: data.upshot };
          // It is shown as soon as it is there, from where it is another class.
          if (!data.upshot) return;
          worlds.value = "both";
          if (data.upshot.parting) seek(data.upshot.parting.tick * TICK_MS - LEAD_IN_MS);
        });
        break;
      case "comparing":
      case "compared":
      case "incomparable":
        compared.heard(data);
        break;
      case "unimaginable":
        imagined.value = undefined;
        unimaginable.value = true;
        break;
      case "report":
        report.value = data.report;
        break;
      case "table":
        saveFile(data.file.name, new Blob([data.file.text], { type: "text/csv;charset=utf-8" }));
        break;
      case "moment":
        waiting = false;
        if (data.worlds !== worlds.value) break;
        batch(() => {
          const time = shownTime(data.tick);
          hash.value = data.shown.hash;
          moment.value = momentOf(data.shown, time);
          beside.value = data.beside && momentOf(data.beside, time);
        });
        break;
    }
  });

  worker.addEventListener("error", () => {
    unshown.value = "senseless";
    status.value = "failed";
  });

  /** Between two ticks the scene still moves: the instant within the delivered tick. */
  const shownTime = (tick: number): number => Math.max(tick * TICK_MS, Math.min(time.value, (tick + 1) * TICK_MS));

  const seek = (ms: number): void => {
    time.value = Math.max(0, Math.min(length.value, ms));
  };

  function loop(now: number): void {
    frame = requestAnimationFrame(loop);
    const passed = now - last;
    last = now;
    if (status.value !== "ready") return;
    if (playing.value) {
      time.value = Math.min(length.value, time.value + Math.min(passed, 250) * speed.value);
      if (time.value >= length.value) playing.value = false;
    }
    const tick = Math.floor(time.value / TICK_MS);
    const wanted = `${tick} ${worlds.value}`;
    if (wanted !== asked && !waiting) {
      asked = wanted;
      waiting = true;
      post({ kind: "show", tick, worlds: worlds.value });
    } else if (moment.value && tick * TICK_MS <= moment.value.time && moment.value.time !== time.value) {
      if (moment.value.view.tick !== tick) return;
      batch(() => {
        moment.value = { ...moment.value!, time: time.value };
        if (beside.value) beside.value = { ...beside.value, time: time.value };
      });
    }
  }

  last = performance.now();
  frame = requestAnimationFrame(loop);
  void load();
  return {
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
    verified,
    moment,
    hash,
    time,
    playing,
    speed,
    imagined,
    unimaginable,
    worlds,
    beside,
    imagine(whatIf) {
      batch(() => {
        unimaginable.value = false;
        worlds.value = "was";
        beside.value = undefined;
        imagined.value = whatIf && { whatIf, share: 0, upshot: undefined };
      });
      post({ kind: "what-if", whatIf });
    },
    report,
    showReport(open) {
      playing.value = false;
      if (open) post({ kind: "report" });
      else report.value = undefined;
    },
    ...compared,
    save(what) {
      if (what !== "recording") post({ kind: "table", name: `${what}.csv`, imagined: worlds.peek() === "would" });
      else if (file) saveFile(recordingName(source.title, file), new Blob([file]));
    },
    seek,
    close() {
      cancelAnimationFrame(frame);
      worker.terminate();
    },
  };
}
