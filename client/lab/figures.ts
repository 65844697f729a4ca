import type { Figure, LabResult } from "../../shared/lab/figure.ts";

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
  const own = other.series.filter(({ published }) => !published).map((series) => ({ ...series, without: true }));
  const published = other.series.filter(({ id, published }) => published && !there.has(id));
  const reported = figure.reported ?? other.reported;
  return { ...figure, series: [...figure.series, ...own, ...published], ...(reported ? { reported } : {}) };
}
