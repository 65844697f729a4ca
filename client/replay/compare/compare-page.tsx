import {
  type Aligned,
  type ClassSummary,
  type Comparison,
  comparisonCsv,
} from "../../../shared/recording/comparison.ts";
import type { PhaseReport } from "../../../shared/recording/phases.ts";
import { compareTexts } from "../../ui/compare-locale.ts";
import { duration } from "../../ui/duration.ts";
import { dayAndTime, plural, share, signed } from "../../ui/format.ts";
import { roundTexts } from "../../ui/lesson-locale.ts";
import { fill, texts } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { saveFile } from "../../ui/save-file.ts";
import { wallTexts } from "../../ui/wall-locale.ts";
import { clockTime } from "../clock.ts";
import type { Player } from "../player.ts";
import { useTop } from "../use-top.ts";
import { CompareButton } from "./compare-button.tsx";
import { ClassMark, DotChart, type DotChartProps } from "./dot-chart.tsx";
import { saveDots } from "./dot-picture.ts";
import "../report.css";
import "./compare.css";

const SIDES = [0, 1] as const;

/** Two classes, aligned by what they did: three plots, and a table that says the same in figures. */
export function ComparePage({ player, comparison }: { readonly player: Player; readonly comparison: Comparison }) {
  useTop();
  const words = compareTexts();
  if (!words) return null;
  const { classes, rows } = comparison;
  const chart = (of: (phase: PhaseReport) => number | undefined) =>
    rows.flatMap((row) => {
      const values = row.map((phase) => phase && of(phase));
      return values.some((value) => value !== undefined) ? [{ label: phaseName(row), values }] : [];
    });
  const charts: readonly (readonly [string, DotChartProps])[] = [
    ["strength", { title: words.strength, lines: chart(({ all }) => all), least: 80, most: 180, base: 100 }],
    ["gain", { title: words.gain, lines: chart(({ gain }) => gain), least: -20, most: 80, base: 0 }],
    ["synchrony", { title: words.synchrony, lines: chart(synchronyOf), least: 0, most: 100, base: 0 }],
  ];
  const names = [className(classes[0], words.first), className(classes[1], words.second)] as const;
  return (
    <main class="report compare" data-testid="compare">
      <p class="report-buttons">
        <button
          type="button"
          class="button second"
          data-testid="compare-close"
          onClick={() => player.compareWith(undefined)}
        >
          {words.close}
        </button>
        <button
          type="button"
          class="button"
          data-testid="compare-save"
          onClick={() =>
            saveFile("comparison.csv", new Blob([comparisonCsv(comparison)], { type: "text/csv;charset=utf-8" }))
          }
        >
          {words.save}
        </button>
        <CompareButton player={player} class="button second" label={words.another} />
        <button type="button" class="button second" onClick={() => print()}>
          {words.print}
        </button>
      </p>
      <h1>{words.title}</h1>
      <ul class="compare-classes">
        {SIDES.map((side) => (
          <li key={side}>
            <ClassMark side={side} />
            <span>
              {names[side]}
              <Doubts of={classes[side]} />
            </span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p>{words.nothing}</p>}
      {rows.length > 0 && (
        <>
          <p>{words.intro}</p>
          <div class="compare-plots">
            {charts.map(([name, each]) => (
              <div key={name}>
                <DotChart {...each} />
                <button
                  type="button"
                  class="button second"
                  data-testid={`compare-png-${name}`}
                  onClick={() => void saveDots(`comparison-${name}`, each, names)}
                >
                  {playerTexts()?.figure.save}
                </button>
              </div>
            ))}
          </div>
          <Figures comparison={comparison} />
        </>
      )}
    </main>
  );
}

const className = ({ startedAt, seats }: ClassSummary, text: string): string =>
  fill(text, { time: dayAndTime(Date.parse(startedAt)), neurons: plural(texts().home.neurons, seats) });

/** What is to be known of a recording before it is believed. */
function Doubts({ of: { cutAt, differsAt } }: { readonly of: ClassSummary }) {
  const { replay } = wallTexts();
  const doubts = [
    ...(cutAt === undefined ? [] : [fill(replay.incomplete, { time: clockTime(cutAt) })]),
    ...(differsAt === undefined ? [] : [fill(replay.mismatch, { time: clockTime(differsAt) })]),
  ];
  return doubts.length > 0 ? <em role="note"> · {doubts.join(" · ")}</em> : null;
}

const synchronyOf = ({ synchrony }: PhaseReport): number | undefined => (synchrony < 0 ? undefined : synchrony);

function phaseName(row: Aligned): string {
  const { kind, id, minutes } = (row[0] ?? row[1])!;
  if (id) return roundTexts(id).title;
  return kind === "lapse" ? duration(minutes) : wallTexts().replay.marks.stimulation;
}

/** A phase has a line for each class. */
function Figures({ comparison: { classes, rows } }: { readonly comparison: Comparison }) {
  const words = compareTexts()!;
  return (
    <table>
      <caption class="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.phase}</th>
          <td />
          {[words.halves, words.gain, words.synchrony, words.spikes].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, i) => (
        <tbody key={`${i} ${phaseName(row)}`}>
          {SIDES.map((side) => (
            <tr key={side}>
              {side === 0 && (
                <th scope="rowgroup" rowSpan={2}>
                  {phaseName(row)}
                </th>
              )}
              <Side side={side} name={className(classes[side], side === 0 ? words.first : words.second)} />
              <Cells phase={row[side]} />
            </tr>
          ))}
        </tbody>
      ))}
      <tbody>
        {SIDES.map((side) => (
          <tr key={side}>
            {side === 0 && (
              <th scope="rowgroup" rowSpan={2}>
                {words.end}
              </th>
            )}
            <Side side={side} name={className(classes[side], side === 0 ? words.first : words.second)} />
            <td>{halves(classes[side])}</td>
            <td colSpan={3}>
              {classes[side].learnt !== undefined && `${words.learnt}: ${share(classes[side].learnt!)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whose line it is. */
function Side({ side, name }: { readonly side: 0 | 1; readonly name: string }) {
  return (
    <th scope="row">
      <ClassMark side={side} />
      <span class="visually-hidden">{name}</span>
    </th>
  );
}

function Cells({ phase }: { readonly phase: PhaseReport | undefined }) {
  if (!phase) return <td colSpan={4}>–</td>;
  const { gain, synchrony, spikes, kind } = phase;
  return (
    <>
      <td>{halves(phase)}</td>
      <td>{signed(gain)}</td>
      <td>{synchrony < 0 ? "–" : synchrony}</td>
      <td>{kind === "round" ? spikes : "–"}</td>
    </>
  );
}

const halves = ({ a, b }: { readonly a: number; readonly b: number }): string => `${a} · ${b}`;
