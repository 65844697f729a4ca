import { openRecording } from "../../shared/recording/bytes.ts";
import { comparing } from "../../shared/recording/comparison.ts";
import { partingOf } from "../../shared/recording/parting.ts";
import { type Recording, UnreadableRecording } from "../../shared/recording/recording.ts";
import { reportOf } from "../../shared/recording/report.ts";
import { tablesOf } from "../../shared/recording/tables.ts";
import type { Walk } from "../../shared/recording/walk.ts";
import { imagining, type WhatIf } from "../../shared/recording/what-if.ts";
import { fingerprintOf } from "../../shared/recording/what-if-file.ts";
import type { FromWorker, ToWorker, Unshown, Worlds } from "./messages.ts";
import { RecordedWorld } from "./recorded-world.ts";
import { World } from "./world.ts";

/** Ticks explored in one slice, so that a seek never waits long. */
const SLICE = 250;
/** Share of the work of a what-if that is done when its events are made, where the class had to be played for them. */
const PREPARED = 0.5;

let recording: Recording | undefined;
/** What is asked to be otherwise, while its events are made. */
let asked: Walk<Recording> | undefined;
let imagined: Recording | undefined;
/** Comparisons begun: a later one, or the wish for none, ends what runs. */
let comparisons = 0;
let preparing = false;
/** The class as it was, and as it would have been. */
let real: RecordedWorld | undefined;
let other: World | undefined;

const post = (message: FromWorker): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  guarded(() => {
    switch (data.kind) {
      case "open":
        return void open(data.file);
      case "show":
        return show(data.tick, data.worlds);
      case "what-if":
        return imagineGuarded(() => ask(data.whatIf));
      case "compare":
        return void layBeside(data.file);
      case "report":
        if (recording) post({ kind: "report", report: reportOf(recording) });
        return;
      case "table":
        return tell(data.imagined ? imagined : recording, data.name);
    }
  });
});

const reasonOf = (error: unknown): Unshown => (error instanceof UnreadableRecording ? error.reason : "senseless");

/** A recording that makes no sense (a tap on a seat that nobody took) is refused, and the page is told. */
function guarded(act: () => void): void {
  try {
    act();
  } catch (error) {
    refuse(error);
  }
}

function refuse(error: unknown): void {
  real = undefined;
  other = undefined;
  post({ kind: "refused", reason: reasonOf(error) });
}

/** A what-if that comes to nothing takes nothing with it: the class as it was is still there. */
function imagineGuarded(act: () => void): void {
  try {
    act();
  } catch {
    ask(undefined);
    post({ kind: "unimaginable" });
  }
}

async function open(file: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    recording = await openRecording(file);
    real = new RecordedWorld(recording);
    const { hashes, damage, edited, header } = recording;
    const { script, model } = header;
    const [ticks, fingerprint] = [real.ticks, fingerprintOf(recording)];
    post({ kind: "opened", ticks, hashes: hashes.size, damage, edited, script, model, fingerprint });
    explore();
  } catch (error) {
    refuse(error);
  }
}

function explore(): void {
  if (!real) return;
  real.explore(SLICE);
  recording = real.recording;
  const { compared, mismatchAt } = real.exploration;
  const { marks, ticks, fromKeyframes, explored } = real;
  const course = explored ? real.course : undefined;
  post({ kind: "explored", compared, mismatchAt, marks, ticks, damage: recording.damage, fromKeyframes, course });
  // Asked while it was not yet known.
  if (asked && real.otherwise) imagineGuarded(refuseToImagine);
  if (!explored) setTimeout(() => guarded(explore));
}

function refuseToImagine(): never {
  throw new RangeError("the class itself comes out otherwise");
}

/** Begins to work out what would have been; nothing ends it. */
function ask(whatIf: WhatIf | undefined): void {
  imagined = undefined;
  other = undefined;
  if (whatIf && real?.otherwise) refuseToImagine();
  asked = whatIf && recording && imagining(recording, whatIf);
  if (asked) prepare(asked, 0);
}

/** Makes the events of what would have been. @param share  of all there is to do that is done, 0 … PREPARED */
function prepare(steps: Walk<Recording>, share: number): void {
  // Another question has been asked since.
  if (steps !== asked) return;
  const step = steps.next();
  if (step.done) {
    imagined = step.value;
    other = new World(imagined);
    work(other, share > 0 ? PREPARED : 0);
    return;
  }
  post({ kind: "imagined", share: PREPARED * step.value, upshot: undefined });
  setTimeout(() => imagineGuarded(() => prepare(steps, PREPARED * step.value)));
}

/** Plays what would have been. @param before  share of all there is to do that was done before */
function work(world: World, before: number): void {
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
  post({ kind: "imagined", share: before + ((1 - before) * tick) / recording!.ticks, upshot });
  if (!done) setTimeout(() => imagineGuarded(() => work(world, before)));
}

function show(tick: number, worlds: Worlds): void {
  const shown = (worlds === "would" ? other : real)?.show(tick);
  const beside = worlds === "both" ? other?.show(tick) : undefined;
  if (shown) post({ kind: "moment", tick, worlds, shown, beside });
  if (!preparing) prepareWorlds(worlds);
}

/** Makes ready what is about to be seen, whenever nobody asks for anything. */
function prepareWorlds(worlds: Worlds): void {
  const more = [worlds === "would" ? undefined : real, worlds === "was" ? undefined : other].filter((world) =>
    world?.prepare(),
  );
  preparing = more.length > 0;
  if (preparing) setTimeout(() => guarded(() => prepareWorlds(worlds)));
}

/** The class as it was, beside another. What cannot be read of that one takes nothing with it. */
async function layBeside(file: Uint8Array<ArrayBuffer> | undefined): Promise<void> {
  const mine = ++comparisons;
  if (!recording || !file) return;
  try {
    const walk = comparing(recording, await openRecording(file));
    let step = walk.next();
    for (; !step.done; step = walk.next()) {
      post({ kind: "comparing", share: step.value });
      await new Promise((next) => setTimeout(next));
      if (mine !== comparisons) return;
    }
    post({ kind: "compared", comparison: step.value });
  } catch (error) {
    post({ kind: "incomparable", reason: reasonOf(error) });
  }
}

function tell(of: Recording | undefined, name: string): void {
  const file = of && tablesOf(of).find((table) => table.name === name);
  if (file) post({ kind: "table", file });
}
