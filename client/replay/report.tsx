import type { Report } from "../../shared/recording/report.ts";
import { LtpPlot } from "../plots/ltp-plot.tsx";
import { Debriefing } from "../stage/debrief.tsx";
import { nameOf } from "../stage/figures.ts";
import { dayAndTime, plural, seatNumber, share } from "../ui/format.ts";
import { roundTexts } from "../ui/lesson-locale.ts";
import { fill, language, texts } from "../ui/locale.ts";
import { reportTexts } from "../ui/report-locale.ts";
import { SimulatedLabel } from "./origin-labels.tsx";
import type { Player } from "./player.ts";
import { useTop } from "./use-top.ts";
import "./report.css";

const NO_GHOST: readonly never[] = [];

/** What a class leaves to talk over, on a screen or on paper. Of the class, and of one neuron; never a ranking. */
export function ReportPage({ player, report }: { readonly player: Player; readonly report: Report }) {
  useTop();
  const words = reportTexts();
  if (!words) return null;
  const { rounds, view, neuron, startedAt } = report;
  const story = neuron && {
    name: nameOf(neuron, language.value),
    seat: seatNumber(neuron.seat),
    taps: neuron.taps,
    receptors: neuron.receptors,
    strength: share(neuron.strength / 100),
  };
  return (
    <main class="report" data-testid="report">
      <p class="report-buttons">
        <button type="button" class="button second" data-testid="report-close" onClick={() => player.showReport(false)}>
          {words.close}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
      </p>
      <h1>{words.title}</h1>
      <p>
        {dayAndTime(Date.parse(startedAt))}.{" "}
        {fill(words.class, { neurons: plural(texts().home.neurons, view.seats.length) })}
      </p>
      <SimulatedLabel player={player} />
      <h2>{words.plot}</h2>
      <div class="report-plot">
        <LtpPlot points={view.plot} ghost={NO_GHOST} />
      </div>
      <h2>{words.rounds}</h2>
      <table>
        <thead>
          <tr>
            {[words.round, words.spikes, words.synchrony, words.after, words.shown].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ id, spikes, synchrony, a, b, met }, i) => (
            <tr key={`${i} ${id}`}>
              <th scope="row">{roundTexts(id).title}</th>
              <td>{spikes}</td>
              <td>{synchrony < 0 ? "–" : share(synchrony / 100)}</td>
              <td>
                {share(a / 100)} · {share(b / 100)}
              </td>
              <td>{met === null ? "–" : met ? words.yes : words.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Debriefing view={view} />
      {story && (
        <>
          <h2>{words.neuron}</h2>
          <p>{fill(words.story, story)}</p>
        </>
      )}
      <h2>{words.questions}</h2>
      <ol>
        {words.ten.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </main>
  );
}
