import type { Figure, LabResult, Series } from "../../shared/lab/figure.ts";

/** The figures of the chosen experiment, each with the second condition's lines beside its own. */
export function figuresOf([own, other]: readonly LabResult[]): readonly Figure[] {
  if (!own) return [];
  return own.figures.map((figure) => {
    const same = other?.figures.find(({ id, x, y }) => id === figure.id && x === figure.x && y === figure.y);
    return same ? beside(figure, same) : figure;
  });
}

/** Of the second condition's published values those that the first lacks; they belong to what was done there. */
function beside(figure: Figure, other: Figure): Figure {
  const there = new Set(figure.series.map(({ id }) => id));
  // A line that the second condition leaves as it is would only hide the first's.
  const own = other.series
    .filter((series) => !series.published && !figure.series.some((each) => same(each, series)))
    .map((series) => ({ ...series, without: true }));
  const published = other.series
    .filter((series) => series.published && !there.has(series.id))
    .map((series) => ({ ...series, without: true }));
  const reported = figure.reported ?? other.reported?.map((each) => ({ ...each, without: true }));
  return { ...figure, series: [...figure.series, ...own, ...published], ...(reported ? { reported } : {}) };
}

const same = (a: Series, b: Series): boolean =>
  a.id === b.id && a.x.length === b.x.length && a.x.every((x, i) => x === b.x[i] && Object.is(a.y[i], b.y[i]));
