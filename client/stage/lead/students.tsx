import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { LeadTexts } from "../../../shared/locales/lead/lead-texts.ts";
import type { ClassView, SeatView } from "../../../shared/session/view.ts";
import { Badge } from "../../ui/badge.tsx";
import { leadTexts } from "../../ui/lead-locale.ts";
import { fill, language } from "../../ui/locale.ts";
import type { Desk } from "../desk.ts";
import { nameOf } from "../figures.ts";
import "./lead.css";

/** What is not said twice within this time was a slip, ms. */
const SURE_WITHIN_MS = 4000;

/** Who is here, as the one who leads the class must know it: no counts, no ranking. */
export function Students({ desk, view }: { readonly desk: Desk; readonly view: ClassView }) {
  const texts = leadTexts()?.students;
  const sure = useSignal(-1);
  /** What the hand wants, until the class has it. */
  const wished = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    wished.value = undefined;
  }, [view.locked]);
  useEffect(() => {
    if (sure.value < 0) return;
    const timer = setTimeout(() => {
      sure.value = -1;
    }, SURE_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [sure.value]);
  if (!texts) return null;
  const students = view.seats.filter(({ bot }) => !bot);
  const remove = (seat: SeatView): void => {
    if (!seat.removed && sure.value !== seat.seat) sure.value = seat.seat;
    else {
      void desk.remove(seat.seat, !seat.removed);
      sure.value = -1;
    }
  };
  return (
    <div class="students" data-testid="students">
      <label class="students-lock">
        <input
          type="checkbox"
          data-testid="lock"
          checked={wished.value ?? view.locked}
          onChange={async ({ currentTarget: { checked } }) => {
            wished.value = checked;
            if (!(await desk.lock(checked))) wished.value = undefined;
          }}
        />
        {texts.lock}
      </label>
      {students.length === 0 && <p>{texts.none}</p>}
      <ul>
        {students.map((seat) => {
          const name = nameOf(seat.name, language.value);
          const asks = sure.value === seat.seat;
          const removing = seat.removed ? texts.letIn : asks ? texts.removeSure : texts.remove;
          return (
            <li key={seat.seat} data-seat={seat.seat} class={seat.connected ? "" : "away"}>
              <Badge seat={seat.seat} group={seat.group} />
              <p>
                <b>{name}</b>
                <span>{stateOf(seat, view, texts)}</span>
              </p>
              <button
                type="button"
                data-testid={`rename-${seat.seat}`}
                title={fill(texts.rename, { name })}
                aria-label={fill(texts.rename, { name })}
                onClick={() => void desk.rename(seat.seat)}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M5 12a7 7 0 0 1 12-5l2 2M19 4v5h-5M19 12a7 7 0 0 1-12 5l-2-2M5 20v-5h5" />
                </svg>
              </button>
              <button
                type="button"
                class={asks ? "sure" : ""}
                data-testid={`remove-${seat.seat}`}
                title={fill(removing, { name })}
                aria-label={fill(removing, { name })}
                onClick={() => remove(seat)}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={seat.removed ? "M12 5v14M5 12h14" : "M6 6l12 12M18 6L6 18"} />
                </svg>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function stateOf(seat: SeatView, view: ClassView, texts: LeadTexts["students"]): string {
  if (seat.removed) return texts.removed;
  if (!seat.connected) return texts.away;
  return view.phase === "round" && seat.asked && seat.taps === 0 && view.beat > 2 ? texts.silent : texts.here;
}
