import type { ReadonlySignal } from "@preact/signals";
import { atPace, inMode } from "../../shared/lesson/mode.ts";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView, PlotPoint } from "../../shared/session/view.ts";
import type { Moment } from "../scenes/moment.ts";

/** What the picture and the panel beside it draw from, be it a live class or a replay. */
export interface Show {
  readonly view: ReadonlySignal<ClassView | undefined>;
  readonly script: readonly Round[];
  /** The instant to draw in this frame; undefined while there is none. */
  moment(): Moment | undefined;
  /** Session time of the beat that people see, ms. Live it is the room's present, since the class taps with it. */
  beatTime(): number;
  /** A second course of the LTP plot, to lay beside the first. */
  readonly ghost?: ReadonlySignal<readonly PlotPoint[]>;
  /** Where the two courses part, biological minutes since the class began; undefined where they do not. */
  readonly parting?: ReadonlySignal<number | undefined>;
  /** Session ms that pass in a ms on the wall; 1 where it is not said. */
  pace?(): number;
}

/** The round that runs, or ran last, as the class plays it. */
export function roundOf(show: Pick<Show, "script">, view: ClassView): Round | undefined {
  const round = show.script[view.round];
  const played = round && inMode(round, view.mode);
  return played && view.slowMotion !== undefined ? atPace(played, view.slowMotion) : played;
}
