import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { duration, passed } from "../ui/duration.ts";
import { fill, texts } from "../ui/locale.ts";
import { Beat } from "./beat.tsx";
import { Dial } from "./dial.tsx";
import { nextRound } from "./figures.ts";
import type { Show } from "./show.ts";
import { StimulationDial } from "./stimulation.tsx";

/** Above the panel: what time it is. The beat in a round, the cell's own clock in a lapse, what comes next in between. */
export function Slot({ show, replay }: { readonly show: Show; readonly replay: string | undefined }) {
  const view = show.view.value;
  if (!view) return <div class="slot" />;
  const { stage, rounds } = texts();
  return (
    <div class="slot">
      {view.phase === "round" && <Beat show={show} />}
      {view.phase === "lapse" && <LapseClock view={view} />}
      {view.electrode && <StimulationDial electrode={view.electrode} />}
      {view.phase === "between" && hasNext(view, show.script) && (
        <p class="slot-next">
          {fill(stage.next, { title: rounds[show.script[nextRound(view, show.script)]!.id].title })}
        </p>
      )}
      {view.phase === "ended" && replay && (
        <a class="button slot-link" href={replay} data-testid="replay">
          {stage.ended.replay}
        </a>
      )}
    </div>
  );
}

const hasNext = (view: ClassView, script: readonly Round[]): boolean => view.round + 1 < script.length;

/** Minutes passing: a clock that fills, with the count in its middle. */
function LapseClock({ view }: { readonly view: ClassView }) {
  const { minutes, of } = view.lapse;
  const share = of > 0 ? Math.min(1, minutes / of) : 0;
  const line = fill(texts().stage.lapse.of, { time: duration(of, "short") });
  return <Dial lapse share={share} line={line} number={String(passed(minutes, of))} />;
}
