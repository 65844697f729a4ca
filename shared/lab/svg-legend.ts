import { symbol, symbolTriangle } from "d3-shape";
import type { Figure, Series } from "./figure.ts";
import { markLooks, type Style } from "./svg-style.ts";
import { element, type FigureTexts, textElement, wrapped } from "./svg-text.ts";

/** The column of names beside a plot, px. */
export const LEGEND_WIDTH = 240;
const KEY_WIDTH = 30;
const LINE_HEIGHT = 16;
/** Characters that fit on a line of the column. */
const MOST = 32;

interface Entry {
  readonly key: string;
  readonly text: string;
}

/** @returns the drawing, and where it ends, px from the top */
export function drawLegend(
  figure: Figure,
  styles: readonly Style[],
  texts: FigureTexts,
  left: number,
  top: number,
): { readonly markup: string; readonly bottom: number } {
  let y = top + 4;
  const lines: string[] = [];
  for (const { key, text } of entriesOf(figure, styles, texts)) {
    lines.push(element("g", { transform: `translate(${left} ${y})` }, key));
    for (const row of wrapped(text, MOST)) {
      lines.push(textElement(row, { x: left + KEY_WIDTH, y: y + 4 }));
      y += LINE_HEIGHT;
    }
    y += 4;
  }
  return { markup: element("g", { "font-size": 12, fill: "#222222" }, lines.join("")), bottom: y };
}

function entriesOf(figure: Figure, styles: readonly Style[], texts: FigureTexts): Entry[] {
  const marks = [...new Set((figure.marks ?? []).map(({ id }) => id))];
  const reported = figure.reported ?? [];
  const sources = [...new Set(reported.map(({ source }) => source))];
  const without = reported.some((each) => each.without);
  const finding = (source: string): string =>
    without ? texts.without(texts.reported(source)) : texts.reported(source);
  return [
    ...figure.series.map((series, i) => ({ key: keyOf(series, styles[i]!), text: nameOf(series, texts) })),
    ...marks.map((id) => ({ key: markKey(id), text: texts.mark(id) })),
    ...sources.map((source) => ({ key: reportedKey(), text: finding(source) })),
  ];
}

const nameOf = ({ id, without }: Series, texts: FigureTexts): string =>
  without ? texts.without(texts.series(id)) : texts.series(id);

function keyOf({ kind }: Series, { colour, dash, width, opacity, shape, hollow }: Style): string {
  if (kind === "line") {
    return element("line", { x2: 22, stroke: colour, "stroke-width": width, "stroke-dasharray": dash, opacity });
  }
  const d = symbol(shape, 40).digits(1)() ?? "";
  const looks = hollow ? { fill: "#ffffff", stroke: colour, "stroke-width": 1.5 } : { fill: colour };
  return element("path", { d, transform: "translate(11 0)", opacity, ...looks });
}

function markKey(id: string): string {
  if (!id.startsWith("drug")) {
    return element("path", {
      d: symbol(symbolTriangle, 26).digits(1)() ?? "",
      transform: "translate(11 0)",
      ...markLooks(id),
    });
  }
  const dash = id === "drug-begins" ? undefined : "4 3";
  return element("line", { x1: 11, y1: -7, x2: 11, y2: 7, stroke: "#aa3377", "stroke-dasharray": dash });
}

const reportedKey = (): string =>
  element("path", {
    ...{ d: symbol(symbolTriangle, 40).digits(1)() ?? "", transform: "translate(11 0)" },
    ...{ fill: "#ffffff", stroke: "#555555", "stroke-width": 1.5 },
  });
