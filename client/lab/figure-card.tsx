import { useEffect, useRef } from "preact/hooks";
import type uPlot from "uplot";
import type { Figure } from "../../shared/lab/figure.ts";
import { labTexts } from "../ui/lab-locale.ts";
import { fill, language } from "../ui/locale.ts";
import type { Choice } from "./choice.ts";
import { dataOf, type Look, optionsOf } from "./draw-figure.ts";
import { savePng, saveSvg } from "./saving.ts";
import { figureName, figureSummary, fullName, number, otherName, seriesName } from "./words.ts";
import "uplot/dist/uPlot.min.css";

/** One figure: the plot with its legend, what it says in words, where published values come from, and saving. */
export function FigureCard({ figure, choice }: { readonly figure: Figure; readonly choice: Choice }) {
  const { page } = labTexts();
  const name = figureName(figure.id);
  const saveAs = fill(page.figureAs, { figure: name });
  return (
    <figure class="card" data-testid={`figure-${figure.id}`}>
      <div class="card-head">
        <figcaption>{name}</figcaption>
        <span class="save">
          <button type="button" aria-label={`${saveAs} SVG`} onClick={() => void saveSvg(choice, figure)}>
            {page.exportSvg}
          </button>
          <button type="button" aria-label={`${saveAs} PNG`} onClick={() => void savePng(choice, figure)}>
            {page.exportPng}
          </button>
        </span>
      </div>
      <Plot figure={figure} choice={choice} />
      <Reported figure={figure} other={otherName(choice)} />
    </figure>
  );
}

function Plot({ figure, choice }: { readonly figure: Figure; readonly choice: Choice }) {
  const box = useRef<HTMLDivElement>(null);
  const other = otherName(choice);

  useEffect(() => {
    const element = box.current!;
    let plot: uPlot | undefined;
    let gone = false;
    const observer = new ResizeObserver(() => draw());
    let draw = (): void => {};
    void import("uplot").then(({ default: UPlot }) => {
      if (gone) return;
      draw = () => {
        // A new width may mean a new font size, which uPlot takes at creation only.
        plot?.destroy();
        plot = new UPlot(optionsOf(figure, lookOf(element, other)), dataOf(figure), element);
      };
      draw();
      observer.observe(element);
    });
    return () => {
      gone = true;
      observer.disconnect();
      plot?.destroy();
    };
  }, [figure, other, language.value]);

  return <div class="plot" ref={box} role="img" aria-label={figureSummary(figure, other)} />;
}

/** Height of a plot for its width. */
const ASPECT = 0.56;

function lookOf(element: HTMLElement, other: string): Look {
  const style = getComputedStyle(element);
  const { axes, marks } = labTexts();
  const width = Math.max(200, element.clientWidth);
  const em = Number.parseFloat(style.fontSize);
  return {
    em,
    face: style.fontFamily,
    colour: (token) => style.getPropertyValue(token).trim(),
    width,
    height: Math.max(14 * em, Math.min(24 * em, ASPECT * width)),
    name: (series) => fullName(series, other),
    axis: (id) => axes[id],
    mark: (id) => (marks as Readonly<Record<string, string>>)[id] ?? id,
    number,
  };
}

/** Findings of which only the direction is known, in words: the arrows at the plot's foot. */
function Reported({ figure, other }: { readonly figure: Figure; readonly other: string }) {
  const sources = [...new Set(figure.reported?.map(({ source }) => source))];
  if (sources.length === 0) return null;
  const { page } = labTexts();
  const { more, less, same } = page.signs;
  // Findings that belong to the second condition alone say so: a drug of the first was not in that bath.
  const condition = figure.reported?.some(({ without }) => without) ? `, ${other}` : "";
  return (
    <p class="reported">
      {page.reported}: ▲ {more}, ▼ {less}, – {same}. {sources.map(seriesName).join("; ")}
      {condition}.
    </p>
  );
}
