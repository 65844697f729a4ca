import type { ClassView } from "../../../shared/session/view.ts";
import { leadTexts } from "../../ui/lead-locale.ts";
import { fill, language } from "../../ui/locale.ts";
import type { Desk } from "../desk.ts";
import { nameOf } from "../figures.ts";
import { Twice } from "../twice.tsx";
import "./lead.css";

interface DoorProps {
  readonly desk: Desk;
  readonly view: ClassView;
}

/** Who waits for a yes, under the names that their phones show. */
export function Waiting({ desk, view }: DoorProps) {
  const texts = leadTexts()?.door;
  const waiting = view.door?.waiting ?? [];
  if (!texts || waiting.length === 0) return null;
  return (
    <ul class="waiting-list" data-testid="waiting">
      {waiting.map(({ id, name }) => {
        const called = nameOf({ name }, language.value);
        return (
          <li key={id}>
            <p>
              <b>{called}</b>
              <span>{texts.waits}</span>
            </p>
            <button type="button" data-testid={`admit-${id}`} onClick={() => void desk.admit(id, true)}>
              {texts.letIn}
              <span class="visually-hidden"> {called}</span>
            </button>
            <button
              type="button"
              class="small"
              data-testid={`turn-away-${id}`}
              aria-label={fill(texts.turnAway, { name: called })}
              title={fill(texts.turnAway, { name: called })}
              onClick={() => void desk.admit(id, false)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M6 6l12 12M18 6L6 18" />
              </svg>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** More came at once than a class does: one press sends them all away. */
export function BurstOffer({ desk, view }: DoorProps) {
  const texts = leadTexts()?.door;
  const count = view.door?.burst ?? 0;
  if (!texts || count === 0) return null;
  return (
    <p class="burst" data-testid="burst">
      <span>{fill(view.locked ? texts.burstLocked : texts.burst, { count })}</span>
      <Twice
        id="undo-burst"
        label={fill(texts.undoBurst, { count })}
        sure={fill(texts.undoBurstSure, { count })}
        act={desk.undoBurst}
      />
    </p>
  );
}

/** What the door wants of whoever leads the class, whatever they look at. */
export function DoorNotice({ desk, view, open }: DoorProps & { readonly open: () => void }) {
  const texts = leadTexts()?.door;
  const waiting = view.door?.waiting.length ?? 0;
  const burst = view.locked && (view.door?.burst ?? 0) > 0;
  const full = view.door?.full ?? false;
  if (!texts || (waiting === 0 && !burst && !full)) return null;
  return (
    <div class="door-notice" role="status" data-testid="door-notice">
      {full && <p class="full">{texts.full}</p>}
      {burst && <BurstOffer desk={desk} view={view} />}
      {waiting > 0 && (
        <button type="button" data-testid="open-waiting" onClick={open}>
          {fill(texts.someWait, { count: waiting })}
        </button>
      )}
    </div>
  );
}
