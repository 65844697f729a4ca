import type { AxisId, Figure, FigureId, LabResult, Series } from "../../shared/lab/figure.ts";
import { isSource, SOURCES } from "../../shared/lab/published/sources.ts";
import type { FigureTexts } from "../../shared/lab/svg-text.ts";
import { labTexts } from "../ui/lab-locale.ts";
import { fill, language } from "../ui/locale.ts";
import { againstOf, type Choice } from "./choice.ts";

/** Names as the lab's figures and tables say them; an id without a name stands for itself. */
const nameIn = (names: Readonly<Record<string, string>>, id: string): string => names[id] ?? id;

/** An input, a quantity, or where published values come from. */
export function seriesName(id: string): string {
  if (!isSource(id)) return nameIn(labTexts().series, id);
  const { page, pathways } = labTexts();
  const source = SOURCES[id];
  if (source.kind === "model") return `${source.short}, ${page.model}`;
  return `${source.short}, ${page.laboratory} (${pathways[source.tissue].name})`;
}

/** What the second condition is called: without drugs, or its region. */
export function otherName(choice: Choice): string {
  const { page, pathways } = labTexts();
  const against = againstOf(choice);
  return against === "control" || against === "nothing" ? page.control : pathways[against].name;
}

/** What the experiment was, on one line. */
export function experimentName({ protocol, pathway, drugs, modules, gammaShare }: Choice): string {
  const { page, protocols, pathways, drugs: names, modules: optional } = labTexts();
  const share = gammaShare === undefined ? [] : [`${page.gammaShare}: ${number(gammaShare)}`];
  const more = [...drugs.map((id) => names[id].name), ...modules.map((id) => optional[id].name), ...share];
  return [protocols[protocol].name, pathways[pathway].name, ...more].join(" · ");
}

export const figureName = (id: FigureId): string => labTexts().figures[id];

/** A number as the page's language writes it, with four digits at most. */
export const number = (value: number): string =>
  Number.isFinite(value) ? value.toLocaleString(language.value, { maximumSignificantDigits: 4 }) : "–";

/** A series' name, with its condition. */
export const fullName = ({ id, without }: Series, other: string): string =>
  without ? `${seriesName(id)}, ${other}` : seriesName(id);

/** Words for the drawing that is saved. */
export function figureTexts(figure: Figure, choice: Choice): FigureTexts {
  const { axes, marks, page } = labTexts();
  const other = otherName(choice);
  return {
    title: `${figureName(figure.id)}: ${experimentName(choice)}`,
    axis: (id) => axes[id],
    series: seriesName,
    without: (series) => `${series}, ${other}`,
    mark: (id) => nameIn(marks, id),
    reported: (source) => `${seriesName(source)} (▲ ${page.signs.more}, ▼ ${page.signs.less}, – ${page.signs.same})`,
    number,
  };
}

/** What a figure shows, in words: each line's beginning, end, lowest and highest. */
export function figureSummary(figure: Figure, other: string): string {
  const { axes } = labTexts();
  const parts = figure.series.map((series) => {
    const values = series.y.filter(Number.isFinite);
    if (values.length === 0) return fullName(series, other);
    const [first, last] = [values[0]!, values.at(-1)!];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return `${fullName(series, other)}: ${number(first)} → ${number(last)} (${number(low)} – ${number(high)})`;
  });
  return `${figureName(figure.id)}; ${axes[figure.x]}; ${axes[figure.y]}. ${parts.join(". ")}`;
}

/** A result's numbers by id, for the table. */
export const numbersOf = (result: LabResult | undefined): ReadonlyMap<string, number> =>
  new Map(result?.summary.map(({ id, value }) => [id, value]));

/** A name of the summary's, with its unit: "Strength, % of baseline" has it after the comma. What has none is counted. */
export function summaryName(id: string, axis: AxisId): string {
  const { summary, axes } = labTexts();
  const unit = axes[axis].split(", ")[1];
  return unit === undefined ? nameIn(summary, id) : `${nameIn(summary, id)} (${unit})`;
}

export const progressText = (share: number): string =>
  fill(labTexts().page.running, { percent: Math.round(100 * share) });
