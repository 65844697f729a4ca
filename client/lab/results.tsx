import type { LabResult } from "../../shared/lab/figure.ts";
import { isSource, SOURCES } from "../../shared/lab/published/sources.ts";
import { labTexts } from "../ui/lab-locale.ts";
import { fill } from "../ui/locale.ts";
import { FigureCard } from "./figure-card.tsx";
import { figuresOf } from "./figures.ts";
import type { Lab } from "./lab.ts";
import { saveCsv } from "./saving.ts";
import { experimentName, number, numbersOf, otherName, summaryName } from "./words.ts";

/** What the experiment gave: its figures, its numbers, where published values come from. */
export function Results({ lab }: { readonly lab: Lab }) {
  const { page } = labTexts();
  const choice = lab.shown.value;
  const results = lab.results.value;
  const figures = figuresOf(results);
  const busy = lab.status.value.kind === "running";
  return (
    <section class={busy ? "results busy" : "results"} aria-label={page.results} aria-busy={busy}>
      {results[0] && (
        <>
          <h2>
            {experimentName(choice)}
            {results[1] && <span class="versus"> {fill(page.versus, { other: otherName(choice) })}</span>}
          </h2>
          <div class="cards">
            {figures.map((figure) => (
              <FigureCard key={`${figure.id}-${figure.x}`} figure={figure} choice={choice} />
            ))}
            <Numbers lab={lab} results={results} />
          </div>
          <Sources results={results} />
        </>
      )}
      <details class="caution">
        <summary>{page.caution}</summary>
        <p>{page.cautionText}</p>
      </details>
    </section>
  );
}

/** The numbers that a reader wants at once, the second condition's beside them. */
function Numbers({ lab, results }: { readonly lab: Lab; readonly results: readonly LabResult[] }) {
  const { page } = labTexts();
  const choice = lab.shown.value;
  const [own, other] = results;
  const compared = numbersOf(other);
  return (
    <div class="card numbers">
      <div class="card-head">
        <h3>{page.summary}</h3>
        <span class="save">
          <button type="button" data-testid="save-csv" onClick={() => saveCsv(choice, results)}>
            {page.exportCsv}
          </button>
        </span>
      </div>
      <table data-testid="numbers">
        <thead>
          <tr>
            <th scope="col">{page.quantity}</th>
            <th scope="col">{page.withDrugs}</th>
            {other && <th scope="col">{otherName(choice)}</th>}
          </tr>
        </thead>
        <tbody>
          {own!.summary.map(({ id, value, unit }) => (
            <tr key={id}>
              <th scope="row">{summaryName(id, unit)}</th>
              <td>{number(value)}</td>
              {other && <td>{number(compared.get(id) ?? Number.NaN)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sources({ results }: { readonly results: readonly LabResult[] }) {
  const { page } = labTexts();
  const ids = results.flatMap(({ figures }) =>
    figures.flatMap(({ series, reported = [] }) => [
      ...series.map(({ id }) => id),
      ...reported.map(({ source }) => source),
    ]),
  );
  const sources = [...new Set(ids)].filter(isSource);
  if (sources.length === 0) return null;
  return (
    <div class="sources">
      <h3>{page.published}</h3>
      <ul>
        {sources.map((id) => (
          <li key={id}>
            {SOURCES[id].citation} ({SOURCES[id].kind === "model" ? page.model : page.laboratory}).{" "}
            {labTexts().sources[id]}
          </li>
        ))}
      </ul>
    </div>
  );
}
