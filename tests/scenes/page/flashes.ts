import { FUTURE_MS, type Moment, PAST_MS } from "../../../client/scenes/moment.ts";
import type { Stage } from "../../../client/scenes/stage.ts";
import { Turnover } from "../../../client/scenes/view-model/turnover.ts";
import type { Gaze } from "../../../client/scenes/view-model/zoom/gaze.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import { observe } from "../../../shared/session/observe.ts";
import { type Pulse, pulseTime } from "../../../shared/session/pulse.ts";
import { MIN_TAP_INTERVAL_MS } from "../../../shared/wire/limits.ts";
import { PlayedClass } from "../../helpers/played-class.ts";
import { FlashMeter, POINTS_WIDE } from "../flash-meter.ts";

/** What is watched for flashes, and how. */
export interface Watch {
  /** A round and its lapse with everyone on the beat; or everyone tapping at once, as often as the room lets them. */
  readonly story: "played" | "storm";
  readonly gaze: Gaze;
  /** Session ms from the round's first beat, and how long on the wall. */
  readonly from: number;
  readonly wallMs: number;
  /** Session ms that pass in a ms on the wall. */
  readonly pace: number;
  /** The CSS filter of light colours. */
  readonly light: string;
}
export type Flashes = Readonly<Record<"general" | "red" | "light", number>>;

const FRAME_MS = 1000 / 30;
const TOGETHER = 2;

interface Story {
  /** Session ms of the first beat. */
  readonly zero: number;
  readonly moment: (time: number) => Moment;
}
const stories = new Map<Watch["story"], Story>();

/** A class of a real session, tick by tick. */
function tell(story: Watch["story"]): Story {
  const played = new PlayedClass(story === "storm" ? 60 : 30);
  const { session } = played;
  const pulses: Pulse[] = [];
  const moments: Omit<Moment, "time" | "pulses">[] = [];
  const turnover = new Turnover();
  const every = Math.ceil(MIN_TAP_INTERVAL_MS / TICK_MS);
  const step = session.step.bind(session);
  session.step = () => {
    const { tick, phase, countIn } = session.state;
    if (story === "storm" && phase === "round" && countIn === 0 && tick % every === 0) {
      for (let seat = 0; seat < session.state.seats.length; seat++) session.apply({ kind: "tap", seat, offset: 0 });
    }
    const view = observe(session);
    moments[tick] = { view, changes: turnover.note(view, tick * TICK_MS) };
    step();
    if (session.pulse) pulses.push(session.pulse);
  };
  played.accept({ kind: "start", round: TOGETHER });
  const zero = session.beatZero();
  played.tapThrough(() => story === "played", 15);
  return {
    zero,
    moment: (time) => ({
      ...moments[Math.max(0, Math.min(moments.length - 1, Math.floor(time / TICK_MS)))]!,
      time,
      pulses: pulses.filter((pulse) => pulseTime(pulse) >= time - PAST_MS && pulseTime(pulse) <= time + FUTURE_MS),
    }),
  };
}

/** Draws a stretch of a class at 30 frames a second and counts the flashes in what was drawn. */
export function countFlashes(stage: Stage, canvas: HTMLCanvasElement, watch: Watch): Flashes {
  const [width, height] = [POINTS_WIDE, Math.round((POINTS_WIDE * canvas.height) / canvas.width)];
  const read = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  const meters = {
    general: new FlashMeter("general", height),
    red: new FlashMeter("red", height),
    light: new FlashMeter("general", height),
  };
  const story = stories.get(watch.story) ?? tell(watch.story);
  stories.set(watch.story, story);
  stage.look(watch.gaze, true);
  read.imageSmoothingQuality = "high";
  const pixels = (filter: string): Uint8ClampedArray => {
    read.filter = filter;
    read.drawImage(canvas, 0, 0, width, height);
    return read.getImageData(0, 0, width, height).data;
  };
  for (let at = 0; at < watch.wallMs; at += FRAME_MS) {
    stage.render(story.moment(story.zero + watch.from + at * watch.pace), watch.pace);
    // In the same task as the drawing: WebGL's picture is gone after it.
    const dark = pixels("none");
    meters.general.add(dark, at);
    meters.red.add(dark, at);
    meters.light.add(pixels(watch.light), at);
  }
  return { general: meters.general.most, red: meters.red.most, light: meters.light.most };
}
