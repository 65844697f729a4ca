import { type Pulse, pulseTime } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { FUTURE_MS, type Moment, PAST_MS } from "../scenes/moment.ts";
import type { Change } from "../scenes/view-model/turnover.ts";

/** Effects older than this are not shown to someone who comes back to a hidden tab, ms: no storm of old flashes. */
export const STALE_MS = 300;

/**
 * The session time that a live stage draws, ms: as far behind the room's clock as the session is, and by what the scene
 * must know in advance.
 */
export const drawnTime = (roomNow: number, delay: number): number => Math.max(0, roomNow - delay - FUTURE_MS);

/**
 * A live class at one instant, with the pulses that can be seen then.
 * @param changes  receptors that came or went in the last moments
 * @param since  session time before which no effect is shown, ms
 */
export function liveMoment(
  view: ClassView,
  pulses: readonly Pulse[],
  changes: readonly Change[],
  time: number,
  since = 0,
): Moment {
  const from = Math.max(since, time - PAST_MS);
  const to = time + FUTURE_MS;
  return {
    time,
    view,
    changes,
    pulses: pulses.filter((pulse) => {
      const at = pulseTime(pulse);
      return at >= from && at <= to;
    }),
  };
}
