import { type Signal, signal } from "@preact/signals";
import type { TableName } from "../../shared/recording/tables.ts";
import { type Comparing, comparing } from "./compare/comparing.ts";
import { type Facts, factsOf } from "./facts.ts";
import { type Instants, instantsOf } from "./instants.ts";
import { type Keepsakes, keepsakes, saveRecording } from "./keepsakes.ts";
import { openLink } from "./link.ts";
import { type Notebook, notebook } from "./notes/notebook.ts";
import type { Source } from "./source.ts";
import { type Steps, steps } from "./steps.ts";
import { type Transport, transport } from "./transport.ts";
import { type Imagining, imagining } from "./what-if/imagining.ts";

/** A recorded class as the replay page drives it: its parts, each of which says what it does. */
export interface Player extends Facts, Transport, Steps, Instants, Imagining, Comparing, Omit<Keepsakes, "saveTable"> {
  readonly title: string;
  readonly notebook: Notebook;
  /** The seat whose phone is shown beside the scene. */
  readonly followed: Signal<number | undefined>;
  /** Hands the browser the recording, or one of its tables, to save. */
  save(what: "recording" | TableName): void;
  close(): void;
}

/** Loads a recording and simulates it again in a worker. */
export function openRecording(source: Source): Player {
  const link = openLink();
  const { file, ...facts } = factsOf(source, link);
  const tape = transport(facts.length);
  const { stop, ...instants } = instantsOf(link, facts, tape);
  const { saveTable, ...kept } = keepsakes(link);
  const followed = signal<number | undefined>(undefined);
  return {
    title: source.title,
    ...facts,
    notebook: notebook(source, facts),
    followed,
    ...tape,
    ...steps(facts, tape, followed),
    ...instants,
    ...imagining(link, instants, tape.seek),
    ...comparing(link),
    ...kept,
    showReport(open) {
      tape.playing.value = false;
      kept.showReport(open);
    },
    save(what) {
      const recording = file();
      if (what !== "recording") saveTable(what, instants.worlds.peek() === "would");
      else if (recording) saveRecording(source.title, recording);
    },
    close() {
      stop();
      link.close();
    },
  };
}
