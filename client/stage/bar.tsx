import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
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

/** What is not said twice within this time was a slip, ms. */
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
      {view.canGoBack && (
        <Twice id="back" label={bar.back} sure={bar.backSure} act={desk.back}>
          <path d="M4 9h10a6 6 0 0 1 0 12H8M4 9l5-5M4 9l5 5" />
        </Twice>
      )}
      {view.phase !== "ended" && <Twice id="end" label={bar.end} sure={bar.endSure} act={desk.end} />}
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

interface TwiceProps {
  readonly id: string;
  readonly label: string;
  /** What it says until it is pressed again. */
  readonly sure: string;
  readonly act: () => unknown;
  /** Drawn in place of the label, which is then read aloud alone. */
  readonly children?: ComponentChildren;
}

/** What cannot be undone is done when pressed twice. */
function Twice({ id, label, sure, act, children }: TwiceProps) {
  const asked = useSignal(false);
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
      data-testid={id}
      title={children ? label : undefined}
      aria-label={asked.value ? sure : label}
      onClick={() => {
        if (asked.value) act();
        asked.value = !asked.value;
      }}
    >
      {children ? (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {asked.value ? <path d="M8 8a4 4 0 1 1 5 4c-1 .5-1 1-1 3M12 19v1" /> : children}
        </svg>
      ) : asked.value ? (
        sure
      ) : (
        label
      )}
    </button>
  );
}
