import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { duration, passed } from "../ui/duration.ts";
import { lessonTexts, roundTexts, stepTitle } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { Beat } from "./beat.tsx";
import { Dial } from "./dial.tsx";
import type { Show } from "./show.ts";
import { StimulationDial } from "./stimulation.tsx";

/** Above the panel: what time it is. The beat in a round, the cell's own clock in a lapse, what comes next in between. */
export function Slot({ show, replay }: { readonly show: Show; readonly replay: string | undefined }) {
  const view = show.view.value;
  if (!view) return <div class="slot" />;
  const { stage } = wallTexts();
  const next = nextTitle(view, show.script);
  return (
    <div class="slot">
      {view.phase === "round" && <Beat show={show} />}
      {view.phase === "lapse" && <LapseClock view={view} />}
      {view.electrode && <StimulationDial electrode={view.electrode} />}
      {view.phase === "between" && next && <p class="slot-next">{fill(stage.next, { title: next })}</p>}
      {view.phase === "bet" && <Answered view={view} />}
      {view.phase === "ended" && replay && (
        <a class="button slot-link" href={replay} data-testid="replay">
          {stage.ended.replay}
        </a>
      )}
    </div>
  );
}

/** What comes next, by name; empty at the end. */
function nextTitle(view: ClassView, script: readonly Round[]): string {
  if (view.lesson) {
    const step = view.lesson.steps[view.lesson.at + 1];
    return step ? stepTitle(step) : "";
  }
  const round = script[view.round + 1];
  return round ? roundTexts(round.id).title : "";
}

/** How many have answered. */
function Answered({ view }: { readonly view: ClassView }) {
  const texts = lessonTexts();
  if (!texts || !view.ballot) return null;
  const answered = view.ballot.counts.reduce((sum, n) => sum + n, 0);
  const seats = view.seats.filter(({ connected, bot }) => connected && !bot).length;
  return <p class="slot-next">{fill(texts.ballot.answered, { answered, seats })}</p>;
}

/** Minutes passing: a clock that fills, with the count in its middle. */
function LapseClock({ view }: { readonly view: ClassView }) {
  const { minutes, of } = view.lapse;
  const share = of > 0 ? Math.min(1, minutes / of) : 0;
  const line = fill(wallTexts().stage.lapse.of, { time: duration(of, "short") });
  return <Dial lapse share={share} line={line} number={String(passed(minutes, of))} />;
}
