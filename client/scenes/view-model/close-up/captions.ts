import { TICK_MS } from "../../../../shared/session/events.ts";
import { type Pulse, pulseTime } from "../../../../shared/session/pulse.ts";
import type { ClassView } from "../../../../shared/session/view.ts";
import type { Moment } from "../../moment.ts";
import { PLUG_LEAVES } from "../traces.ts";
import type { CloseUpFrame } from "./close-up-frame.ts";
import { passage } from "./keys.ts";

/** The one sentence under the picture, in the order of events. Keys of closeUp.captions. */
export const CAPTIONS = [
  "rest",
  "spike",
  "vesicles",
  "binds",
  "ampa",
  "depolarises",
  "magnesium",
  "calcium",
  "kinase",
  "locked",
  "noGlutamate",
  "little",
  "recruits",
  "leaves",
  "tagged",
  "untagged",
  "captured",
  "passed",
  "fades",
  "apv",
  "cnqx",
  "noKinase",
  "noMagnesium",
  "elsewhere",
] as const;
export type CaptionKey = (typeof CAPTIONS)[number];

/** Playing slower than this, captions keep step with the events; faster, nobody could read them. */
export const STEP_BY_STEP = 0.5;
/** What happened so long ago is still talked of, ms. */
const TALKED_OF_MS = 1500;
/** How long a sentence stands, ms: in a round while taps follow each other, and in a lapse. */
const ROUND_SENTENCE_MS = 1700;
const LAPSE_SENTENCE_MS = 2600;
/** Steps of one tap in slow motion, ms after it; what the cell does to its voltage comes when it comes. */
const STEPS = { vesicles: 0, binds: 50, ampa: 100, voltage: 150, magnesium: 200, calcium: 70, kinase: 140 } as const;
/** After a lone tap the second half of its story is told from here on, ms. */
const SECOND_HALF_MS = 650;
/** A tap is talked of this long before it arrives, ms. */
const COMING_MS = 100;
/** CaMKII and proteins worth a sentence. */
const AT_WORK = 0.25;
const MADE = 0.04;

/** The steps by number, for slow motion. */
const STEP_ORDER: readonly CaptionKey[] = [
  "spike",
  "vesicles",
  "binds",
  "ampa",
  "depolarises",
  "magnesium",
  "calcium",
  "kinase",
];
/** While a class taps, a round has time for six sentences. */
const WITH_KINASE: readonly CaptionKey[] = ["vesicles", "binds", "depolarises", "magnesium", "calcium", "kinase"];
const WITH_LITTLE: readonly CaptionKey[] = ["vesicles", "binds", "depolarises", "magnesium", "calcium", "little"];
const NOT_OPENED: readonly CaptionKey[] = ["vesicles", "binds", "ampa", "locked"];

/** Number of a step that a caption in slow motion tells, from 1; 0 for what is no step. */
export const stepOf = (caption: CaptionKey): number => STEP_ORDER.indexOf(caption) + 1;

/** Chooses the sentence for a described frame. */
export function captionFor(frame: CloseUpFrame, moment: Moment): CaptionKey {
  const { view, pulses, time } = moment;
  if (view.phase === "lapse") return lapseCaption(frame, view, time);
  const last = lastTap(frame, time);
  const age = time - last;
  if (age > TALKED_OF_MS) {
    if (frame.voltage) return "noGlutamate";
    if (frame.arriving > 0) return "recruits";
    return "rest";
  }
  if (frame.pace < STEP_BY_STEP) {
    return stepCaption(frame, age, time - firstOpening(frame, pulses, last - TICK_MS, time));
  }
  const opened = firstOpening(frame, pulses, time - TALKED_OF_MS, time);
  const chain = Number.isNaN(opened) ? NOT_OPENED : frame.kinase > 0 ? WITH_KINASE : WITH_LITTLE;
  if (isLone(frame, last)) return chain[age < SECOND_HALF_MS ? 0 : chain.length - 1]!;
  return chain[rank(time - view.beatZero, ROUND_SENTENCE_MS, chain.length)]!;
}

const rank = (since: number, each: number, of: number): number =>
  ((Math.floor(Math.max(0, since) / each) % of) + of) % of;

/** When the last tap reached the synapse, or will within the next moments. */
function lastTap({ taps }: CloseUpFrame, time: number): number {
  for (let i = taps.count - 1; i >= 0; i--) if (taps.time[i]! <= time + COMING_MS) return taps.time[i]!;
  return Number.NEGATIVE_INFINITY;
}

function isLone({ taps }: CloseUpFrame, last: number): boolean {
  for (let i = 0; i < taps.count; i++) {
    const apart = Math.abs(taps.time[i]! - last);
    if (apart > 0 && apart < TALKED_OF_MS) return false;
  }
  return true;
}

/** When Mg²⁺ first left after an instant, session ms; NaN if it did not. */
function firstOpening(frame: CloseUpFrame, pulses: readonly Pulse[], from: number, until: number): number {
  for (const pulse of pulses) {
    const at = pulseTime(pulse);
    if (at > until) break;
    if (at >= from && passage(pulse, frame.seat, frame.bath) >= PLUG_LEAVES) return at;
  }
  return Number.NaN;
}

/** @param open time since Mg²⁺ left, ms; NaN if it has not */
function stepCaption(frame: CloseUpFrame, age: number, open: number): CaptionKey {
  if (age < STEPS.vesicles) return "spike";
  if (age < STEPS.binds) return "vesicles";
  if (age < STEPS.ampa) return "binds";
  if (age < STEPS.voltage) return "ampa";
  if (Number.isNaN(open)) return "locked";
  if (age < STEPS.magnesium) return "depolarises";
  const since = Math.min(open, age - STEPS.magnesium);
  if (since < STEPS.calcium) return "magnesium";
  if (since < STEPS.kinase) return "calcium";
  return frame.kinase > AT_WORK ? "kinase" : "little";
}

/** While hours pass: what is true now, one sentence after the other. */
function lapseCaption(frame: CloseUpFrame, view: ClassView, time: number): CaptionKey {
  const made = frame.proteins > MADE;
  const first: CaptionKey = frame.arriving > 0 ? "recruits" : frame.leaving > 0 ? "leaves" : made ? "rest" : "fades";
  const second: CaptionKey = made ? (frame.tag !== 0 ? "captured" : "passed") : frame.tag !== 0 ? "tagged" : "untagged";
  if (first === "rest") return second;
  return rank(time - view.beatZero, LAPSE_SENTENCE_MS, 2) === 0 ? first : second;
}
