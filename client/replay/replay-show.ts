import { computed, signal } from "@preact/signals";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { Show } from "../stage/show.ts";
import type { Player } from "./player.ts";

/** The words and figures follow the picture at most this often, ms: a worker delivers up to sixty moments a second. */
const FIGURES_EVERY_MS = 200;

/** A recording as something to draw. */
export function replayShow(player: Player, script: readonly Round[]): Show {
  const view = signal<ClassView | undefined>(undefined);
  const latest = computed(() => player.moment.value?.view);
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
      return (player.elsewhere.value ? upshot?.was : upshot?.would)?.plot ?? [];
    }),
    moment: () => player.moment.peek(),
    beatTime: () => player.moment.peek()?.time ?? 0,
    pace: () => player.speed.peek(),
  };
}
