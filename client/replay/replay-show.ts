import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { Moment } from "../scenes/moment.ts";
import type { Show } from "../stage/show.ts";
import type { Player } from "./player.ts";

/** The words and figures follow the picture at most this often, ms: a worker delivers up to sixty moments a second. */
const FIGURES_EVERY_MS = 200;

/** A recording as something to draw. @param shown  the course that is drawn: `player.moment`, or the one beside it */
export function replayShow(
  player: Player,
  script: readonly Round[],
  shown: ReadonlySignal<Moment | undefined> = player.moment,
): Show {
  const view = signal<ClassView | undefined>(undefined);
  const latest = computed(() => shown.value?.view);
  let waiting = false;
  latest.subscribe((next) => {
    // A new phase shows at once: its words would be wrong otherwise.
    if (view.peek()?.phase !== next?.phase || view.peek()?.round !== next?.round) view.value = next;
    else if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        view.value = latest.peek();
      }, FIGURES_EVERY_MS);
    }
  });
  return {
    view,
    script,
    // What is not shown stands beside what is.
    ghost: computed(() => {
      const upshot = player.imagined.value?.upshot;
      return (player.worlds.value === "would" ? upshot?.was : upshot?.would)?.plot ?? [];
    }),
    parting: computed(() => player.imagined.value?.upshot?.parting?.minutes),
    moment: () => shown.peek(),
    beatTime: () => shown.peek()?.time ?? 0,
    pace: () => player.speed.peek(),
  };
}
