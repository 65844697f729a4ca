import { useRef } from "preact/hooks";
import type { ClassView } from "../../../shared/session/view.ts";
import { leadTexts } from "../../ui/lead-locale.ts";
import { fill } from "../../ui/locale.ts";
import type { Desk } from "../desk.ts";
import { Twice } from "../twice.tsx";
import { printCards } from "./card-sheet.tsx";
import "./seat-cards.css";

/** As many as a class has students. */
const USUAL = 30;
const MOST = 60;

interface SeatCardsProps {
  readonly code: string;
  readonly desk: Desk;
  readonly view: ClassView;
}

/** Printed cards for the strict case: each lets one student in, once. */
export function SeatCards({ code, desk, view }: SeatCardsProps) {
  const count = useRef<HTMLInputElement>(null);
  const words = leadTexts()?.cards;
  if (!words) return null;
  const left = view.door?.cards ?? 0;
  return (
    <div class="seat-cards" data-testid="seat-cards">
      <label>
        {words.count}{" "}
        <input ref={count} type="number" data-testid="cards-count" min={1} max={MOST} defaultValue={String(USUAL)} />
      </label>
      <Twice
        id="cards-print"
        label={words.print}
        sure={words.sure}
        act={async () => {
          const typed = Math.round(count.current!.valueAsNumber) || USUAL;
          const keys = await desk.issueCards(Math.min(MOST, Math.max(1, typed)));
          if (keys) printCards(code, keys);
        }}
      />
      {left > 0 && (
        <>
          <span data-testid="cards-left">{fill(words.left, { count: left })}</span>
          <Twice id="cards-void" label={words.void} sure={fill(words.voidSure, { count: left })} act={desk.voidCards} />
        </>
      )}
    </div>
  );
}
