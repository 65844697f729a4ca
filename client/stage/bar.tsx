import { useEffect } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { Classroom } from "../net/classroom.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import { texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { BotsControl } from "./bots.tsx";
import { Choice } from "./choice.tsx";
import { listenToClicker } from "./clicker.ts";
import type { Desk } from "./desk.ts";
import { Laboratory } from "./laboratory/laboratory.tsx";
import { DoorNotice } from "./lead/door.tsx";
import { LeadPanel, leading } from "./lead/lead-panel.tsx";
import { Twice } from "./twice.tsx";
import { ViewerControls } from "./viewer-controls.tsx";

/** A bent arrow. */
const BACK = "M4 9h10a6 6 0 0 1 0 12H8M4 9l5-5M4 9l5 5";

interface BarProps {
  readonly code: string;
  readonly classroom: Classroom;
  readonly desk: Desk;
  readonly view: ClassView;
  readonly script: readonly Round[];
}

/** The teacher's bar: what the class does next, the bots, and how this screen shows it. */
export function Bar({ code, classroom, desk, view, script }: BarProps) {
  const { stage } = wallTexts();
  const { reasons } = texts();
  const { bar } = stage;
  useEffect(() => listenToClicker(desk), [desk]);
  return (
    <nav class="bar" aria-label={bar.label}>
      {desk.idle.value && (
        <>
          <Choice desk={desk} view={view} script={script} />
          <button type="button" class="first" data-testid="start" onClick={() => void desk.start()}>
            {view.phase === "bet" ? lessonTexts()?.bar.close : bar.start}
          </button>
        </>
      )}
      {desk.running.value && (
        <>
          <button type="button" class="first" data-testid="pause" onClick={() => void desk.togglePause()}>
            {view.paused ? bar.resume : bar.pause}
          </button>
          <button type="button" data-testid="next" onClick={() => void desk.next()}>
            {bar.next}
          </button>
        </>
      )}
      {view.canGoBack && <Twice id="back" label={bar.back} sure={bar.backSure} act={desk.back} sign={BACK} />}
      {view.phase !== "ended" && <Twice id="end" label={bar.end} sure={bar.endSure} act={desk.end} />}
      {view.phase !== "ended" && <BotsControl desk={desk} view={view} />}
      {view.phase !== "ended" && <Laboratory desk={desk} view={view} />}
      <LeadPanel code={code} classroom={classroom} desk={desk} view={view} script={script} />
      <ViewerControls host={view.phase !== "ended"} />
      {leading.value !== "students" && (
        <DoorNotice
          desk={desk}
          view={view}
          open={() => {
            leading.value = "students";
          }}
        />
      )}
      {desk.problem.value && (
        <p class="problem" role="alert">
          {reasons[desk.problem.value]}
        </p>
      )}
    </nav>
  );
}
