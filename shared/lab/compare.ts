import type { Figure, LabResult, Series } from "./figure.ts";

/** Figures in which a line without the drugs says something; traces and levels would only be crowded. */
const COMPARED: ReadonlySet<Figure["id"]> = new Set(["strength", "curve", "recall", "responses", "telling-apart"]);

/** The result with the lines of the same experiment without its drugs beside its own. */
export function beside(result: LabResult, control: LabResult): LabResult {
  const figures = result.figures.map((figure) => {
    const other = control.figures.find(({ id }) => id === figure.id);
    return other && COMPARED.has(figure.id) ? withControl(figure, other) : figure;
  });
  return { ...result, figures };
}

function withControl(figure: Figure, other: Figure): Figure {
  const own = new Set(figure.series.map(({ id }) => id));
  // Of the published values, those that only the control has: they belong to undrugged tissue.
  const more = other.series.flatMap((series): Series[] => {
    // A silent control is a flat line, with drugs and without.
    if (series.id === "control" || (series.published && own.has(series.id))) return [];
    return [{ ...series, without: true }];
  });
  const reported = figure.reported ?? other.reported?.map((each) => ({ ...each, without: true }));
  return { ...figure, series: [...figure.series, ...more], ...(reported ? { reported } : {}) };
}
