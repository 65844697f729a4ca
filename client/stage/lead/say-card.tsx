import type { Round } from "../../../shared/lesson/round.ts";
import type { ClassView } from "../../../shared/session/view.ts";
import { cardOf, cardTexts } from "../../ui/cards-locale.ts";
import "./lead.css";

/** What to say now, and one question to ask: the teacher's, not the wall's, but it may be read there as well. */
export function SayCard({ view, script }: { readonly view: ClassView; readonly script: readonly Round[] }) {
  const card = cardOf(view, script);
  if (!card) return null;
  return (
    <div class="say-card" data-testid="say-card">
      <p>{card.say}</p>
      <p>
        <b>{cardTexts()?.asks}:</b> {card.ask}
      </p>
    </div>
  );
}
