import type { Classroom } from "../../net/classroom.ts";
import { wallTexts } from "../../ui/wall-locale.ts";
import type { Desk } from "../desk.ts";

interface TroubleProps {
  readonly classroom: Classroom;
  /** For whoever leads the class, not for those who only look. */
  readonly desk: Desk | undefined;
  readonly class: string;
}

/** What is wrong with the class itself: nothing is written down, or it stands because something broke; and the way on. */
export function Troubles({ classroom, desk, class: name }: TroubleProps) {
  const { stage } = wallTexts();
  const { trouble = "none", recording = true, phase } = classroom.shared.value ?? {};
  if (classroom.status.value !== "live" || phase === "ended" || (recording && trouble === "none")) return null;
  return (
    <div class={name} role="alert" data-testid="trouble" data-trouble={trouble}>
      {!recording && <p>{stage.notRecording}</p>}
      {trouble !== "none" && <p>{stage.trouble[trouble]}</p>}
      {trouble !== "none" && desk && (
        <button type="button" data-testid="retry" onClick={() => void desk.retry()}>
          {stage.bar.resume}
        </button>
      )}
    </div>
  );
}
