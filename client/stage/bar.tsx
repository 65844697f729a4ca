import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import { texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { BotsControl } from "./bots.tsx";
import { Choice } from "./choice.tsx";
import { listenToClicker } from "./clicker.ts";
import type { Desk } from "./desk.ts";
import { Laboratory } from "./laboratory/laboratory.tsx";
import { ViewerControls } from "./viewer-controls.tsx";

/** An "end" that is not said twice within this time was a slip, ms. */
const SURE_WITHIN_MS = 4000;

/** The teacher's bar: what the class does next, the bots, and how this screen shows it. */
export function Bar(props: { readonly desk: Desk; readonly view: ClassView; readonly script: readonly Round[] }) {
  const { desk, view, script } = props;
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
      {view.phase !== "ended" && <End desk={desk} />}
      {view.phase !== "ended" && <BotsControl desk={desk} view={view} />}
      {view.phase !== "ended" && <Laboratory desk={desk} view={view} />}
      <ViewerControls />
      {desk.problem.value && (
        <p class="problem" role="alert">
          {reasons[desk.problem.value]}
        </p>
      )}
    </nav>
  );
}

/** Ends the class when pressed twice. */
function End({ desk }: { readonly desk: Desk }) {
  const asked = useSignal(false);
  const { bar } = wallTexts().stage;
  useEffect(() => {
    if (!asked.value) return;
    const timer = setTimeout(() => {
      asked.value = false;
    }, SURE_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [asked.value]);
  return (
    <button
      type="button"
      class={asked.value ? "sure" : ""}
      data-testid="end"
      onClick={() => {
        if (asked.value) void desk.end();
        asked.value = !asked.value;
      }}
    >
      {asked.value ? bar.endSure : bar.end}
    </button>
  );
}
