import type { AxisId, FigureId } from "../../shared/lab/figure.ts";
import { isSource, SOURCES, type Source } from "../../shared/lab/published/sources.ts";
import type { LabRequest } from "../../shared/lab/request.ts";
import type { FigureTexts } from "../../shared/lab/svg-text.ts";
import { labEn } from "../../shared/locales/lab/en.ts";
import { labEs } from "../../shared/locales/lab/es.ts";
import type { LabTexts } from "../../shared/locales/lab/lab-texts.ts";
import { labPtBR } from "../../shared/locales/lab/pt-BR.ts";
import type { Language } from "../../shared/locales/locale.ts";

/** The words of the command's output. */
export interface Words {
  readonly figure: (id: FigureId) => string;
  readonly axis: (id: AxisId) => string;
  /** What a number of the summary is counted in. */
  readonly unit: (id: AxisId) => string;
  readonly series: (id: string) => string;
  readonly mark: (id: string) => string;
  readonly summary: (id: string) => string;
  /** What the experiment was, on one line. */
  readonly experiment: (request: LabRequest) => string;
  readonly withoutDrugs: (text: string) => string;
  readonly reported: (source: string) => string;
  readonly wrote: string;
  /** With so many decimals, or as few as say it. */
  readonly number: (value: number, digits?: number) => string;
}

const OWN = {
  en: {
    wrote: "Written:",
    model: "model",
    withoutDrugs: (text: string) => `${text}, no drug`,
    signs: "more (▲), less (▼) or no change (–) was found",
  },
  "pt-BR": {
    wrote: "Gravado:",
    model: "modelo",
    withoutDrugs: (text: string) => `${text}, sem droga`,
    signs: "encontrou-se mais (▲), menos (▼) ou nenhuma mudança (–)",
  },
  es: {
    wrote: "Escrito:",
    model: "modelo",
    withoutDrugs: (text: string) => `${text}, sin droga`,
    signs: "se encontró más (▲), menos (▼) o ningún cambio (–)",
  },
} as const;

const TEXTS: Readonly<Record<Language, LabTexts>> = { en: labEn, "pt-BR": labPtBR, es: labEs };

export function wordsIn(language: Language): Words {
  const own = OWN[language];
  const texts = TEXTS[language];
  const nameOf = (list: Readonly<Record<string, string>>, id: string): string => list[id] ?? id;
  const series = (id: string): string => {
    if (!isSource(id)) return nameOf(texts.series, id);
    const source: Source = SOURCES[id];
    return `${source.short} (${source.kind === "model" ? own.model : texts.pathways[source.tissue].name})`;
  };
  return {
    figure: (id) => texts.figures[id],
    axis: (id) => texts.axes[id],
    // "Strength, % of baseline": what follows the comma is the unit.
    unit: (id) => texts.axes[id].split(", ").slice(1).at(-1) ?? "",
    series,
    mark: (id) => nameOf(texts.marks, id),
    summary: (id) => nameOf(texts.summary, id),
    experiment: ({ protocol, pathway, drugs, modules, gammaShare }) =>
      [
        ...[texts.protocols[protocol].name, texts.pathways[pathway].name],
        ...drugs.map((drug) => texts.drugs[drug].name),
        ...modules.map((module) => texts.modules[module].name),
        ...(gammaShare === undefined ? [] : [`${texts.page.gammaShare}: ${gammaShare.toLocaleString(language)}`]),
      ].join(" · "),
    withoutDrugs: own.withoutDrugs,
    reported: (source) => `${series(source)}: ${own.signs}`,
    wrote: own.wrote,
    number: (value, digits) =>
      new Intl.NumberFormat(language, {
        useGrouping: false,
        ...(digits === undefined
          ? { maximumSignificantDigits: 4 }
          : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
      }).format(value),
  };
}

/** The same words for a drawing. */
export const figureTexts = (words: Words, figure: FigureId, request: LabRequest): FigureTexts => ({
  title: `${words.figure(figure)}: ${words.experiment(request)}`,
  axis: words.axis,
  series: words.series,
  without: words.withoutDrugs,
  mark: words.mark,
  reported: words.reported,
  number: (value) => words.number(value),
});
