import { Exploration } from "../../shared/recording/exploration.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { FUTURE_MS, PAST_MS } from "../scenes/moment.ts";
import { type Change, TOLD_MS, Turnover } from "../scenes/view-model/turnover.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** Ticks that a scene sees behind and ahead of the instant it draws. */
const PAST = Math.ceil(PAST_MS / TICK_MS);
/** Ticks that are stepped through before the first one shown, so that what is on its way there is known. */
const BEFORE = Math.ceil(Math.max(PAST_MS, TOLD_MS) / TICK_MS);
const AHEAD = Math.ceil(FUTURE_MS / TICK_MS);
/** Ticks explored in one slice, so that a seek never waits long. */
const SLICE = 250;

let playback: Playback | undefined;
let exploration: Exploration | undefined;
/** What the playback, which runs AHEAD of the shown tick, has passed. */
let pulses: Pulse[] = [];
let turnover = new Turnover();
const seen = new Map<number, { view: ClassView; hash: string; changes: readonly Change[] }>();

const post = (message: FromWorker): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  guarded(() => (data.kind === "open" ? open(data.text) : show(data.tick)));
});

/** A recording that makes no sense (a tap on a seat that nobody took) is refused, and the page is told. */
function guarded(act: () => void): void {
  try {
    act();
  } catch (error) {
    playback = undefined;
    exploration = undefined;
    post({ kind: "refused", reason: error instanceof Error ? error.message : String(error) });
  }
}

function open(text: string): void {
  const recording = readRecording(text);
  exploration = new Exploration(recording);
  playback = new Playback(recording, exploration.checkpoints);
  const { ticks, hashes, damage, header } = recording;
  post({ kind: "opened", ticks, hashes: hashes.size, damage, script: header.script, model: header.model });
  explore();
}

function explore(): void {
  if (!exploration || exploration.done) return;
  exploration.run(SLICE);
  const { compared, mismatchAt, marks, done } = exploration;
  post({ kind: "explored", compared, mismatchAt, marks, done });
  setTimeout(() => guarded(explore));
}

/** Shows a tick: goes on from where the playback is when that is near, else starts over two seconds before it. */
function show(tick: number): void {
  if (!playback) return;
  const { session, recording } = playback;
  const last = Math.min(tick + AHEAD, recording.ticks);
  const here = session.state.tick;
  if (here > last || here < tick - PAST || !covers(tick)) {
    playback.seek(tick - BEFORE);
    pulses = [];
    turnover = new Turnover();
    seen.clear();
  }
  for (;;) {
    const at = session.state.tick;
    const view = observe(session);
    const changes = turnover.note(view, at * TICK_MS);
    if (at >= tick) seen.set(at, { view, changes, hash: session.hash() });
    if (at >= last) break;
    const pulse = playback.step();
    if (pulse) pulses.push(pulse);
  }
  for (const at of seen.keys()) if (at < tick) seen.delete(at);
  pulses = pulses.filter((pulse) => pulse.tick >= tick - PAST);
  const shown = seen.get(tick);
  if (shown) post({ kind: "moment", tick, ...shown, pulses });
}

/** Whether the tick has been seen, or is still ahead of the playback. */
const covers = (tick: number): boolean => seen.has(tick) || playback!.session.state.tick <= tick;
