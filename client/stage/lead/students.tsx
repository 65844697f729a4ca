import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { LeadTexts } from "../../../shared/locales/lead/lead-texts.ts";
import type { ClassView, SeatView } from "../../../shared/session/view.ts";
import { Badge } from "../../ui/badge.tsx";
import { leadTexts } from "../../ui/lead-locale.ts";
import { fill, language } from "../../ui/locale.ts";
import type { Desk } from "../desk.ts";
import { nameOf } from "../figures.ts";
import { BurstOffer, Waiting } from "./door.tsx";
import { SeatCards } from "./seat-cards.tsx";
import "./lead.css";

/** What is not said twice within this time was a slip, ms. */
const SURE_WITHIN_MS = 4000;

interface StudentsProps {
  readonly code: string;
  readonly desk: Desk;
  readonly view: ClassView;
  /** Whether what the door wants is told beside it. */
  readonly noticed?: boolean;
}

/** Who is here, as the one who leads the class must know it: no counts, no ranking. */
export function Students({ code, desk, view, noticed = false }: StudentsProps) {
  const texts = leadTexts()?.students;
  const sure = useSignal(-1);
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
      <div class="students-switches">
        <Switch id="lock" label={texts.lock} on={view.locked} set={desk.lock} />
        <Switch id="approve" label={texts.approve} on={view.door?.approve ?? false} set={desk.approve} />
        <Switch id="cards-only" label={texts.cardsOnly} on={view.door?.cardsOnly ?? false} set={desk.cardsOnly} />
        <Switch id="free-names" label={texts.freeNames} on={view.door?.freeNames ?? false} set={desk.freeNames} />
      </div>
      <SeatCards code={code} desk={desk} view={view} />
      <Waiting desk={desk} view={view} />
      {!(noticed && view.locked) && <BurstOffer desk={desk} view={view} />}
      {students.length === 0 && <p>{texts.none}</p>}
      <ul>
        {students.map((seat) => {
          const name = nameOf(seat, language.value);
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

interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  /** @returns whether it was done */
  readonly set: (on: boolean) => Promise<boolean>;
}

/** Shows what was asked for until the class has it; what was refused springs back. */
function Switch({ id, label, on, set }: SwitchProps) {
  const wished = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    wished.value = undefined;
  }, [on]);
  return (
    <label class="students-switch">
      <input
        type="checkbox"
        data-testid={id}
        checked={wished.value ?? on}
        onChange={async ({ currentTarget: { checked } }) => {
          wished.value = checked;
          if (!(await set(checked))) wished.value = undefined;
        }}
      />
      {label}
    </label>
  );
}
