import { standardScript } from "../../shared/lesson/script.ts";
import { MODEL_VERSION, standardParameters } from "../../shared/model/parameters.ts";
import { MAX_SEATS, TICK_MS } from "../../shared/session/events.ts";
import { FORMAT, MAGIC } from "../../shared/session/header.ts";
import { observe } from "../../shared/session/observe.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import { Session } from "../../shared/session/session.ts";
import { FUTURE_MS, type Moment, PAST_MS } from "../scenes/moment.ts";
import { createStage } from "../scenes/stage.ts";

/** How fast this computer draws the projector's own picture. */
export interface DrawingSpeed {
  readonly renderer: "webgl" | "canvas";
  readonly fps: number;
  /** Main-thread time a picture, ms. */
  readonly ms: number;
}

/** What of a real, full class is drawn, ms, after some pictures in which everything is made that lasts. */
const LENGTH_MS = 1000;
const WARM_UP = 5;
const TOGETHER = standardScript.findIndex(({ id }) => id === "together");

/** A class of sixty on the beat, as the real model has it: the moments from the third beat on. */
function rehearse(): (elapsed: number) => Moment {
  const about = { magic: MAGIC, format: FORMAT, model: MODEL_VERSION, classId: "check", startedAt: "" } as const;
  const session = new Session({ ...about, seed: 1, parameters: standardParameters, script: standardScript });
  for (let seat = 0; seat < MAX_SEATS; seat++) session.apply({ kind: "join", seat, name: seat, bot: false });
  session.apply({ kind: "start", round: TOGETHER });
  const { beatMs } = session.round!;
  const zero = session.beatZero();
  const from = zero + 2 * beatMs;
  const until = from + LENGTH_MS + FUTURE_MS;
  const views = new Map<number, Moment["view"]>();
  const pulses: Pulse[] = [];
  while (session.state.tick * TICK_MS <= until) {
    const { tick } = session.state;
    const sinceBeat = tick * TICK_MS - zero;
    if (sinceBeat >= 0 && sinceBeat % beatMs < TICK_MS) {
      for (let seat = 0; seat < MAX_SEATS; seat++) session.apply({ kind: "tap", seat, offset: seat % 16 });
    }
    session.step();
    if (session.pulse) pulses.push(session.pulse);
    views.set(session.state.tick, observe(session));
  }
  return (elapsed) => {
    const time = from + elapsed;
    const near = pulses.filter(({ tick }) => tick * TICK_MS > time - PAST_MS && tick * TICK_MS < time + FUTURE_MS);
    return { time, view: views.get(Math.round(time / TICK_MS))!, pulses: near, changes: [] };
  };
}

/**
 * Draws it for a second, as large as the window, unseen.
 * @throws when neither renderer starts
 */
export async function drawingSpeed(): Promise<DrawingSpeed> {
  const box = document.createElement("div");
  box.className = "rehearsal";
  box.setAttribute("aria-hidden", "true");
  document.body.append(box);
  const stage = await createStage(box, { label: "" }).catch((error: unknown) => {
    box.remove();
    throw error;
  });
  const momentAt = rehearse();
  let [frames, spent] = [0, 0];
  let began = 0;
  const tookMs = await new Promise<number>((done) => {
    requestAnimationFrame(function draw() {
      const before = performance.now();
      if (frames === WARM_UP) [began, spent] = [before, 0];
      const elapsed = frames < WARM_UP ? 0 : before - began;
      if (elapsed >= LENGTH_MS) return done(elapsed);
      stage.render(momentAt(elapsed));
      spent += performance.now() - before;
      frames++;
      requestAnimationFrame(draw);
    });
  });
  const { renderer } = stage.describe();
  stage.destroy();
  box.remove();
  const drawn = frames - WARM_UP;
  return { renderer, fps: Math.round((1000 * drawn) / tookMs), ms: Math.round(spent / drawn) };
}
