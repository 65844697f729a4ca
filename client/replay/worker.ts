import { partingOf } from "../../shared/recording/parting.ts";
import { type Recording, readRecording, UnreadableRecording } from "../../shared/recording/recording.ts";
import { reportOf } from "../../shared/recording/report.ts";
import { tablesOf } from "../../shared/recording/tables.ts";
import { imagine, type WhatIf } from "../../shared/recording/what-if.ts";
import type { FromWorker, ToWorker, Worlds } from "./messages.ts";
import { World } from "./world.ts";

/** Ticks explored in one slice, so that a seek never waits long. */
const SLICE = 250;

let recording: Recording | undefined;
let imagined: Recording | undefined;
/** The class as it was, and as it would have been. */
let real: World | undefined;
let other: World | undefined;

const post = (message: FromWorker): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  guarded(() => {
    switch (data.kind) {
      case "open":
        return open(data.text);
      case "show":
        return show(data.tick, data.worlds);
      case "what-if":
        return ask(data.whatIf);
      case "report":
        if (recording) post({ kind: "report", report: reportOf(recording) });
        return;
      case "table":
        return tell(data.imagined ? imagined : recording, data.name);
    }
  });
});

/** A recording that makes no sense (a tap on a seat that nobody took) is refused, and the page is told. */
function guarded(act: () => void): void {
  try {
    act();
  } catch (error) {
    real = undefined;
    other = undefined;
    post({ kind: "refused", reason: error instanceof UnreadableRecording ? error.reason : "senseless" });
  }
}

function open(text: string): void {
  recording = readRecording(text);
  real = new World(recording);
  const { ticks, hashes, damage, header } = recording;
  post({ kind: "opened", ticks, hashes: hashes.size, damage, script: header.script, model: header.model });
  explore();
}

function explore(): void {
  if (!real || real.exploration.done) return;
  real.exploration.run(SLICE);
  const { compared, mismatchAt, marks, done } = real.exploration;
  post({ kind: "explored", compared, mismatchAt, marks, done });
  setTimeout(() => guarded(explore));
}

/** Begins to work out what would have been; nothing ends it. */
function ask(whatIf: WhatIf | undefined): void {
  imagined = whatIf && recording && imagine(recording, whatIf);
  other = imagined && new World(imagined);
  if (other) work(other);
}

function work(world: World): void {
  // Another question has been asked since.
  if (world !== other) return;
  const { exploration } = world;
  exploration.run(SLICE);
  const { tick, done } = exploration;
  const upshot = done
    ? {
        was: real!.show(recording!.ticks - 1)?.view,
        would: world.show(tick - 1)?.view,
        parting: partingOf(real!.exploration, exploration),
      }
    : undefined;
  post({ kind: "imagined", share: tick / recording!.ticks, upshot });
  if (!done) setTimeout(() => guarded(() => work(world)));
}

function show(tick: number, worlds: Worlds): void {
  const shown = (worlds === "would" ? other : real)?.show(tick);
  const beside = worlds === "both" ? other?.show(tick) : undefined;
  if (shown) post({ kind: "moment", tick, worlds, shown, beside });
}

function tell(of: Recording | undefined, name: string): void {
  const file = of && tablesOf(of).find((table) => table.name === name);
  if (file) post({ kind: "table", file });
}
