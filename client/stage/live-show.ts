import type { Round } from "../../shared/lesson/round.ts";
import type { Classroom } from "../net/classroom.ts";
import { Turnover } from "../scenes/view-model/turnover.ts";
import { drawnTime, liveMoment, STALE_MS } from "./live-moment.ts";
import type { Show } from "./show.ts";

/** A live class as something to draw. `close` stops listening to the page. */
export function liveShow(classroom: Classroom, script: readonly Round[]): { show: Show; close: () => void } {
  /** Session time before which no effect is shown: moves on when the page comes back from hiding. */
  let since = 0;
  const turnover = new Turnover();
  const time = (): number => drawnTime(classroom.now(), classroom.shared.peek()?.delay ?? 0);
  const onVisible = (): void => {
    if (!document.hidden) since = time() - STALE_MS;
  };
  document.addEventListener("visibilitychange", onVisible);
  return {
    show: {
      view: classroom.view,
      script,
      moment() {
        const view = classroom.view.peek();
        if (!view) return undefined;
        const now = time();
        return liveMoment(view, classroom.pulses(), turnover.note(view, now), now, since);
      },
      beatTime: () => classroom.now(),
    },
    close: () => document.removeEventListener("visibilitychange", onVisible),
  };
}
