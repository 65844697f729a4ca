import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { ballotWords } from "../ui/ballot-words.ts";
import { duration, passed } from "../ui/duration.ts";
import { plural, seatNumber, signed } from "../ui/format.ts";
import { roundTexts } from "../ui/lesson-locale.ts";
import { fill, language, texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { nameOf, receptorsWon } from "./figures.ts";
import type { Show } from "./show.ts";
import { stimulationWords } from "./stimulation.tsx";

const TABLE_EVERY_MS = 1000;
/** A screen reader hears at most one message in this time. */
const STATUS_EVERY_MS = 5000;

/** The picture in words, for those who do not see it: a summary that is read out now and then, and every synapse's numbers. */
export function SynapseTable({ show }: { readonly show: Show }) {
  const view = useSignal(show.view.peek());
  const summary = useSignal("");
  useEffect(() => {
    let said = 0;
    let phase: string | undefined;
    const timer = setInterval(() => {
      const now = show.view.peek();
      view.value = now;
      if (!now || (now.phase === phase && Date.now() - said < STATUS_EVERY_MS)) return;
      phase = now.phase;
      said = Date.now();
      summary.value = summaryOf(now, show.script[now.round]);
    }, TABLE_EVERY_MS);
    return () => clearInterval(timer);
  }, [show]);

  const { table } = wallTexts().stage;
  return (
    <div class="visually-hidden">
      <p role="status">{summary}</p>
      <table data-testid="table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.seat}</th>
            <th scope="col">{table.name}</th>
            <th scope="col">{table.group}</th>
            <th scope="col">{table.taps}</th>
            <th scope="col">{table.receptors}</th>
            <th scope="col">{table.strength}</th>
          </tr>
        </thead>
        <tbody>
          {view.value?.seats.map((seat) => (
            <tr key={seat.seat} data-seat={seat.seat}>
              <td>{seatNumber(seat.seat)}</td>
              <th scope="row">{nameOf(seat, language.value)}</th>
              <td>{seat.group}</td>
              <td>{seat.taps}</td>
              <td>{seat.receptors}</td>
              <td>{seat.strength}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function summaryOf(view: ClassView, round: Round | undefined): string {
  const { stage } = wallTexts();
  const { home } = texts();
  const receptors = signed(receptorsWon(view));
  const title = round ? roundTexts(round.id).title : "";
  if (view.paused) return stage.summary.paused;
  switch (view.phase) {
    case "lobby":
      return fill(stage.summary.lobby, { neurons: plural(home.neurons, view.seats.length) });
    case "round":
      return fill(stage.summary.round, {
        title,
        beat: view.beat,
        beats: round?.beats ?? 0,
        spikes: view.cellSpikes,
        receptors,
      });
    case "lapse":
      return fill(stage.summary.lapse, {
        passed: passed(view.lapse.minutes, view.lapse.of),
        of: duration(view.lapse.of),
        receptors,
      });
    case "stimulation":
      return view.electrode ? Object.values(stimulationWords(view.electrode)).join(". ") : "";
    case "bet":
      return view.ballot ? (ballotWords(view.ballot)?.question ?? "") : "";
    case "between":
      return fill(stage.summary.between, { title, spikes: view.cellSpikes, receptors });
    case "ended":
      return fill(stage.summary.ended, { receptors });
  }
}
