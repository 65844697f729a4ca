import { type SymbolType, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import type { Figure, Series } from "./figure.ts";

/** How the lines and points of a figure look: told apart by colour and, for those who cannot, by dash and shape. */

/** Okabe & Ito 2008: told apart by all kinds of colour vision; the yellow one is too pale on white. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9", "#e69f00"];
const DASHES = [undefined, "7 3", "2 3", "9 3 2 3", undefined, "5 5", "3 2"];
/** What others published, and what is there without the drugs, stays in the background. */
const PUBLISHED = "#555555";
const WITHOUT_OPACITY = 0.65;
const SHAPES: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

export interface Style {
  readonly colour: string;
  readonly dash: string | undefined;
  readonly width: number;
  readonly opacity: number | undefined;
  readonly shape: SymbolType;
  /** Hollow markers are published values; a filled one is of this run. */
  readonly hollow: boolean;
}

const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!;

/** The style of each series, in order; a line without the drugs looks like its own, but fainter. */
export function stylesOf({ series }: Figure): readonly Style[] {
  const own = [...new Set(series.filter(({ published }) => !published).map(({ id }) => id))];
  const sources = [...new Set(series.filter(({ published }) => published).map(({ id }) => id))];
  return series.map((each) => (each.published ? publishedStyle(sources.indexOf(each.id)) : ownStyle(each, own)));
}

const publishedStyle = (i: number): Style => ({
  ...{ colour: PUBLISHED, dash: "1 4", width: 1.5, opacity: undefined, hollow: true },
  shape: at(SHAPES, i),
});

function ownStyle({ id, without }: Series, own: readonly string[]): Style {
  const i = own.indexOf(id);
  return {
    ...{ colour: at(COLOURS, i), dash: at(DASHES, i), width: without ? 1.5 : 2.5, shape: at(SHAPES, i) },
    opacity: without ? WITHOUT_OPACITY : undefined,
    hollow: false,
  };
}

/** The small arrow of a moment: hollow where the cell was only asked. */
export const markLooks = (id: string): Readonly<Record<string, string>> =>
  id === "test" ? { fill: "#ffffff", stroke: "#222222" } : { fill: "#222222" };
